// The kinds of volumes that a pod and a PersistentVolume have in common, those of drivers that are long gone too: the server
// still reads them. Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go:809 to :960, :1027 to :1120, :1470 to :1850.
import { dnsLabelProblem, dnsSubdomainProblem } from '../../kubernetes/names.ts'
import { hostPath } from './host-path.ts'
import { iscsi, type VolumeHolder } from './iscsi.ts'
import type { Judge } from './judge.ts'
import { at, entries, isSet, items, type Place, text } from './place.ts'
import { allowSet, inByte, refuseIf, requireText } from './rules.ts'
import { inPathProblem } from './volume-mounts.ts'

export type VolumeRule = (judge: Judge, source: Place, holder: VolumeHolder) => void

export const sharedSources: ReadonlyMap<string, VolumeRule> = new Map<string, VolumeRule>([
  ['hostPath', hostPath],
  ['nfs', nfs],
  ['csi', csi],
  ['iscsi', iscsi],
  ['fc', fibreChannel],
  // The server names this one without its maker.
  [
    'gcePersistentDisk',
    (judge, source, holder) => disk('pdName')(judge, { ...source, step: 'persistentDisk' }, holder),
  ],
  ['awsElasticBlockStore', disk('volumeID')],
  ['azureDisk', azureDisk],
  ['azureFile', azureFile],
  ['rbd', ceph('image')],
  ['cephfs', ceph()],
  ['cinder', withSecret(needing('volumeID'))],
  ['storageos', withSecret(storageOs)],
  ['scaleIO', needing('gateway', 'system', 'volumeName')],
  ['glusterfs', glusterfs],
  ['quobyte', quobyte],
  ['flocker', flocker],
  ['flexVolume', flexVolume],
  ['vsphereVolume', needing('volumePath')],
  ['photonPersistentDisk', needing('pdID')],
  ['portworxVolume', needing('volumeID')],
  ['gitRepo', gitRepo],
])

function needing(...fields: readonly string[]): VolumeRule {
  return (judge, source) => {
    for (const field of fields) requireText(judge, at(source, field))
  }
}

function disk(field: string): VolumeRule {
  return (judge, source) => {
    requireText(judge, at(source, field))
    inByte(judge, at(source, 'partition'))
  }
}

function nfs(judge: Judge, source: Place): void {
  requireText(judge, at(source, 'server'))
  requireText(judge, at(source, 'path'))
  if (!text(at(source, 'path')).startsWith('/')) refuseIf(judge, at(source, 'path'), 'is no absolute path')
}

const secretsOfCsi = [
  'controllerExpandSecretRef',
  'controllerPublishSecretRef',
  'nodeExpandSecretRef',
  'nodePublishSecretRef',
]

function csi(judge: Judge, source: Place, { isPersistent }: VolumeHolder): void {
  const driver = at(source, 'driver')
  if (text(driver) === '') judge.refuse(driver, { is: 'required' })
  else {
    if (text(driver).length > 63) refuseIf(judge, driver, 'is longer than 63 characters')
    refuseIf(judge, driver, dnsSubdomainProblem(text(driver).toLowerCase()))
  }
  if (!isPersistent) {
    const name = at(source, 'nodePublishSecretRef', 'name')
    if (!isSet(at(source, 'nodePublishSecretRef'))) return
    if (text(name) === '') judge.refuse(name, { is: 'required' })
    else refuseIf(judge, at(source, 'name'), dnsSubdomainProblem(text(name)), text(name))
    return
  }
  requireText(judge, at(source, 'volumeHandle'))
  for (const field of secretsOfCsi) {
    if (!isSet(at(source, field))) continue
    const [name, namespace] = [at(source, field, 'name'), at(source, field, 'namespace')]
    requireText(judge, name)
    requireText(judge, namespace)
    if (text(name) !== '') refuseIf(judge, name, dnsSubdomainProblem(text(name)))
    if (text(namespace) !== '') refuseIf(judge, namespace, dnsLabelProblem(text(namespace)))
  }
}

function fibreChannel(judge: Judge, source: Place): void {
  const [targets, lun] = [at(source, 'targetWWNs'), at(source, 'lun')]
  const [byTarget, byId] = [items(targets).length > 0, items(at(source, 'wwids')).length > 0]
  if (!byTarget && !byId) judge.refuse(targets, { is: 'required', why: 'or wwids' })
  if (byTarget && byId)
    judge.refuse(targets, { is: 'invalid', value: '', why: 'stands beside wwids: only one of both' })
  if (!byTarget) return
  if (isSet(lun)) inByte(judge, lun)
  else judge.refuse(lun, { is: 'required', why: 'beside targetWWNs' })
}

