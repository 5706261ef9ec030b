// What a platform declares beside components and promises: its document, decisions, deliveries, drills, procedures, and
// environments that are not there yet. Questions read it from here, whoever said it.

import { makingOf } from '../../platform/made.ts'
import type {
  BusinessFunction,
  Decision,
  Delivery,
  DnsFailover,
  Drill,
  Environment,
  Paper,
  Platform,
  Procedure,
  Scenario,
} from '../../platform/model.ts'
import type { Noun } from '../../platform/noun.ts'
import { byCodePoint } from '../../platform/order.ts'
import { allReachable } from '../../platform/reachable.ts'
import type { Choice } from '../../platform/worlds.ts'

export interface Plans {
  readonly document?: Paper
  readonly decisions: readonly Decision[]
  readonly deliveries: readonly Delivery[]
  readonly drills: readonly Drill[]
  /** Declared, or gone by in a promise or a drill. */
  readonly procedures: readonly Procedure[]
  readonly planned: readonly Environment[]
  readonly scenarios: readonly Scenario[]
  readonly functions: readonly BusinessFunction[]
  /** Declared, or named by a promise or a step. */
  readonly failovers: readonly DnsFailover[]
  /** Choices that nobody has made. */
  readonly open: readonly Choice[]
}

/** Each list sorted by name; `planned`: the environments that a platform free of doubt has no more. */
export function plansOf(platform: Platform, planned: readonly Environment[], open: readonly Choice[] = []): Plans {
  const { document, decisions, deliveries, drills, scenarios, functions } = platform
  return {
    ...(document && { document }),
    decisions: byName(decisions),
    deliveries: byName(deliveries),
    drills: byName(drills),
    procedures: byName(reached<Procedure>('procedure', platform)),
    planned: byName(planned),
    scenarios: byName(scenarios.filter((one) => one.is === 'scenario')),
    functions: byName(functions),
    failovers: byName(reached<DnsFailover>('dnsFailover', platform)),
    open,
  }
}

function reached<T extends { readonly name: string }>(noun: Noun, platform: Platform): readonly T[] {
  const named = new Map<string, T>()
  for (const value of allReachable(platform)) {
    if (makingOf(value)?.is !== noun) continue
    const one = value as T
    if (!named.has(one.name)) named.set(one.name, one)
  }
  return [...named.values()]
}

function byName<T extends { readonly name: string }>(values: readonly T[]): readonly T[] {
  return values.toSorted((a, b) => byCodePoint(a.name, b.name))
}
