import { startApiServer } from '../apiserver.ts'
import { keptCases } from '../kept.ts'
import { built } from '../programs.ts'
import type { Suite } from '../suite.ts'
import { versions } from '../versions.ts'
import { prepare } from './admit.ts'
import { compareScenes, type KeptQuestion, keptScene } from './compare.ts'
import { sceneComparisons } from './comparisons.ts'
import { startScheduler } from './real.ts'
import { faultsBy } from './valid.ts'

export const placement: Suite = {
  name: 'scheduler',
  comparisons: sceneComparisons.map(({ comparison }) => comparison),
  needs: () => ['etcd', 'kube-apiserver', 'scheduler'],
  async ask(names, boundsFor, tell) {
    const api = await startApiServer(tell.line)
    const real = startScheduler(await built('scheduler', tell.line))
    try {
      await prepare(api)
      const faults = await faultsBy(api)
      for (const one of sceneComparisons) {
        if (!names.includes(one.comparison)) continue
        const kept = (await keptCases(one.comparison)).map(([, { asked }]) =>
          keptScene(asked as unknown as KeptQuestion),
        )
        tell.outcome(await compareScenes({ api, real, faults }, one, kept, boundsFor(one.cases)))
      }
    } finally {
      real.stop()
      await api.stop()
    }
  },
  answeredBy: (comparison) =>
    `${comparison === 'admitted' ? 'kube-apiserver' : 'kube-scheduler'} ${versions.kubernetes}`,
}