// A disk of no kind is a shared blob.
function azureDisk(judge: Judge, source: Place): void {
  const [uri, kind] = [at(source, 'diskURI'), at(source, 'kind')]
  requireText(judge, at(source, 'diskName'))
  requireText(judge, uri)
  allowSet(judge, at(source, 'cachingMode'), ['None', 'ReadOnly', 'ReadWrite'])
  allowSet(judge, kind, ['Shared', 'Dedicated', 'Managed'])
  const start = text(kind) === 'Managed' ? '/subscriptions/' : 'https://'
  if (!text(uri).startsWith(start)) refuseIf(judge, uri, `does not start with ${start}`)
}

function azureFile(judge: Judge, source: Place, { isPersistent }: VolumeHolder): void {
  requireText(judge, at(source, 'secretName'))
  requireText(judge, at(source, 'shareName'))
  const namespace = at(source, 'secretNamespace')
  if (isPersistent && isSet(namespace)) requireText(judge, namespace)
}

function ceph(...fields: readonly string[]): VolumeRule {
  return (judge, source) => {
    if (items(at(source, 'monitors')).length === 0) judge.refuse(at(source, 'monitors'), { is: 'required' })
    for (const field of fields) requireText(judge, at(source, field))
  }
}

// A PersistentVolume has no namespace of its own.
function withSecret(rule: VolumeRule): VolumeRule {
  return (judge, source, holder) => {
    rule(judge, source, holder)
    const secret = at(source, 'secretRef')
    if (!isSet(secret)) return
    requireText(judge, at(secret, 'name'))
    if (holder.isPersistent) requireText(judge, at(secret, 'namespace'))
  }
}

function storageOs(judge: Judge, source: Place): void {
  const [name, namespace] = [at(source, 'volumeName'), at(source, 'volumeNamespace')]
  if (text(name) === '') judge.refuse(name, { is: 'required' })
  else refuseIf(judge, name, dnsLabelProblem(text(name)))
  if (text(namespace) !== '') refuseIf(judge, namespace, dnsLabelProblem(text(namespace)))
}

function glusterfs(judge: Judge, source: Place, { isPersistent }: VolumeHolder): void {
  requireText(judge, at(source, 'endpoints'))
  requireText(judge, at(source, 'path'))
  const namespace = at(source, 'endpointsNamespace')
  if (isPersistent && isSet(namespace)) refuseIf(judge, namespace, dnsLabelProblem(text(namespace)))
}

const mostTenantLength = 64

function quobyte(judge: Judge, source: Place): void {
  const [registry, tenant] = [at(source, 'registry'), at(source, 'tenant')]
  requireText(judge, at(source, 'volume'))
  if (text(registry) === '') judge.refuse(registry, { is: 'required', why: 'host:port, one or more' })
  else if (text(tenant).length > mostTenantLength)
    refuseIf(judge, tenant, `is longer than ${mostTenantLength} characters`)
  else if (!text(registry).split(',').every(isHostPort)) refuseIf(judge, registry, 'is no list of host:port')
}

// As Go splits them (net.SplitHostPort): nothing is said about what a host or a port is.
function isHostPort(pair: string): boolean {
  if (pair.startsWith('[')) return /^\[[^[\]]*\]:[^:[\]]*$/.test(pair)
  return /^[^:[\]]*:[^:[\]]*$/.test(pair)
}

function flocker(judge: Judge, source: Place): void {
  const [name, uuid] = [text(at(source, 'datasetName')), text(at(source, 'datasetUUID'))]
  if (name === '' && uuid === '') judge.refuse(source, { is: 'required', why: 'datasetName or datasetUUID' })
  if (name !== '' && uuid !== '')
    judge.refuse(source, { is: 'invalid', value: '', why: 'has both datasetName and datasetUUID' })
  if (name.includes('/')) refuseIf(judge, at(source, 'datasetName'), 'holds /')
}

function flexVolume(judge: Judge, source: Place): void {
  requireText(judge, at(source, 'driver'))
  for (const [option, place] of entries(at(source, 'options'))) {
    const owner = `.${option.split('/', 1)[0]?.toLowerCase()}`
    if (owner.endsWith('.kubernetes.io') || owner.endsWith('.k8s.io'))
      refuseIf(judge, place, 'is reserved for Kubernetes', option)
  }
}

function gitRepo(judge: Judge, source: Place): void {
  requireText(judge, at(source, 'repository'))
  refuseIf(judge, at(source, 'directory'), inPathProblem(text(at(source, 'directory'))))
}
