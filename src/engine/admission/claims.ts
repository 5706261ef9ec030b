// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:2455.
import { dnsLabelProblem, dnsSubdomainProblem } from '../../kubernetes/names.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import type { Judge } from './judge.ts'
import { amountAt, at, entries, fieldOf, isSet, items, named, type Place, text, texts } from './place.ts'
import { allowSet, labelSelector, refuseIf, requireText } from './rules.ts'

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
  if (group !== '') {
    // Before 1.29 nobody looks at the group.
    if (judge.minor >= 29) refuseIf(judge, at(place, 'apiGroup'), dnsSubdomainProblem(group))
  } else if (text(kind) !== 'PersistentVolumeClaim')
    judge.refuse(place, { is: 'invalid', value: text(kind), why: 'is no PersistentVolumeClaim, and names no apiGroup' })
}

export function accessModes(judge: Judge, place: Place): void {
  if (items(place).length === 0) judge.refuse(place, { is: 'required' })
  for (const mode of texts(place))
    if (!modes.includes(mode)) judge.refuse(place, { is: 'notOneOf', value: mode, allowed: modes })
  const known = texts(place).filter((mode) => modes.includes(mode))
  if (known.includes('ReadWriteOncePod') && known.some((mode) => mode !== 'ReadWriteOncePod')) {
    judge.refuse(place, { is: 'forbidden', why: 'ReadWriteOncePod stands alone' })
  }
}

export function size(judge: Judge, place: Place): void {
  const amount = amountAt(place)
  if (amount === undefined) judge.refuse(place, { is: 'required' })
  else if (amount.nano <= 0n)
    judge.refuse(place, { is: 'invalid', value: formatQuantity(amount), why: 'is not above 0' })
}
