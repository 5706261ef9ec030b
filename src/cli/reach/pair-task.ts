// One pair, as plain data: made where the estates are. The matrix needs none of the questions that this loads.

import { podsOf } from '../../engine/pods/pods-of.ts'
import type { Estate } from '../../estate/estate.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'
import { type PairAnswer, pairAnswer } from './pair.ts'

export interface PairOptions {
  readonly from: string
  readonly to: string
}

export interface Paired {
  readonly asOf: string
  readonly pairs: readonly PairAnswer[]
  /** Workloads by name, for the nearest word. */
  readonly names: readonly string[]
}

export function pairTask(estates: readonly Estate[], { asOf, options }: EstatesAsked): Paired {
  const { from, to } = options as PairOptions
  const pairs = estates.flatMap((estate) => pairAnswer(estate, from, to))
  const names = estates.flatMap((estate) => podsOf(estate).map(({ namespace, name }) => `${namespace}/${name}`))
  return { asOf, pairs, names }
}
