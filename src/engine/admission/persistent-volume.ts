// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:1958.
import { posix } from 'node:path'
import { dnsSubdomainProblem } from '../../kubernetes/names.ts'
import { nodeSelector } from './affinity.ts'
import { accessModes, size } from './claims.ts'
import type { Judge } from './judge.ts'
import { at, entries, fieldOf, isSet, named, type Place, text } from './place.ts'
import { allowOnly, allowSet, refuseIf, requireText } from './rules.ts'
import { backStepProblem } from './volume-mounts.ts'
import { sharedSources, type VolumeRule } from './volume-sources.ts'

export function persistentVolume(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  accessModes(judge, at(spec, 'accessModes'))
  const capacity = at(spec, 'capacity')
  const amounts = entries(capacity)
  if (amounts.length === 0) judge.refuse(capacity, { is: 'required', why: 'a size in storage' })
  else if (amounts.length > 1 || amounts[0]?.[0] !== 'storage')
    judge.refuse(capacity, { is: 'notOneOf', value: amounts.map(([name]) => name).join(', '), allowed: ['storage'] })
  for (const [resource, amount] of amounts) size(judge, named(amount, `${fieldOf(capacity)}[${resource}]`))
  allowOnly(judge, at(spec, 'persistentVolumeReclaimPolicy'), ['Delete', 'Recycle', 'Retain'])
  const storageClass = at(spec, 'storageClassName')
  if (text(storageClass) !== '') refuseIf(judge, storageClass, dnsSubdomainProblem(text(storageClass)))
  allowSet(judge, at(spec, 'volumeMode'), ['Block', 'Filesystem'])
  const required = at(spec, 'nodeAffinity', 'required')
  if (isSet(required)) nodeSelector(judge, required)
  else if (isSet(at(spec, 'nodeAffinity'))) judge.refuse(required, { is: 'required' })
  volumeSource(judge, spec, at(root, 'metadata', 'name'))
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

function volumeSource(judge: Judge, spec: Place, name: Place): void {
  const kinds = entries(spec)
    .filter(([field, place]) => !notSources.has(field) && isSet(place))
    .map(([field]) => field)
    .sort((a, b) => order.indexOf(a) - order.indexOf(b))
  const [first, ...others] = kinds
    .filter((field, index) => field !== 'flexVolume' || index === 0)
    .map((field) => at(spec, field))
  if (first === undefined) return judge.refuse(spec, { is: 'required', why: 'a kind of volume' })
  for (const other of others)
    judge.refuse(other, { is: 'forbidden', why: `beside ${first.step}: a volume is of one kind` })
  for (const kind of new Set([String(first.step), ...kinds.filter((one) => one === 'flexVolume')])) {
    const source = at(spec, kind)
    if (kind === 'local') local(judge, spec, source)
    else sourceRule(kind)(judge, source, { name, isPersistent: true })
  }
  const path = posix.normalize(text(at(spec, 'hostPath', 'path')) || '.')
  if (path === '/' && text(at(spec, 'persistentVolumeReclaimPolicy')) === 'Recycle')
    judge.refuse(at(spec, 'persistentVolumeReclaimPolicy'), { is: 'forbidden', why: 'for the root of a node' })
}

function sourceRule(kind: string): VolumeRule {
  return sharedSources.get(kind) ?? ((judge, source) => judge.skip(source))
}

function local(judge: Judge, spec: Place, source: Place): void {
  requireText(judge, at(source, 'path'))
  refuseIf(judge, at(source, 'path'), backStepProblem(text(at(source, 'path'))))
  if (!isSet(at(spec, 'nodeAffinity', 'required')))
    judge.refuse(at(spec, 'nodeAffinity'), { is: 'required', why: 'a local volume is on some node' })
}
