// Two tiers for tests: the shop live in two zones, and a trial of it; everything can be said otherwise.

import { service } from '../../platform/component/service.ts'
import { type ClusterOptions, cluster } from '../../platform/language/cluster.ts'
import { type EnvironmentOptions, environment } from '../../platform/language/environment.ts'
import { platform } from '../../platform/language/platform.ts'
import { pool } from '../../platform/language/pool.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import type { AnyPromiseKind, AnyQuestion } from '../define.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Verdict } from '../verdict.ts'

/** What runs in both. */
export function tierParts() {
  const orders = service('orders', { listens: 8080, replicas: 4, requests: { cpu: 1, memory: '1Gi' } })
  const requests = { cpu: '500m', memory: '1Gi' } as const
  const checkout = service('checkout', { listens: 8080, replicas: 2, requests, calls: [orders] })
  return { checkout, orders }
}

export interface Tiers {
  readonly live?: Partial<EnvironmentOptions>
  readonly trial?: Partial<EnvironmentOptions>
  readonly harbour?: Partial<ClusterOptions>
  readonly quay?: Partial<ClusterOptions>
  /** The trial waits for the live one, or serves beside it. */
  readonly standby?: boolean
  readonly active?: boolean
  /** More options of the trial that name the live one. */
  readonly beside?: (live: Environment) => Partial<EnvironmentOptions>
}

interface Both {
  readonly live: Environment
  readonly trial: Environment
}

/** What a question or a kind of promise says of them, a line for each verdict: its word, what it is about, and what decides it. */
export function judgedTiers(
  kind: AnyPromiseKind | AnyQuestion,
  promises: (tiers: Both) => readonly PlatformPromise[],
  tiers: Tiers = {},
): readonly string[] {
  return verdictsOfTiers(kind, promises, tiers).map(
    (verdict) => `${verdict.verdict} ${verdict.id}: ${linesOf(verdict).join('; ')}`,
  )
}

/** The same, verdicts as they are. */
export function verdictsOfTiers(
  kind: AnyPromiseKind | AnyQuestion,
  promises: (tiers: Both) => readonly PlatformPromise[],
  { live: ofLive, trial: ofTrial, harbour, quay, standby, active, beside: more }: Tiers = {},
): readonly Verdict[] {
  const machines = pool('app', { nodes: 4, cpu: 8, memory: '32Gi', zones: ['a', 'b'] })
  const on = cluster('harbour', { kubernetes: '1.34', pools: [machines], region: 'north', ...harbour })
  const beside = cluster('quay', { kubernetes: '1.34', pools: [machines], region: 'south', ...quay })
  const { checkout, orders } = tierParts()
  const runs = [checkout, orders]
  const live = environment('live', { on, namespace: 'live', purpose: 'production', runs, ...ofLive })
  const bound = { ...(standby && { standbyOf: live }), ...(active && { activeWith: live }), ...more?.(live) }
  const trial = environment('trial', {
    on: beside,
    namespace: 'trial',
    purpose: 'staging',
    like: live,
    ...bound,
    ...ofTrial,
  })
  const made = platform('shop', { environments: [live, trial], promises: promises({ live, trial }) })
  return verdictsOf(kind, sampleWorld(made))
}
