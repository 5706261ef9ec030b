import type { Say } from '../validate.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { open } from './rules.ts'
import { type SentinelOptions, sentinelField, withSentinels } from './sentinel.ts'
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

export interface RedisOptions extends StoreOptions {
  /** Who watches the master and promotes a follower in its place. */
  readonly sentinel?: SentinelOptions
}

export const redisSpec: ComponentSpec<RedisOptions> = {
  noun: 'redis',
  fields: { ...storeFields, sentinel: sentinelField },
  ports: (options) => portNumbers(storePorts(KIND, options)),
  traits: (name, options) => {
    const traits = storeTraits(KIND, name, options)
    return options.sentinel ? withSentinels(traits, name, options, options.sentinel) : traits
  },
  rules(name, options, say) {
    checkStore(name, options, say)
    if (options.sentinel && !open(options.sentinel)) checkSentinel(options, options.sentinel, say)
  },
}

function checkSentinel({ replication, port, headless }: RedisOptions, sentinel: SentinelOptions, say: Say): void {
  const { members = 3, quorum = 1 } = sentinel
  if (
    replication === undefined ||
    replication === 'none' ||
    (!open(replication) && replication.mode !== 'asynchronous')
  )
    say({
      path: 'replication',
      found: 'none',
      allowed: "{ mode: 'asynchronous', failover: 'automatic' } beside Sentinels",
    })
  if (quorum > members)
    say({ path: 'sentinel.quorum', found: `${quorum}`, allowed: `at most the ${members} that vote` })
  if (port !== undefined && port !== KIND.port)
    say({ path: 'port', found: `${port}`, allowed: `${KIND.port} beside Sentinels` })
  if (headless !== undefined)
    say({
      path: 'headless',
      found: `'${headless}'`,
      allowed: 'nothing (with Sentinels it is there, as <name>-headless)',
    })
}

/**
 * Redis: a StatefulSet of members, its port is called `redis`.
 * `redis('session-cache', { members: 1, volume: { size: '20Gi' } })`
 */
export function redis(name: string, options: RedisOptions = {}): PortedComponent<'redis', RedisOptions> {
  return component(redisSpec, name, options)
}
