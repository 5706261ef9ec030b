import type { Traits } from '../component.ts'
import { EVICTIONS } from '../model/store.ts'
import type { Eviction } from '../model.ts'
import { count, either, oneOf, size } from '../schema.ts'
import { bytesOf, type Size } from '../units.ts'
import type { Say } from '../validate.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { open } from './rules.ts'
import { type SentinelOptions, sentinelField, withSentinels } from './sentinel.ts'
import { checkStore, type StoreKind, storePorts, storeTraits } from './store.ts'
import { type StoreOptions, storeFields } from './store-options.ts'
import { type Ports, portNumbers, present } from './workload.ts'

// The port that Redis listens on by default (redis.conf: port 6379).
// Its exporter: github.com/oliver006/redis_exporter.
// Its followers are asynchronous by default (redis.io/docs/latest/operate/oss_and_stack/management/replication).
const KIND: StoreKind = {
  noun: 'redis',
  followsAsynchronously: true,
  portName: 'redis',
  port: 6379,
  mount: '/data',
  exporter: { image: 'docker.io/oliver006/redis_exporter:v1.80.0', port: 9121 },
}

export interface RedisOptions extends StoreOptions {
  /** `cluster`: keys are shared out among masters, which promote each other's followers by majority. */
  readonly mode?: 'cluster'
  /** Of a cluster: among how many masters keys are shared out; the other members follow them; `pairs`: each has one. */
  readonly shards?: number | 'pairs'
  /** What all members may hold together; each is told its part (`maxmemory`), and asks for as much unless `requests` say more. */
  readonly memory?: Size
  /** What goes when that is full; default `noeviction`: writes are refused. */
  readonly eviction?: Eviction
  /** What is left of a member that starts again: nothing, its last snapshot, or each write (`appendonly`). */
  readonly persistence?: 'none' | 'snapshots' | 'log'
  /** Who watches the master and promotes a follower in its place. */
  readonly sentinel?: SentinelOptions
}

export const redisSpec: ComponentSpec<RedisOptions> = {
  noun: 'redis',
  fields: {
    ...storeFields,
    mode: oneOf('cluster'),
    shards: either(count(1), oneOf('pairs')),
    memory: size,
    eviction: oneOf(...EVICTIONS),
    persistence: oneOf('none', 'snapshots', 'log'),
    sentinel: sentinelField,
  },
  ports: (options) => portNumbers(portsOf(options)),
  traits: (name, options) => {
    const traits = redisTraits(name, options)
    return options.sentinel ? withSentinels(traits, name, options, options.sentinel) : traits
  },
  rules(name, options, say) {
    checkStore(kindOf(options), name, options, say)
    if (options.mode === 'cluster') checkCluster(options, say)
    else if (options.shards !== undefined && !open(options.mode))
      say({
        path: 'shards',
        found: `${options.shards}`,
        allowed: "nothing (without mode: 'cluster' each member holds all keys)",
      })
    if (options.sentinel && !open(options.sentinel)) checkSentinel(options, options.sentinel, say)
  },
}

// Members of a cluster follow each other as it is made, asynchronously (redis.io/docs/latest/operate/oss_and_stack/reference/cluster-spec).
function kindOf(options: RedisOptions): StoreKind {
  if (options.mode !== 'cluster') return KIND
  const { members = 1 } = options
  const isFollowed = members > (partsOf(options) ?? members)
  return {
    ...KIND,
    replication: { mode: isFollowed ? 'asynchronous' : 'none', failover: isFollowed ? 'automatic' : 'none' },
  }
}

function partsOf({ shards, members = 1 }: RedisOptions): number | undefined {
  return shards === 'pairs' ? Math.floor(members / 2) : shards
}

// What members of a cluster tell each other goes over a port of its own, 10000 above.
function portsOf(options: RedisOptions): Ports {
  const ports = storePorts(KIND, options)
  const bus = (options.port ?? KIND.port) + 10_000
  return options.mode === 'cluster' ? [...ports, { name: 'bus', port: bus, protocol: 'TCP', isInner: true }] : ports
}

function redisTraits(name: string, options: RedisOptions): Traits {
  const { memory, eviction, mode, members = 1, requests, managedBy } = options
  const each = memory === undefined ? undefined : Math.floor((bytesOf(memory) ?? 0) / members)
  const asked = each === undefined || requests?.memory ? requests : { ...requests, memory: `${each}` as const }
  const given = present({ ...options, requests: asked, command: options.command ?? commandOf(options, each) })
  const policy = eviction ?? (memory === undefined ? undefined : 'noeviction')
  return present({
    ...storeTraits(kindOf(options), name, managedBy ? options : given, { ports: portsOf(options) }),
    evicts: policy && present({ policy, memory }),
    shards: mode === 'cluster' ? present({ parts: partsOf(options), by: 'hash' as const }) : undefined,
  })
}

// The settings of redis.conf by their names; without any, the image starts as it does.
function commandOf({ mode, eviction, persistence }: RedisOptions, each: number | undefined): string[] | undefined {
  const settings = [
    ...(mode === 'cluster' ? ['--cluster-enabled', 'yes', '--cluster-config-file', '/data/nodes.conf'] : []),
    ...(each === undefined ? [] : ['--maxmemory', `${each}`]),
    ...(eviction === undefined ? [] : ['--maxmemory-policy', eviction]),
    ...(persistence === undefined ? [] : ['--appendonly', persistence === 'log' ? 'yes' : 'no']),
    ...(persistence === 'none' ? ['--save', ''] : []),
  ]
  return settings.length === 0 ? undefined : ['redis-server', ...settings]
}

// redis-cli refuses to create a cluster of fewer than three masters (redis-cli.c, clusterManagerCommandCreate).
function checkCluster(options: RedisOptions, say: Say): void {
  const { managedBy, members = managedBy ? 3 : 1, sentinel } = options
  const shards = partsOf(options)
  if (!open(members) && members < 3)
    say({ path: 'members', found: `${members}`, allowed: 'at least 3, the fewest masters of a cluster' })
  if (shards !== undefined && !open(shards) && (shards < 3 || shards > members))
    say({ path: 'shards', found: `${shards}`, allowed: `from 3 to the ${members} members` })
  if (sentinel)
    say({ path: 'sentinel', found: 'Sentinels', allowed: 'nothing (members of a cluster promote each other)' })
}

function checkSentinel({ replication, port, headless }: RedisOptions, sentinel: SentinelOptions, say: Say): void {
  const { members = 3, quorum = 1 } = sentinel
  if (
    replication === undefined ||
    replication === 'none' ||
    (!open(replication) && (replication.mode ?? 'asynchronous') !== 'asynchronous')
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
