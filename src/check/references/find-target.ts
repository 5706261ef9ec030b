// Whether what an object names is there: shown, made by somebody, perhaps in what was not read, assumed to come from outside, or absent.

import type { Assumption } from '../../engine/assumption.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import { nearest } from '../../platform/nearest.ts'
import { table, type View } from '../world.ts'
import { mayWrite } from './may-write.ts'
import { namedAnywhere } from './named-anywhere.ts'
import { type Reference, sayTarget } from './reference.ts'
import { portsOf } from './service-ports.ts'
import { slipOf } from './slip.ts'
import { type Targets, targetsOf } from './targets.ts'
import { unusedCertificate } from './unused-certificate.ts'

export type Found =
  | { readonly is: 'there'; readonly object?: EstateObject }
  | { readonly is: 'made'; readonly assumption: Assumption }
  | { readonly is: 'outside'; readonly assumption: Assumption }
  | { readonly is: 'unread'; readonly who: readonly string[] }
  /** `group`: an object of this name is there, in the version `near` of another group. */
  | { readonly is: 'absent'; readonly near?: string; readonly group?: string }
  /** `isWritten`: a file holds the keys, and whoever applies it leaves others alone. */
  | { readonly is: 'noKey'; readonly keys: readonly string[]; readonly near?: string; readonly isWritten?: true }
  | { readonly is: 'noPort'; readonly ports: readonly string[] }

/** What answers a reference of an object in a namespace. */
export function findTarget(reference: Reference, view: View): Found {
  const targets = targetsOf(view)
  const object = targets.find(reference)
  if (object) return within(object, reference)
  const { kind, namespace, name, key } = reference
  const supply = targets.canMake(kind, namespace, name)
  if (supply.is === 'made') {
    if (key !== undefined && supply.keys && !supply.keys.includes(key)) return noKey(key, supply.keys)
    if (!supply.made) return { is: 'there' }
    return { is: 'made', assumption: { id: supply.made.id, says: supply.made.says, kind: 'opaque' } }
  }
  if (reference.isLoose) return looseTarget(reference, targets, view)
  if (supply.is === 'maybe' && !comesWithClusters.has(kind)) return { is: 'unread', who: [supply.who] }
  if (kind === 'StorageClass') return classTarget(reference, targets, view)
  if (!isShownWhole(reference, targets, view)) return outside(reference, view)
  const found = absent(reference, targets, view)
  return found.is === 'absent' && keptElsewhere.has(kind) && !isSlip(reference, found.near, view)
    ? outside(reference, view)
    : found
}

// A certificate for the very hosts, in a Secret that nobody uses: the name is a slip of that one.
function looseTarget(reference: Reference, targets: Targets, view: View): Found {
  const near = reference.hosts && unusedCertificate(reference.namespace, reference.hosts, view)
  if (near === undefined || absent(reference, targets, view).is === 'unread') return outside(reference, view)
  return { is: 'absent', near }
}

// Clouds bring their classes along, and a volume made by hand may bear a class that is no object.
function classTarget(reference: Reference, targets: Targets, view: View): Found {
  const near = slipOf(reference.name, targets.shown(reference))
  const isUnseen = unseenFor(view.estate, { kind: 'StorageClass' }).length > 0
  if (near === undefined || isUnseen || volumeClasses(view).has(reference.name)) return outside(reference, view)
  return { is: 'absent', near }
}

const volumeClasses = table(({ estate }): ReadonlySet<unknown> => {
  const volumes = estate.objects.filter(({ manifest }) => manifest.kind === 'PersistentVolume')
  return new Set(volumes.map(({ manifest }) => fieldsAt(manifest, 'spec').storageClassName))
})

// What teams keep out of their files, or make by Terraform for its rights in the cloud: one of them that is missing says
// nothing, but beside a name much like it that nobody names it is a slip.
const keptElsewhere: ReadonlySet<string> = new Set(['PriorityClass', 'Secret', 'ServiceAccount'])

