import { keptCases } from '../kept.ts'
import type { BoundsFor } from '../outcome.ts'
import { built } from '../programs.ts'
import type { Suite, Tell } from '../suite.ts'
import { versions } from '../versions.ts'
import { compareValues } from './compare.ts'
import type { ValueComparison } from './comparison.ts'
import { valueComparisons } from './index.ts'
import { startJudge } from './judge.ts'

type Answerer = 'values' | 'monitoring'

export const values: Suite = {
  name: 'values',
  comparisons: valueComparisons.map(({ asks }) => asks),
  needs: answerersOf,
  async ask(names, boundsFor, tell) {
    for (const answerer of answerersOf(names)) await askAnswerer(answerer, names, boundsFor, tell)
  },
  answeredBy(name) {
    if (answererOf(name) === 'values') return `k8s.io/apimachinery ${versions.apimachinery}`
    return name === 'route' ? `alertmanager ${versions.alertmanager}` : `prometheus ${versions.prometheus}`
  },
}

function answererOf(name: string): Answerer {
  return valueComparisons.find(({ asks }) => asks === name)?.answeredBy ?? 'values'
}

function answerersOf(names: readonly string[]): readonly Answerer[] {
  return [...new Set(names.map(answererOf))]
}

async function askAnswerer(answerer: Answerer, names: readonly string[], boundsFor: BoundsFor, tell: Tell) {
  const judge = startJudge(await built(answerer, tell.line))
  const isMeant = ({ asks }: ValueComparison) => names.includes(asks) && answererOf(asks) === answerer
  try {
    for (const comparison of valueComparisons.filter(isMeant)) {
      const kept = (await keptCases(comparison.asks)).map(([, { asked }]) => asked)
      const bounds = boundsFor(comparison.cases, comparison.usualSeconds)
      tell.outcome(await compareValues(comparison, judge, kept, bounds))
    }
  } finally {
    judge.stop()
  }
}
