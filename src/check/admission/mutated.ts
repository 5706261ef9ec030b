// What a verdict on pods rests on where somebody changes pods as they are created.

import { type Mutator, mutatorsOf } from '../../engine/admission/mutators.ts'
import type { Assumption } from '../../engine/assumption.ts'
import type { Truth } from '../verdict.ts'
import { table } from '../world.ts'

/** Who sees the pods of a class. */
export const mutatorsIn = table(({ estate }) => mutatorsOf(estate))

export interface Mutated {
  readonly truth: Truth
  readonly assumes: readonly Assumption[]
  readonly may: Perhaps
}

/** Who may turn what is false into true, by name; absent where nobody. */
export interface Perhaps {
  readonly perhaps?: readonly string[]
}

/** What holds of pods as they are written is assumed of what they become; what fails may fail no more, but for containers that are only added. */
export function mutated(truth: Truth, mutators: readonly Mutator[], denied: ReadonlySet<string>): Mutated {
  if (truth === true) {
    const assumes = mutators.map(({ assumption }) => assumption)
    return { truth: assumes.some(({ id }) => denied.has(id)) ? undefined : true, assumes, may: {} }
  }
  const perhaps = truth === false ? mutators.filter(({ adds }) => !adds).map(({ name }) => name) : []
  return perhaps.length > 0 ? { truth: undefined, assumes: [], may: { perhaps } } : { truth, assumes: [], may: {} }
}

/** A row for each who may turn it. */
export function perhapsRows({ perhaps = [] }: Perhaps): readonly (readonly [string, string])[] {
  return perhaps.map((name) => ['perhaps', `${name} changes the pods`])
}
