// Sentinels beside a Redis: who votes on its master, how long a promotion takes by their settings, and who keeps the
// names of the roles.

import type { Election, Endpoint, ProbeOptions, Traits, Within, Workload } from '../component.ts'
import { count, duration, type Fields, record, stated, text } from '../schema.ts'
import type { Stated } from '../source.ts'
import { type Duration, type Range, secondsOf } from '../units.ts'
import { resources } from './fields.ts'
import type { NameOptions, ResourceOptions, WorkloadOptions } from './options.ts'
import { healthPort, memberCommand, proxyCommand, type SentinelSettings, sentinelCommand } from './redis-scripts.ts'
import { present, workloadOf } from './workload.ts'

export interface SentinelOptions {
  /** How many vote; default 3. */
  readonly members?: number
  /** How many have to agree that the master is down; default: a majority of them. */
  readonly quorum?: number
  /** How long a master may be silent; default 30s. */
  readonly downAfter?: Duration
  /** Default 3m. */
  readonly failoverTimeout?: Duration
  /** How many followers turn to a new master at once; default 1. */
  readonly parallelSyncs?: number
  /** Each Sentinel, and each proxy, asks for so much. */
  readonly requests?: ResourceOptions
  readonly limits?: ResourceOptions
  /** Pods behind each name of a role that lead to whoever has the role. */
  readonly proxies?: { readonly replicas?: number; readonly image?: string }
  readonly stated?: Stated
}

export const sentinelField = record("Sentinels such as { members: 3, downAfter: '5s' }", {
  members: count(3),
  quorum: count(1),
  downAfter: duration,
  failoverTimeout: duration,
  parallelSyncs: count(1),
  requests: resources,
  limits: resources,
  proxies: record("proxies such as { replicas: 2, image: 'haproxy:3.2' }", { replicas: count(1), image: text }),
  stated,
} satisfies Fields)

interface Guarded extends WorkloadOptions {
  readonly members?: number
  readonly replication?: 'none' | { readonly lag?: Duration; readonly promotes?: Duration | Range<Duration> }
}

export function settingsOf({ replication }: Guarded, sentinel: SentinelOptions): SentinelSettings {
  const { members = 3, quorum, downAfter, failoverTimeout, parallelSyncs = 1 } = sentinel
  const lag = typeof replication === 'object' ? secondsOf(replication.lag) : undefined
  return {
    quorum: quorum ?? Math.floor(members / 2) + 1,
    downAfterSeconds: secondsOf(downAfter) ?? 30,
    failoverTimeoutSeconds: secondsOf(failoverTimeout) ?? 180,
    parallelSyncs,
    maxLagSeconds: Math.max(1, Math.round(lag ?? 10)),
  }
}

// src/sentinel.c of Redis 7: the others are asked each second (SENTINEL_ASK_PERIOD), a vote begins up to a second late
// (SENTINEL_MAX_DESYNC) and is given up after 10 s (SENTINEL_ELECTION_TIMEOUT), and who was promoted is seen within a second
// (SENTINEL_INFO_PERIOD while a failover is under way); then the proxies look again within a second.
const asked = 1
const begun = 1
const voted = 10
const seen = 1
const led = 1

/** From the last answer of the master until its name leads to the next one, where the first vote succeeds. */
export function promotionSeconds({ downAfterSeconds }: SentinelSettings): Range<number> {
  return { from: downAfterSeconds, to: downAfterSeconds + asked + begun + voted + seen + led }
}

/** What is there beside the members, and what becomes of the members. */
export function withSentinels(traits: Traits, name: string, options: Guarded, sentinel: SentinelOptions): Traits {
  const settings = settingsOf(options, sentinel)
  const [member, ...others] = traits.runs as readonly [Workload, ...Workload[]]
  const proxies = proxiesOf(name, options, sentinel)
  const members = {
    ...member,
    governedBy: `${name}-headless`,
    command: member.command ?? memberCommand(name, settings),
  }
  const own = member.ports.map((port) => (proxies.length > 0 ? { ...port, isInner: true as const } : port))
  return {
    ...traits,
    runs: [{ ...members, ports: own }, sentinelOf(name, options, sentinel, settings), ...proxies, ...others],
    serves: [...names(traits.serves, proxies, name), ...headless(name, member)],
    within: [...(traits.within ?? []), ...between(name, proxies)],
    elects: [present<Election>({ name: `${name}-sentinel`, voters: [`${name}-sentinel`], stated: sentinel.stated })],
    replicates: traits.replicates && {
      ...traits.replicates,
      by: `${name}-sentinel`,
      promotes: traits.replicates.promotes ?? spanOf(promotionSeconds(settings)),
    },
  }
}

