// Gates: each says one thing of what it measures, somebody tries what is required, and whoever may wave a version through
// is not the one who agrees to it next.

import { sourceOf } from '../../estate/source.ts'
import type { Environment, Pipeline, Platform, Team } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { boundWords } from './bound-words.ts'
import { branchesIn, branchParts, type RequiredParts, requiredParts, requiredSays } from './required.ts'
import { gatesIn, type Waving, wavingThrough, wavingWords } from './waves-through.ts'
import { waysInto } from './ways.ts'

type GatedParts = RequiredParts & {
  bound: { readonly measures: string; readonly said: readonly (readonly [where: string, bound: string])[] }
  bypass: Waving
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
    bypass: wavingWords,
    agree: ({ place, said }, truth) =>
      truth === true
        ? `whichever way says it, ${said[0]?.[1]} agree to what comes to ${place}`
        : { line: `who agrees to what comes to ${place} is said in ${said.length} ways`, rows: said },
  },
})

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

// Whether one team may do both is a matter of who is trusted, unless two have to be.
function bypassParts(environment: Environment, platform: Platform): readonly AnyPart<GatedParts>[] {
  if (
    !platform.promises.some(
      (one) => one.is === 'promise' && one.kind === 'changes' && one.are === 'byTwo' && isOf(one.in, environment),
    )
  )
    return []
  return wavingThrough(environment, platform).map(({ team, past, agrees, stated }) =>
    part(
      'bypass',
      false,
      { team, past, agrees },
      { cause: `waves-through/${team}`, hint: 'somebody else who may pass the gate, or who agrees', stated },
    ),
  )
}

function isOf(said: Environment | undefined, { name }: Environment): boolean {
  return said === undefined || said.name === name
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
