import { keptCases } from '../kept.ts'
import type { BoundsFor } from '../outcome.ts'
import { built } from '../programs.ts'
import type { Suite, Tell } from '../suite.ts'
import { compareValues } from '../values/compare.ts'
import type { ValueComparison } from '../values/comparison.ts'
import { startJudge } from '../values/judge.ts'
import { versions } from '../versions.ts'
import { budget } from './budget.ts'
import { compareEvictions } from './compare-evictions.ts'
import { rollout } from './rollout.ts'
import { statefulSet } from './stateful-set.ts'

/** Answered by the controllers themselves, in one process with their caches. */
export const controllerComparisons: readonly ValueComparison[] = [budget, rollout, statefulSet]

export const disruption: Suite = {
  name: 'disruption',
  comparisons: [...controllerComparisons.map(({ asks }) => asks), 'eviction'],
  needs: (names) => [
    ...(names.some(isOfControllers) ? (['controllers'] as const) : []),
    ...(names.includes('eviction') ? (['etcd', 'kube-apiserver', 'kube-controller-manager'] as const) : []),
  ],
  async ask(names, boundsFor, tell) {
    if (names.some(isOfControllers)) await askControllers(names, boundsFor, tell)
    if (names.includes('eviction')) tell.outcome(await compareEvictions(boundsFor(evictions), tell))
  },
  answeredBy: (name) =>
    name === 'eviction'
      ? `kube-apiserver ${versions.kubernetes}`
      : `the controllers of kubernetes ${versions.kubernetes}`,
}

const evictions = 300

function isOfControllers(name: string): boolean {
  return controllerComparisons.some(({ asks }) => asks === name)
}

async function askControllers(names: readonly string[], boundsFor: BoundsFor, tell: Tell): Promise<void> {
  const judge = startJudge(await built('controllers', tell.line))
  try {
    for (const comparison of controllerComparisons.filter(({ asks }) => names.includes(asks))) {
      const kept = (await keptCases(comparison.asks)).map(([, { asked }]) => asked)
      tell.outcome(await compareValues(comparison, judge, kept, boundsFor(comparison.cases)))
    }
  } finally {
    judge.stop()
  }
}
