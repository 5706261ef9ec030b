// What people need most is what they can do without for the shortest time: a function that is called less critical than
// another and has to be back before it contradicts one of its two figures, and whoever recovers by either is wrong by the other
// (ISO 22317:2021, business impact analysis: priorities follow from how soon an interruption becomes unacceptable).

import type { BusinessFunction } from '../../platform/model.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'

interface Ranked {
  readonly name: string
  readonly criticality: string
  readonly downAtMost: string
}

export type OrderParts = {
  order: Ranked & {
    /** More critical ones that people can do without for longer. */
    readonly later: readonly Ranked[]
    /** Whatever is more critical. */
    readonly graver: readonly Ranked[]
  }
}

const ranks = { critical: 2, important: 1, normal: 0 } as const

// What has to be back sooner is brought back first: a word that says otherwise, and the time, are not of one plan.
export function orderPart(one: BusinessFunction, all: readonly BusinessFunction[]): readonly AnyPart<OrderParts>[] {
  const { criticality } = one
  if (criticality === undefined) return []
  const graver = all.flatMap(({ name, in: place, criticality: other, downAtMost, stated }) =>
    other !== undefined && place.name === one.in.name && ranks[other] > ranks[criticality]
      ? [{ name, criticality: other, downAtMost, stated }]
      : [],
  )
  if (graver.length === 0 && !all.some((other) => isLess(other, one))) return []
  const seconds = secondsOf(one.downAtMost) ?? 0
  const later = graver.filter(({ downAtMost }) => (secondsOf(downAtMost) ?? 0) > seconds)
  const ranked = ({ name, criticality: word, downAtMost }: Ranked) => ({ name, criticality: word, downAtMost })
  return [
    part(
      'order',
      later.length === 0,
      {
        name: one.name,
        criticality,
        downAtMost: one.downAtMost,
        later: later.map(ranked),
        graver: graver.map(ranked),
      },
      {
        cause: `order/${one.in.name}/${one.name}`,
        hint: 'a word as grave as the time is short, or a longer time',
        stated: [one.stated, ...later.map(({ stated }) => stated)],
      },
    ),
  ]
}

function isLess({ criticality, in: place }: BusinessFunction, one: BusinessFunction): boolean {
  return (
    criticality !== undefined &&
    one.criticality !== undefined &&
    place.name === one.in.name &&
    ranks[criticality] < ranks[one.criticality]
  )
}

export const orderWords = { order: sayOrder }

function sayOrder({ name, criticality, downAtMost, later, graver }: OrderParts['order'], truth: Truth): string {
  const of = (all: readonly Ranked[]) =>
    all.map((other) => `${other.name}, ${other.criticality}, within ${other.downAtMost}`).join('; ')
  const line = `${name} is ${criticality}, and back within ${downAtMost}`
  if (truth !== true) return `${line}; what is graver may be away for longer: ${of(later)}`
  return graver.length === 0 ? `${line}: nothing is graver` : `${line}; what is graver is back no later: ${of(graver)}`
}
