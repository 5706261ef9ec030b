import { startApiServer } from '../apiserver.ts'
import { keptCases } from '../kept.ts'
import type { MustCase } from '../must/case.ts'
import type { BoundsFor } from '../outcome.ts'
import { built } from '../programs.ts'
import type { Suite, Tell } from '../suite.ts'
import { versions } from '../versions.ts'
import { prepare } from './admit.ts'
import { compareScenes, type KeptQuestion, keptScene } from './compare.ts'
import { sceneComparisons } from './comparisons.ts'
import { compareLosses, comparison as losses } from './losses.ts'
import { type RealScheduler, startScheduler } from './real.ts'
import { faultsBy } from './valid.ts'
import type { Witness } from './witness.ts'

export const placement: Suite = {
  name: 'scheduler',
  comparisons: [...sceneComparisons.map(({ comparison }) => comparison), losses],
  needs: (names) => (names.some(isOfScenes) ? ['etcd', 'kube-apiserver', 'scheduler'] : ['scheduler']),
  async ask(names, boundsFor, tell) {
    const real = startScheduler(await built('scheduler', tell.line))
    try {
      if (names.some(isOfScenes)) await askScenes(real, names, boundsFor, tell)
      if (!names.includes(losses)) return
      const kept = (await keptCases(losses)).map(([, { asked }]) => asked as unknown as Witness | MustCase)
      tell.outcome(await compareLosses(real, kept, boundsFor(usualLosses)))
    } finally {
      real.stop()
    }
  },
  answeredBy: (comparison) =>
    `${comparison === 'admitted' ? 'kube-apiserver' : 'kube-scheduler'} ${versions.kubernetes}`,
}

const usualLosses = 2_000

function isOfScenes(name: string): boolean {
  return sceneComparisons.some(({ comparison }) => comparison === name)
}

async function askScenes(real: RealScheduler, names: readonly string[], boundsFor: BoundsFor, tell: Tell) {
  const api = await startApiServer(tell.line)
  try {
    await prepare(api)
    const judges = { api, real, faults: await faultsBy(api) }
    for (const one of sceneComparisons.filter(({ comparison }) => names.includes(comparison))) {
      const kept = (await keptCases(one.comparison)).map(([, { asked }]) => keptScene(asked as unknown as KeptQuestion))
      tell.outcome(await compareScenes(judges, one, kept, boundsFor(one.cases)))
    }
  } finally {
    await api.stop()
  }
}
