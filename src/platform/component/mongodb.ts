import type { Sharding } from '../component.ts'
import { count, list, oneOf, record, stated, text } from '../schema.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { checkStore, type StoreKind, storePorts, storeTraits } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { portNumbers, present } from './workload.ts'

export interface MongodbOptions extends StoreOptions {
  /** Rows are shared out by a key: `{ key: ['tenant'], by: 'hash', parts: 2, routers: 2, configServers: 3 }`. */
  readonly shards?: Sharding
}

// Several members are one replica set: they elect a primary, and a write counts once most of them have it
// (mongodb.com/docs/manual/replication, …/reference/write-concern: majority by default since 5.0). Port: …/reference/default-mongodb-port.
//
const KIND: StoreKind = {
  noun: 'mongodb',
  replication: { mode: 'consensus', failover: 'automatic' },
  portName: 'mongodb',
  port: 27017,
  mount: '/data/db',
}

const shardsField = record("shards such as { key: ['tenant'], by: 'hash', parts: 2 }", {
  parts: count(1),
  key: list(text, 1),
  by: oneOf('hash', 'range'),
  routers: count(0),
  configServers: count(0),
  stated,
})

export const mongodbSpec: ComponentSpec<MongodbOptions> = {
  noun: 'mongodb',
  fields: { ...storeFields, shards: shardsField },
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => present({ ...storeTraits(KIND, name, options), shards: options.shards }),
  rules: (name, options, say) => checkStore(KIND, name, options, say),
}

/**
 * MongoDB: a replica set of its members, its port is called `mongodb`.
 * `mongodb('catalogue', { members: 3, volume: { size: '500Gi' } })`
 */
export function mongodb(name: string, options: MongodbOptions = {}): PortedComponent<'mongodb', MongodbOptions> {
  return component(mongodbSpec, name, options)
}
