import { startApiServer } from '../apiserver.ts'
import { keptCases } from '../kept.ts'
import { built } from '../programs.ts'
import type { Suite } from '../suite.ts'
import { versions } from '../versions.ts'
import { prepare } from './admit.ts'
import { type Comparison, compareScenes } from './compare.ts'
import { inventPlacement, inventPreemption } from './invent-scene.ts'
import { startScheduler } from './real.ts'
import type { Question } from './scene.ts'
import { faultsBy } from './valid.ts'

const comparisons: readonly (Comparison & { readonly cases: number })[] = [
  {
    comparison: 'placement',
    says: 'which nodes take a pod, why the others do not, and which is best',
    invent: inventPlacement,
    cases: 2_000,
  },
  {
    comparison: 'preemption',
    says: 'which pods must go, and where, for one that nothing takes',
    invent: inventPreemption,
    cases: 1_000,
  },
]

export const placement: Suite = {
  name: 'scheduler',
  comparisons: comparisons.map(({ comparison }) => comparison),
  needs: () => ['etcd', 'kube-apiserver', 'scheduler'],
  async ask(names, boundsFor, tell) {
    const api = await startApiServer(tell.line)
    const real = startScheduler(await built('scheduler', tell.line))
    try {
      await prepare(api)
      const faults = await faultsBy(api)
      for (const one of comparisons) {
        if (!names.includes(one.comparison)) continue
        const kept = (await keptCases(one.comparison)).map(([, { asked }]) => asked as unknown as Question)
        tell.outcome(await compareScenes({ api, real, faults }, one, kept, boundsFor(one.cases)))
      }
    } finally {
      real.stop()
      await api.stop()
    }
  },
  answeredBy: () => `kube-scheduler ${versions.kubernetes}`,
}
