// What is said of requests that a recommender works out: over how long it looks at usage, who looks at what it says, and what
// becomes of that.

import type { Assumption } from '../../engine/assumption.ts'
import type { FactOf } from '../../estate/estate.ts'
import { type AnyPart, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { type Applied, appliedParts, sayApplied } from './applied-part.ts'

export type Resizes = FactOf<'resizes'>

export type RecommendedParts = {
  history: { readonly times: readonly string[] }
  looks: { readonly every: string }
  applied: Applied
}

// The recommender's own flags (kubernetes/autoscaler vertical-pod-autoscaler/docs/flags.md: history-length, default 8d).
export function recommendedParts(fact: Resizes, view: View): readonly AnyPart<RecommendedParts>[] {
  const { estate, denied } = view
  const { historySeconds, evaluatesSeconds } = fact
  const all = estate.facts.flatMap((one) => (one.trait === 'resizes' ? (one.historySeconds ?? []) : []))
  const times = [...new Set(all)].sort((a, b) => a - b).map(saySeconds)
  const person = evaluatesSeconds === undefined ? undefined : lookingOf(fact, evaluatesSeconds)
  const setting = historySeconds === undefined ? undefined : historyOf(estate.cluster, historySeconds, fact)
  return [
    ...(setting
      ? [
          part(
            'history',
            times.length === 1 && !denied.has(setting.id),
            { times },
            { assumes: [setting], at: { source: fact.source, path: ['resizes', 'history'] }, cause: setting.id },
          ),
        ]
      : []),
    ...(person
      ? [
          part(
            'looks',
            !denied.has(person.id),
            { every: saySeconds(evaluatesSeconds ?? 0) },
            { assumes: [person], at: { source: fact.source, path: ['resizes', 'evaluates'] } },
          ),
        ]
      : []),
    ...appliedParts(fact, view),
  ]
}

function historyOf(cluster: string, seconds: number, { source }: Resizes): Assumption {
  return {
    id: `recommender/${cluster}`,
    says: `the recommender of ${cluster} is started with --history-length=${saySeconds(seconds)}`,
    kind: 'outside',
    source,
  }
}

function lookingOf({ environment, source }: Resizes, seconds: number): Assumption {
  return {
    id: `looks-at-recommendations/${environment}`,
    says: `somebody looks at what is recommended in ${environment} every ${saySeconds(seconds)}`,
    kind: 'outside',
    source,
  }
}

export const recommendedWords = {
  history: ({ times }: RecommendedParts['history'], truth: Truth) =>
    truth === true
      ? `usage is looked at over ${times[0]}`
      : `usage is to be looked at over ${times.join(' and over ')}, and the recommender has one such setting for all`,
  applied: sayApplied,
  looks: ({ every }: RecommendedParts['looks']) => `somebody looks at what is recommended every ${every}`,
}
