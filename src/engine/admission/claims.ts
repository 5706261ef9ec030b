// Claims, volumes and storage classes.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:2455, :1958; pkg/apis/storage/validation/validation.go.
import { dnsLabelProblem, dnsSubdomainProblem, qualifiedNameProblem } from '../../kubernetes/names.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import { nodeSelector } from './affinity.ts'
import { hostPath } from './host-path.ts'
import type { Judge } from './judge.ts'
import { amountAt, at, entries, fieldOf, isSet, items, named, type Place, text, texts } from './place.ts'
import { allowOnly, allowSet, labelSelector, refuseIf, requireText } from './rules.ts'
import { backStepProblem } from './volume-mounts.ts'

const modes = ['ReadOnlyMany', 'ReadWriteMany', 'ReadWriteOnce', 'ReadWriteOncePod']

export function claim(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  // A source in another namespace is dropped unread, for its gate is closed (CrossNamespaceVolumeDataSource); one that no
  // server knew once too, where nothing newer says the same (pkg/api/persistentvolumeclaim/util.go:37, :76).
  const isAcross = text(at(spec, 'dataSourceRef', 'namespace')) !== ''
  const near = isAcross ? without(spec, 'dataSourceRef') : spec
  const isStrange = !isSet(at(near, 'dataSourceRef')) && !isOldSource(at(near, 'dataSource'))
  claimSpec(judge, isStrange ? without(near, 'dataSource') : near)
}

function isOldSource(source: Place): boolean {
  const [group, kind] = [text(at(source, 'apiGroup')), text(at(source, 'kind'))]
  return (
    (kind === 'PersistentVolumeClaim' && group === '') ||
    (kind === 'VolumeSnapshot' && group === 'snapshot.storage.k8s.io')
  )
}

function without(place: Place, field: string): Place {
  const kept = entries(place).filter(([name]) => name !== field)
  return { ...place, value: Object.fromEntries(kept.map(([name, { value }]) => [name, value])) }
}

export function claimSpec(judge: Judge, spec: Place): void {
  accessModes(judge, at(spec, 'accessModes'))
  labelSelector(judge, at(spec, 'selector'))
  const storage = at(spec, 'resources', 'requests', 'storage')
  size(judge, named(storage, `${fieldOf(at(spec, 'resources'))}[storage]`))
  const storageClass = at(spec, 'storageClassName')
  if (text(storageClass) !== '') refuseIf(judge, storageClass, dnsSubdomainProblem(text(storageClass)))
  allowSet(judge, at(spec, 'volumeMode'), ['Block', 'Filesystem'])
  const attributes = at(spec, 'volumeAttributesClassName')
  if (text(attributes) !== '' && judge.minor >= 34) refuseIf(judge, attributes, dnsSubdomainProblem(text(attributes)))
  dataSources(judge, spec)
}

// The server fills in the one from the other where one is missing (pkg/registry/core/persistentvolumeclaim/strategy.go).
function dataSources(judge: Judge, spec: Place): void {
  const [source, any] = [at(spec, 'dataSource'), at(spec, 'dataSourceRef')]
  for (const place of [source, any]) if (isSet(place)) dataSource(judge, place)
  if (text(at(any, 'namespace')) !== '')
    refuseIf(judge, at(any, 'namespace'), dnsLabelProblem(text(at(any, 'namespace'))))
  if (!isSet(source) || !isSet(any)) return
  const isAcross = text(at(any, 'namespace')) !== ''
  if (isAcross) judge.refuse(spec, { is: 'invalid', value: 'dataSource', why: 'stands beside a source elsewhere' })
  const isSame = ['apiGroup', 'kind', 'name'].every((field) => at(source, field).value === at(any, field).value)
  if (!isAcross && !isSame)
    judge.refuse(spec, { is: 'invalid', value: 'dataSource', why: 'is not what dataSourceRef says' })
}

function dataSource(judge: Judge, place: Place): void {
  const [group, kind] = [text(at(place, 'apiGroup')), at(place, 'kind')]
  requireText(judge, at(place, 'name'))
  requireText(judge, kind)
  if (group !== '') refuseIf(judge, at(place, 'apiGroup'), dnsSubdomainProblem(group))
  else if (text(kind) !== 'PersistentVolumeClaim')
    judge.refuse(place, { is: 'invalid', value: text(kind), why: 'is no PersistentVolumeClaim, and names no apiGroup' })
}

function accessModes(judge: Judge, place: Place): void {
  if (items(place).length === 0) judge.refuse(place, { is: 'required' })
  for (const mode of texts(place))
    if (!modes.includes(mode)) judge.refuse(place, { is: 'notOneOf', value: mode, allowed: modes })
  const known = texts(place).filter((mode) => modes.includes(mode))
  if (known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')) {
    judge.refuse(place, { is: 'forbidden', why: 'ReadWriteOncePod stands alone' })
  }
}

function size(judge: Judge, place: Place): void {
  const amount = amountAt(place)
  if (amount === undefined) judge.refuse(place, { is: 'required' })
  else if (amount.nano <= 0n)
    judge.refuse(place, { is: 'invalid', value: formatQuantity(amount), why: 'is not above 0' })
}

