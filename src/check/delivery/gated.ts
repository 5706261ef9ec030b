// Gates: each says one thing of what it measures, somebody tries what is required, and whoever may wave a version through
// is not the one who agrees to it next.

import { sourceOf } from '../../estate/source.ts'
import type { Environment, Gate, Pipeline, Platform, Team } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { boundWords } from './bound-words.ts'
import { branchesIn, branchParts, type RequiredParts, requiredParts, requiredSays } from './required.ts'
import { promotionWords, waysInto } from './ways.ts'

type GatedParts = RequiredParts & {
  bound: { readonly measures: string; readonly said: readonly (readonly [where: string, bound: string])[] }
  bypass: { readonly team: string; readonly past: readonly string[]; readonly agrees: readonly string[] }
  agree: { readonly place: string; readonly said: readonly (readonly [way: string, teams: string])[] }
}

export const gated = defineQuestion<GatedParts>({
  id: 'gated',
  asks: 'Does each gate hold what it is there to hold?',

  *judge({ platform }) {
    if (!platform) return
    for (const pipeline of platform.pipelines) {
      const parts = boundParts(pipeline)
      if (parts.length === 0) continue
      yield {
        id: [platform.name, pipeline.name],
        says: `the gates of ${pipeline.name} say one thing each`,
        source: sourceOf(pipeline, pipeline.stated),
        parts,
      }
    }
    for (const branch of branchesIn(platform)) {
      const parts = branchParts(branch, platform)
      if (parts.length === 0) continue
      yield {
        id: [platform.name, branch.name, 'checks'],
        says: `what ${branch.name} requires of a change is tried before it is merged`,
        source: sourceOf(branch, branch.stated),
        parts,
      }
    }
    for (const environment of environmentsOf(platform)) {
      const promotions = platform.promotions.filter(({ to }) => to.name === environment.name)
      const parts = [
        ...promotions.flatMap((promotion) => requiredParts(promotion, platform)),
        ...bypassParts(environment, platform),
        ...agreeParts(environment, platform),
      ]
      if (parts.length === 0) continue
      yield {
        id: [environment.name, 'gates'],
        environment: environment.name,
        cluster: environment.on.name,
        says: `what is required before ${environment.name} is tried, and held`,
        source: sourceOf(environment, environment.stated),
        parts,
      }
    }
  },

  says: {
    bound: ({ measures, said }, truth) =>
      truth === true
        ? `${measures}: ${said[0]?.[1]}`
        : {
            line: `${measures} has ${said.length} bounds, and a version between them passes one and not the other`,
            rows: said,
          },
    ...requiredSays,
    bypass: ({ team, past, agrees }) => ({
      line: `one of ${team} may wave a version through, and agrees to it next`,
      rows: [...past.map((gate) => ['passes', gate] as const), ...agrees.map((way) => ['agrees', way] as const)],
    }),
    agree: ({ place, said }, truth) =>
      truth === true
        ? `whichever way says it, ${said[0]?.[1]} agree to what comes to ${place}`
        : { line: `who agrees to what comes to ${place} is said in ${said.length} ways`, rows: said },
  },
})

interface Held {
  readonly gate: Gate
  readonly stage: string
  readonly stated: Stated | undefined
}

function gatesIn({ stages }: Pipeline): readonly Held[] {
  return stages.flatMap((stage) =>
    stage.gates.map((gate) => ({ gate, stage: stage.name, stated: gate.stated ?? stage.stated })),
  )
}

// Where one gate is told and the other blocks, each says its own thing.
function boundParts(pipeline: Pipeline): readonly AnyPart<GatedParts>[] {
  const held = gatesIn(pipeline).filter(({ gate }) => gate.blocks && boundWords(gate) !== undefined)
  const byMeasure = [...Map.groupBy(held, ({ gate }) => gate.measures.toLowerCase())]
  return byMeasure
    .toSorted(([a], [b]) => byCodePoint(a, b))
    .map(([, alike]) => {
      const said = alike.map(({ gate, stage }) => [stage, boundWords(gate) ?? ''] as const)
      const isOne = new Set(said.map(([, bound]) => bound)).size === 1
      const measures = alike[0]?.gate.measures ?? ''
      const stated = alike.map((one) => one.stated)
      return part(
        'bound',
        isOne,
        { measures, said },
        { cause: `bounds/${measures}`, hint: 'the stricter one, in both', stated },
      )
    })
}

/** Teams that may pass a gate of a pipeline, and whose word alone brings a version further. */
function bypassParts(environment: Environment, platform: Platform): readonly AnyPart<GatedParts>[] {
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
      return [
        part(
          'bypass',
          false,
          { team: team.name, past: past.map(({ gate }) => gate.name), agrees: ways.map(promotionWords) },
          {
            cause: `waves-through/${team.name}`,
            hint: 'somebody else who may pass the gate, or who agrees',
            stated: [...past.map((one) => one.stated), ...ways.map((one) => one.stated)],
          },
        ),
      ]
    })
}

// A promotion and the stages of a pipeline say of one way into an environment who agrees to it.
function agreeParts(environment: Environment, platform: Platform): readonly AnyPart<GatedParts>[] {
  const ways = waysInto(environment, platform).filter(({ by, approvals }) => by === 'machine' && approvals.length > 0)
  const said = ways.map(({ says, approvals }) => [says, teamsOf(approvals)] as const)
  if (said.length < 2) return []
  const isOne = new Set(said.map(([, teams]) => teams)).size === 1
  return [
    part(
      'agree',
      isOne,
      { place: environment.name, said },
      {
        cause: `agreed-twice/${environment.name}`,
        hint: 'the same approvers in both',
        stated: ways.map((one) => one.stated),
      },
    ),
  ]
}

function teamsOf(approvals: readonly { readonly team: Team }[]): string {
  return [...new Set(approvals.map(({ team }) => team.name))].sort(byCodePoint).join(', ')
}
