import { keptCases } from '../kept.ts'
import { built } from '../programs.ts'
import type { Suite } from '../suite.ts'
import { compareValues } from '../values/compare.ts'
import type { ValueComparison } from '../values/comparison.ts'
import { startJudge } from '../values/judge.ts'
import { versions } from '../versions.ts'
import { budget } from './budget.ts'
import { rollout } from './rollout.ts'
import { statefulSet } from './stateful-set.ts'

/** Answered by the controllers themselves, in one process with their caches. */
export const controllerComparisons: readonly ValueComparison[] = [budget, rollout, statefulSet]

export const disruption: Suite = {
  name: 'disruption',
  comparisons: controllerComparisons.map(({ asks }) => asks),
  needs: () => ['controllers'],
  async ask(names, boundsFor, tell) {
    const judge = startJudge(await built('controllers', tell.line))
    try {
      for (const comparison of controllerComparisons.filter(({ asks }) => names.includes(asks))) {
        const kept = (await keptCases(comparison.asks)).map(([, { asked }]) => asked)
        tell.outcome(await compareValues(comparison, judge, kept, boundsFor(comparison.cases)))
      }
    } finally {
      judge.stop()
    }
  },
  answeredBy: () => `the controllers of kubernetes ${versions.kubernetes}`,
}