export function persistentVolume(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  accessModes(judge, at(spec, 'accessModes'))
  const capacity = at(spec, 'capacity')
  const others = entries(capacity).filter(([resource]) => resource !== 'storage')
  if (entries(capacity).length === 0) judge.refuse(capacity, { is: 'required' })
  if (others.length > 0)
    judge.refuse(capacity, { is: 'notOneOf', value: others.map(([name]) => name).join(', '), allowed: ['storage'] })
  size(judge, named(at(capacity, 'storage'), `${fieldOf(capacity)}[storage]`))
  allowOnly(judge, at(spec, 'persistentVolumeReclaimPolicy'), ['Delete', 'Recycle', 'Retain'])
  const storageClass = at(spec, 'storageClassName')
  if (text(storageClass) !== '') refuseIf(judge, storageClass, dnsSubdomainProblem(text(storageClass)))
  allowSet(judge, at(spec, 'volumeMode'), ['Block', 'Filesystem'])
  const required = at(spec, 'nodeAffinity', 'required')
  if (isSet(required)) nodeSelector(judge, required)
  else if (isSet(at(spec, 'nodeAffinity'))) judge.refuse(required, { is: 'required' })
  volumeSource(judge, spec)
  const attributes = at(spec, 'volumeAttributesClassName')
  if (!isSet(attributes) || judge.minor < 34) return
  if (text(attributes) === '') judge.refuse(attributes, { is: 'required' })
  else refuseIf(judge, attributes, dnsSubdomainProblem(text(attributes)))
  if (!isSet(at(spec, 'csi')))
    judge.refuse(at(spec, 'csi'), { is: 'required', why: 'beside volumeAttributesClassName' })
}

const notSources = new Set(
  (
    'accessModes capacity claimRef mountOptions nodeAffinity persistentVolumeReclaimPolicy storageClassName ' +
    'volumeAttributesClassName volumeMode'
  ).split(' '),
)

// In which the server looks for a kind; it refuses all but the first. It lets a flexVolume stand beside another
// (validation.go:2127).
const order =
  'hostPath gcePersistentDisk awsElasticBlockStore glusterfs flocker nfs rbd quobyte cephfs iscsi cinder fc flexVolume azureFile vsphereVolume photonPersistentDisk portworxVolume azureDisk scaleIO local storageos csi'.split(
    ' ',
  )

function volumeSource(judge: Judge, spec: Place): void {
  const kinds = entries(spec)
    .filter(([field, place]) => !notSources.has(field) && isSet(place))
    .map(([field]) => field)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const [first, ...others] = kinds
    .filter((field, index) => field !== 'flexVolume' || index === 0)
    .map((field) => at(spec, field))
  if (kinds.includes('flexVolume')) judge.skip(at(spec, 'flexVolume'))
  if (first === undefined) return judge.refuse(spec, { is: 'required', why: 'a kind of volume' })
  for (const other of others)
    judge.refuse(other, { is: 'forbidden', why: `beside ${first.step}: a volume is of one kind` })
  const kind = first.step
  if (kind === 'hostPath') hostPath(judge, first)
  else if (kind === 'local') {
    requireText(judge, at(first, 'path'))
    refuseIf(judge, at(first, 'path'), backStepProblem(text(at(first, 'path'))))
    if (!isSet(at(spec, 'nodeAffinity', 'required')))
      judge.refuse(at(spec, 'nodeAffinity'), { is: 'required', why: 'a local volume is on some node' })
  } else judge.skip(first)
}

export function storageClass(judge: Judge, root: Place): void {
  const provisioner = at(root, 'provisioner')
  if (text(provisioner) === '') judge.refuse(provisioner, { is: 'required' })
  else refuseIf(judge, provisioner, qualifiedNameProblem(text(provisioner).toLowerCase()), text(provisioner))
  allowOnly(judge, at(root, 'reclaimPolicy'), ['Delete', 'Retain'])
  allowSet(judge, at(root, 'volumeBindingMode'), ['Immediate', 'WaitForFirstConsumer'])
  allowedTopologies(judge, at(root, 'allowedTopologies'))
}

// The server adds its terms behind as many empty ones, so that a term without expressions is always there twice
// (pkg/apis/storage/validation/validation.go:254).
function allowedTopologies(judge: Judge, terms: Place): void {
  const seen = new Set(items(terms).length > 0 ? [''] : [])
  for (const term of items(terms)) {
    const sets = new Map<string, string>()
    for (const requirement of items(at(term, 'matchLabelExpressions'))) {
      const [key, values] = [at(requirement, 'key'), at(requirement, 'values')]
      if (items(values).length === 0) judge.refuse(values, { is: 'required' })
      for (const [index, value] of items(values).entries())
        if (texts(values).indexOf(text(value)) < index) judge.refuse(value, { is: 'duplicate', value: text(value) })
      refuseIf(judge, key, qualifiedNameProblem(text(key)))
      if (sets.has(text(key))) judge.refuse(key, { is: 'duplicate', value: text(key) })
      sets.set(text(key), JSON.stringify([text(key), ...new Set(texts(values).toSorted())]))
    }
    const same = [...sets.values()].sort().join()
    if (seen.has(same)) judge.refuse(at(term, 'matchLabelExpressions'), { is: 'duplicate', value: '' })
    seen.add(same)
  }
}