function isSlip({ kind, namespace }: Reference, near: string | undefined, view: View): boolean {
  return near !== undefined && !namedAnywhere(view).has(`${kind}/${namespace}/${near}`)
}

// A file that shows no other of its kind says nothing about this one: it may be kept elsewhere, or be made by hand.
function isShownWhole(reference: Reference, targets: Targets, { pods }: View): boolean {
  const { kind, namespace } = reference
  if (comesWithClusters.has(kind)) return false
  if (scalable.has(kind)) return pods.some((pod) => pod.namespace === namespace)
  return targets.shown(reference).length > 0
}

// Clouds, distributions and controllers bring these along, and nobody keeps them beside an application.
const comesWithClusters: ReadonlySet<string> = new Set([
  'StorageClass',
  'IngressClass',
  'GatewayClass',
  'Gateway',
  'RuntimeClass',
  'ClusterRole',
  'ClusterIssuer',
  'ClusterSecretStore',
  'ClusterTriggerAuthentication',
  'PersistentVolume',
])

const scalable: ReadonlySet<string> = new Set(['Deployment', 'StatefulSet', 'ReplicaSet', 'ReplicationController'])

function absent(reference: Reference, targets: Targets, view: View): Found {
  const { kind, namespace, name } = reference
  const unseen = unseenFor(view.estate, namespace === '' ? { kind } : { kind, namespace })
  const writers = mayWrite(reference, view)
  if (unseen.length + writers.length > 0) return { is: 'unread', who: [...unseen.map(({ says }) => says), ...writers] }
  const elsewhere = targets.elsewhere(reference)
  if (elsewhere !== undefined) return { is: 'absent', near: elsewhere, group: reference.group || 'v1' }
  const near = nearest(name, targets.shown(reference))
  return near === undefined ? { is: 'absent' } : { is: 'absent', near }
}

function outside(reference: Reference, { estate }: View): Found {
  const { kind, namespace, name } = reference
  const where = namespace === '' ? name : `${namespace}/${name}`
  const says = `${sayTarget(reference, '')} is there, though no file shows it`
  return {
    is: 'outside',
    assumption: { id: `${kind.toLowerCase()}/${estate.cluster}/${where}`, says, kind: 'outside' },
  }
}

function within(object: EstateObject, { key, port }: Reference): Found {
  const { manifest, source } = object
  if (key !== undefined) {
    const keys = keysOf(manifest)
    if (keys !== undefined && !keys.includes(key))
      return { ...noKey(key, keys), ...(!source.made && { isWritten: true }) }
  }
  if (port !== undefined) {
    const ports = portsOf(manifest)
    if (ports && !ports.some((one) => one.port === port || one.name === port))
      return {
        is: 'noPort',
        ports: ports.map(({ name, port: number }) => (name ? `${number} (${name})` : `${number}`)),
      }
  }
  if (!source.made) return { is: 'there', object }
  return { is: 'made', assumption: { id: source.made.id, says: source.made.says, kind: 'opaque' } }
}

function noKey(key: string, keys: readonly string[]): Extract<Found, { is: 'noKey' }> {
  const near = nearest(key, keys)
  return { is: 'noKey', keys: [...keys].sort(), ...(near !== undefined && { near }) }
}

// Controllers that copy, inject or generate say so in annotations or labels of the object that they fill.
const filled = /replicat|reflect|inject|generat|sync|kubed|vault/

/** Keys of a ConfigMap or Secret; undefined where somebody else may fill in more. */
function keysOf(manifest: Manifest): readonly string[] | undefined {
  const keys = ['data', 'binaryData', 'stringData'].flatMap((field) => Object.keys(fieldsAt(manifest, field)))
  const marks = ['annotations', 'labels'].flatMap((field) => Object.keys(fieldsAt(manifest, 'metadata', field)))
  const isOpen = manifest.type === 'kubernetes.io/service-account-token' || marks.some((mark) => filled.test(mark))
  return keys.length === 0 || isOpen ? undefined : keys
}
