// What a platform declares beside components and promises: its document, decisions, deliveries, drills, procedures, and
// environments that are not there yet. Questions read it from here, whoever said it.

import { makingOf } from '../../platform/made.ts'
import type { Decision, Delivery, Drill, Environment, Paper, Platform, Procedure } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { reachable } from '../../platform/reachable.ts'

export interface Plans {
  readonly document?: Paper
  readonly decisions: readonly Decision[]
  readonly deliveries: readonly Delivery[]
  readonly drills: readonly Drill[]
  /** Declared, or gone by in a promise or a drill. */
  readonly procedures: readonly Procedure[]
  readonly planned: readonly Environment[]
}

/** Each list sorted by name; `planned`: the environments that a platform free of doubt has no more. */
export function plansOf(platform: Platform, planned: readonly Environment[]): Plans {
  const { document, decisions, deliveries, drills } = platform
  return {
    ...(document && { document }),
    decisions: byName(decisions),
    deliveries: byName(deliveries),
    drills: byName(drills),
    procedures: byName(proceduresOf(platform)),
    planned: byName(planned),
  }
}

function proceduresOf(platform: Platform): readonly Procedure[] {
  const named = new Map<string, Procedure>()
  for (const value of reachable(platform)) {
    if (makingOf(value)?.is !== 'procedure') continue
    const procedure = value as Procedure
    if (!named.has(procedure.name)) named.set(procedure.name, procedure)
  }
  return [...named.values()]
}

function byName<T extends { readonly name: string }>(values: readonly T[]): readonly T[] {
  return values.toSorted((a, b) => byCodePoint(a.name, b.name))
}
