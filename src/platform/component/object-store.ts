import type { Traits } from '../component.ts'
import { duration, flag, oneOf } from '../schema.ts'
import type { Duration } from '../units.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { checkStore, type StoreKind, storePorts, storeTraits } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { type Ports, portNumbers, present, workloadOf } from './workload.ts'

export interface ObjectStoreOptions extends StoreOptions {
  /** Software of one's own that keeps the objects, in pods. */
  readonly by?: 'minio' | 'ceph'
  /** What is written over or deleted is kept beside what is there. */
  readonly versions?: boolean
  /** How long nobody can delete or change an object: object lock. */
  readonly locked?: Duration
}

// MinIO answers at this port (min.io/docs: Networking).
const KIND: StoreKind = {
  noun: 'objectStore',
  portName: 'https',
  port: 9000,
  mount: '/data',
}

export const objectStoreSpec: ComponentSpec<ObjectStoreOptions> = {
  noun: 'objectStore',
  fields: { ...storeFields, by: oneOf('minio', 'ceph'), versions: flag, locked: duration },
  ports: (options) => portNumbers(portsOf(options)),
  traits: (name, options) => {
    const { versions, locked } = options
    const objects = versions === undefined && locked === undefined ? undefined : present({ versions, locked })
    return present({ ...keptTraits(KIND, name, options, portsOf(options)), objects })
  },
  rules: (name, options, say) => checkStore(KIND, name, options, say),
}

function portsOf(options: ObjectStoreOptions): Ports {
  return isOutside(options)
    ? [{ name: 'https', port: options.port ?? 443, protocol: 'TCP' }]
    : storePorts(KIND, options)
}

/** Who says neither members nor software says a service of others, whoever that is. */
export function isOutside({ managedBy, members, by }: StoreOptions & { readonly by?: string }): boolean {
  return managedBy !== undefined || (members === undefined && by === undefined)
}

/** What a store is that others run where nobody says pods. */
export function keptTraits(kind: StoreKind, name: string, options: StoreOptions, ports: Ports): Traits {
  const traits = storeTraits(kind, name, options, { ports })
  if (!isOutside(options) || options.managedBy) return traits
  const [own, ...jobs] = traits.runs
  const outside = workloadOf({ name, controller: 'outside', replicas: 0, ports }, options)
  return { ...traits, runs: own ? [outside, ...jobs] : jobs, serves: [], keeps: [] }
}

/**
 * Object storage: a provider's buckets, or with `members` pods that keep objects on their volumes. Its port is called `https`.
 * `objectStore('documents', { managedBy: managed('s3'), versions: true, replicatesTo: [{ region: 'eu-west-1' }] })`
 */
export function objectStore(
  name: string,
  options: ObjectStoreOptions = {},
): PortedComponent<'https', ObjectStoreOptions> {
  return component(objectStoreSpec, name, options)
}
