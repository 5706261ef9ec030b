import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { checkStore, type StoreKind, type StoreOptions, storeFields, storePorts, storeTraits } from './store.ts'
import { portNumbers } from './workload.ts'

// The port that Redis listens on by default (redis.conf: port 6379).
// Its exporter: github.com/oliver006/redis_exporter.
const KIND: StoreKind = {
  portName: 'redis',
  port: 6379,
  mount: '/data',
  exporter: { image: 'docker.io/oliver006/redis_exporter:v1.80.0', port: 9121 },
}

export const redisSpec: ComponentSpec<StoreOptions> = {
  noun: 'redis',
  fields: storeFields,
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => storeTraits(KIND, name, options),
  rules: checkStore,
}

/**
 * Redis: a StatefulSet of members, its port is called `redis`.
 * `redis('session-cache', { members: 1, volume: { size: '20Gi' } })`
 */
export function redis(name: string, options: StoreOptions = {}): PortedComponent<'redis', StoreOptions> {
  return component(redisSpec, name, options)
}
