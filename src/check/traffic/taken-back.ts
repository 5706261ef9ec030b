// A canary that ends by itself: something measures what fails, and takes it back. A Deployment looks at readiness alone,
// and a mesh shares out requests as it is told.

import { takesBack } from '../../knowledge/rollout-controllers.ts'
import type { Environment, Stage, Strategy } from '../../platform/model.ts'
import type { Stated } from '../../platform/source.ts'
import { type AnyPart, part } from '../define.ts'
import { asDeclared } from '../security/as-declared.ts'
import type { World } from '../world.ts'

export type TakenParts = {
  taken: { readonly place: string; readonly above: string; readonly by?: string; readonly stage?: string }
}

/** `stages`: those of its pipeline from the one on that begins it. */
export function takenParts(
  { abortsAbove, by }: Extract<Strategy, { kind: 'canary' }>,
  { name: place }: Environment,
  stages: readonly Stage[],
  stated: Stated | undefined,
  world: Pick<World, 'denied'>,
): readonly AnyPart<TakenParts>[] {
  if (abortsAbove === undefined) return []
  const stage = stages.find((one) => one.in?.name === place && one.onFailure === 'rollback' && holds(one, abortsAbove))
  const isBy = stage === undefined && by !== undefined && takesBack(by)
  const says = `${by} takes back a canary in ${place} of which more than ${abortsAbove} fail, as declared`
  const declared = isBy ? asDeclared(`taken-back/${place}/${by}`, says, world) : undefined
  const truth = declared ? declared.truth : stage !== undefined || undefined
  return [
    part(
      'taken',
      truth,
      { place, above: abortsAbove, ...(by !== undefined && { by }), ...(stage && { stage: stage.name }) },
      {
        hint: "by: 'Argo Rollouts' or 'Flagger'",
        assumes: declared?.assumes ?? [],
        ...(truth === false && { cause: `taken-back/${place}` }),
        ...(truth === undefined && { waitsFor: `by: of the canary in ${place}` }),
        stated: [stated, stage?.stated],
      },
    ),
  ]
}

// A stage may look by itself, at the very bound.
function holds({ gates }: Stage, bound: string): boolean {
  return gates.some(({ below, atMost }) => below === bound || atMost === bound)
}

export const takenSays = {
  taken: ({ above, by, stage }: TakenParts['taken'], truth: boolean | undefined) => {
    const ends = `more than ${above} that fail take it back`
    if (truth !== undefined) return `${ends}: by ${stage === undefined ? by : `the stage ${stage}`}`
    return by === undefined
      ? `${ends}, and nobody says by what: a Deployment looks at readiness, not at failed requests; a mesh shares out requests as it is told`
      : `${ends}, and whether ${by} does that is not known`
  },
}
