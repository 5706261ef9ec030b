import { keptCases } from '../kept.ts'
import { built } from '../programs.ts'
import type { Suite } from '../suite.ts'
import { compareValues } from '../values/compare.ts'
import { startJudge } from '../values/judge.ts'
import { versions } from '../versions.ts'
import { access as comparison } from './compare.ts'

export const access: Suite = {
  name: comparison.asks,
  comparisons: [comparison.asks],
  needs: () => ['access'],
  async ask(_, boundsFor, tell) {
    const judge = startJudge(await built('access', tell.line))
    try {
      const kept = (await keptCases(comparison.asks)).map(([, { asked }]) => asked)
      tell.outcome(await compareValues(comparison, judge, kept, boundsFor(comparison.cases)))
    } finally {
      judge.stop()
    }
  },
  answeredBy: () => `the RBAC authorizer of kubernetes ${versions.kubernetes}`,
}