function spanOf({ from, to }: Range<number>): Range<Duration> {
  return { from: `${from}s`, to: `${to}s` }
}

const pinged: ProbeOptions = { command: ['sh', '-c', 'redis-cli -p 26379 ping | grep -q PONG'] }

function sentinelOf(name: string, options: Guarded, sentinel: SentinelOptions, settings: SentinelSettings): Workload {
  const base = {
    name: `${name}-sentinel`,
    controller: 'StatefulSet',
    replicas: sentinel.members ?? 3,
    ports: [{ name: 'sentinel', port: 26379, protocol: 'TCP', isInner: true }],
    governedBy: `${name}-sentinel`,
  } as const
  return {
    ...workloadOf(base, { ...beside(base.name, options, sentinel, options.image), ...probed(options, pinged) }),
    command: sentinelCommand(name, settings),
    scratch: '/tmp',
  }
}

/** One Deployment for each name of a role, called like the name. */
function proxiesOf(name: string, options: Guarded, { proxies, ...sentinel }: SentinelOptions): readonly Workload[] {
  return rolesOf(options.names).map(([service, role]) => {
    const base = {
      name: service,
      controller: 'Deployment',
      replicas: proxies?.replicas ?? 2,
      ports: [{ name: 'redis', port: 6379, protocol: 'TCP' }],
    } as const
    const command = proxyCommand(name, options.members ?? 1, role === 'replica' ? 'slave' : 'master')
    const probes = probed(options, { path: '/healthz', port: healthPort })
    return {
      ...workloadOf(base, { ...beside(base.name, options, sentinel, proxies?.image), ...probes }),
      command,
      scratch: '/tmp',
    }
  })
}

// What holds for the store's pods holds for these, but for their account, their size, their image and what is said of the store alone.
function beside(
  name: string,
  options: Guarded,
  { requests, limits }: SentinelOptions,
  image: string | undefined,
): WorkloadOptions {
  const { place, security, secrets, starts, tolerates } = options
  const account = options.account && name
  const budget = options.budget && { maxUnavailable: 1 }
  return present({ account, place, security, secrets, starts, tolerates, requests, limits, image, budget })
}

/** As often as the store's own probes, where it has some, and asked as these programs are asked. */
function probed({ readiness, liveness }: Guarded, asks: ProbeOptions): WorkloadOptions {
  const as = (probe: ProbeOptions | undefined) => probe && { ...timesOf(probe), ...asks }
  return present({ readiness: as(readiness), liveness: as(liveness) })
}

function timesOf({ path: _, port: __, command: ___, ...times }: ProbeOptions): ProbeOptions {
  return times
}

function rolesOf(names: NameOptions | undefined): readonly (readonly [service: string, role: string])[] {
  if (names === undefined || Array.isArray(names)) return []
  return Object.entries(names).flatMap(([service, said]) => {
    const role = typeof said === 'string' ? said : said.role
    return role === undefined ? [] : [[service, role] as const]
  })
}

// The name leads to the proxies, and by them to the store.
function names(serves: readonly Endpoint[], proxies: readonly Workload[], store: string): readonly Endpoint[] {
  const kept = new Set(proxies.map(({ name }) => name))
  return serves.map((one) => (kept.has(one.name) ? { ...one, of: one.name, leadsTo: store, ports: ['redis'] } : one))
}

function headless(name: string, member: Workload): readonly Endpoint[] {
  const ports = member.ports.map((port) => port.name)
  return [
    { name: `${name}-headless`, of: name, headless: true, ports },
    { name: `${name}-sentinel`, of: `${name}-sentinel`, headless: true, ports: ['sentinel'] },
  ]
}

function between(name: string, proxies: readonly Workload[]): readonly Within[] {
  const sentinels = `${name}-sentinel`
  return [
    { from: name, to: name, port: 'redis', option: 'sentinel' },
    { from: name, to: sentinels, port: 'sentinel', option: 'sentinel' },
    { from: sentinels, to: name, port: 'redis', option: 'sentinel' },
    { from: sentinels, to: sentinels, port: 'sentinel', option: 'sentinel' },
    ...proxies.map((proxy) => ({ from: proxy.name, to: name, port: 'redis', option: 'names' })),
  ]
}
