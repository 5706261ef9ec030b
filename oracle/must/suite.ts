import { keptCases } from '../kept.ts'
import type { Suite } from '../suite.ts'
import type { MustCase } from './case.ts'
import { compareMust, comparison } from './compare.ts'

const usualCases = 20_000

/** What a failure leaves, judged by trying every order: no other program is asked. */
export const must: Suite = {
  name: comparison,
  comparisons: [comparison],
  needs: () => [],
  async ask(_names, boundsFor, tell) {
    const kept = (await keptCases(comparison)).map(([, { asked }]) => asked as unknown as MustCase)
    tell.outcome(await compareMust(kept, boundsFor(usualCases), tell.line))
  },
  answeredBy: () => 'every order of small clusters',
}
