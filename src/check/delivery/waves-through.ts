// Teams that may pass a gate of a pipeline, and whose word alone brings a version further: worth knowing, and a fault where
// nobody alone is to bring one there.

import type { Environment, Gate, Pipeline, Platform, Team } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import type { Advice } from '../report.ts'
import type { Words } from '../verdict.ts'
import type { World } from '../world.ts'
import { promotionWords } from './ways.ts'

export interface Held {
  readonly gate: Gate
  readonly stage: string
  readonly stated: Stated | undefined
}

export function gatesIn({ stages }: Pipeline): readonly Held[] {
  return stages.flatMap((stage) =>
    stage.gates.map((gate) => ({ gate, stage: stage.name, stated: gate.stated ?? stage.stated })),
  )
}

export interface Waving {
  readonly team: string
  /** Gates that it may pass. */
  readonly past: readonly string[]
  readonly agrees: readonly string[]
}

export function wavingWords({ team, past, agrees }: Waving): Words {
  return {
    line: `one of ${team} may wave a version through, and agrees to it next`,
    rows: [...past.map((gate) => ['passes', gate] as const), ...agrees.map((way) => ['agrees', way] as const)],
  }
}

export function wavingThrough(
  environment: Environment,
  platform: Platform,
): readonly (Waving & { readonly stated: readonly (Stated | undefined)[] })[] {
  const gates = platform.pipelines.flatMap(gatesIn).filter(({ gate }) => gate.blocks)
  const teams = new Map<string, Team>()
  for (const { gate } of gates) for (const team of gate.bypassedBy) teams.set(team.name, team)
  const into = platform.promotions.filter(({ to, approvers }) => to.name === environment.name && approvers.length === 1)
  return [...teams.values()]
    .toSorted((a, b) => byCodePoint(a.name, b.name))
    .flatMap((team) => {
      const ways = into.filter(({ approvers }) => approvers[0]?.team.name === team.name && approvers[0].count === 1)
      if (ways.length === 0) return []
      const past = gates.filter(({ gate }) => gate.bypassedBy.some(({ name }) => name === team.name))
      const stated = [...past, ...ways].map((one) => one.stated)
      return [{ team: team.name, past: past.map(({ gate }) => gate.name), agrees: ways.map(promotionWords), stated }]
    })
}

export function* wavesThrough({ platform }: World): Generator<Advice> {
  if (!platform) return
  for (const environment of environmentsOf(platform))
    for (const { stated: _, ...waving } of wavingThrough(environment, platform))
      yield { id: `waves-through/${environment.name}/${waving.team}`, says: wavingWords(waving) }
}
