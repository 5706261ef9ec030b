// What an environment that stands by lacks until it serves: something that has to run, or its full size.

import type { Component } from '../../platform/component.ts'
import { componentIn, componentsOf } from '../../platform/derive.ts'
import type { Environment, Step } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'

export type StandbyParts = {
  runs: { standby: string; lacks: readonly string[]; by: readonly string[] }
  size: { standby: string; stands?: string; by: readonly string[]; unsaid: readonly string[] }
}

export interface Away {
  /** Of whatever is done about the loss of its cluster or region. */
  readonly steps: readonly Step[]
  /** All of it is to come back, and not some stores alone. */
  readonly isWhole: boolean
}

export function namesOf(steps: readonly Step[], does: readonly Step['does'][], store?: Component): readonly string[] {
  const isMeant = ({ of }: Step) =>
    store === undefined || of === undefined || of.some(({ name }) => name === store.name)
  return steps.filter((step) => does.includes(step.does) && isMeant(step)).map(({ name }) => name)
}

// Where only some stores are promised, nothing else has to be there.
export function runsPart(
  standby: Environment,
  environment: Environment,
  { steps, isWhole }: Away,
): readonly AnyPart<StandbyParts>[] {
  if (!isWhole) return []
  const lacks = componentsOf(environment)
    .filter(
      (one) => traitsOf(one).runs.some(({ controller }) => controller !== 'outside') && !componentIn(standby, one),
    )
    .map(({ name }) => name)
    .sort()
  const by = namesOf(steps, ['deploy'])
  return [
    part(
      'runs',
      lacks.length === 0 || by.length > 0,
      { standby: standby.name, lacks, by },
      {
        cause: `lacks/${standby.name}`,
        hint: `what ${environment.name} runs, or a step that deploys it`,
        stated: [standby.stated, environment.stated],
      },
    ),
  ]
}

// What stands by in part grows first, while everybody else in the failed region asks for machines as well.
export function sizePart(
  { name, standby, standbyAt, stated, standbyOf }: Environment,
  steps: readonly Step[],
): readonly AnyPart<StandbyParts>[] {
  if (!standbyOf || standby === 'hot' || percentOf(standbyAt) === 100) return []
  if (standby === undefined && standbyAt === undefined) return []
  const growing = steps.filter(({ does }) => does === 'scale' || (standby === 'cold' && does === 'deploy'))
  const unsaid = growing.filter(({ takes }) => takes === undefined).map((step) => step.name)
  const isSaid = standby === 'cold' || standbyAt !== undefined
  const truth: Truth =
    growing.length > 0 ? (isSaid && unsaid.length === 0 ? true : undefined) : isSaid ? false : undefined
  const stands = standby === 'cold' ? 'nothing' : standbyAt
  return [
    part(
      'size',
      truth,
      { standby: name, ...(stands !== undefined && { stands }), by: growing.map((step) => step.name), unsaid },
      {
        cause: `standby-size/${name}`,
        waitsFor: 'how much of it stands by (standbyAt), and a step that scales it, with a time',
        hint: 'a step that brings it to full size, with its time; or as much as serves all',
        stated: [stated, ...growing.map((step) => step.stated)],
      },
    ),
  ]
}

export const standbyWords = {
  runs: ({ standby, lacks, by }: StandbyParts['runs'], truth: Truth): string => {
    if (lacks.length === 0) return `${standby} runs all of it`
    return `${standby} does not run ${lacks.join(', ')}${truth ? `, which ${by.join(', ')} brings` : ''}`
  },
  size: sizeWords,
}

function sizeWords({ standby, stands, by, unsaid }: StandbyParts['size'], truth: Truth): string {
  const part =
    stands === undefined ? `nobody says how much of ${standby} stands by` : `${stands} of ${standby} stands by`
  if (by.length === 0) return `${part}, and no step brings it to full size`
  const steps = by.join(', ')
  if (truth) return `${part}, and ${steps} brings it to full size`
  return `${part}, and ${steps} brings it to full size${unsaid.length > 0 ? ' in a time that nobody says' : ''}`
}
