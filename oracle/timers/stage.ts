import { type Canary, startCanary } from './canary.ts'
import { type ControlPlane, type Periods, startControlPlane } from './control-plane.ts'
import { controlNode, type Kubelets, startKubelets } from './kubelets.ts'
import { type Observer, startObserver } from './observer.ts'
import { type Watch, watch } from './watch.ts'

/** A control plane with everything that the scenarios on it share. */
export interface Stage {
  readonly plane: ControlPlane
  readonly kubelets: Kubelets
  readonly observer: Observer
  readonly canary: Canary
  /** Rejects where it cannot be watched any longer. */
  readonly broken: Promise<never>
  stop(): Promise<void>
}

export async function startStage(periods: Periods, tell: (line: string) => void): Promise<Stage> {
  const plane = await startControlPlane(periods, tell)
  const watches: Watch[] = []
  try {
    const [kubelets, observer] = [startKubelets(plane.api), startObserver()]
    let canary: Canary | undefined
    watches.push(await watch(plane.api, '/api/v1/nodes', observer.sees))
    watches.push(
      await watch(plane.api, '/api/v1/pods', (event) => {
        observer.sees(event)
        canary?.sees(event)
        if (event.is !== 'deleted') kubelets.sees(event.object)
      }),
    )
    await kubelets.start(controlNode)
    canary = await startCanary(plane.api)
    return {
      plane,
      kubelets,
      observer,
      canary,
      broken: Promise.race(watches.map(({ broken }) => broken)),
      stop: async () => {
        canary?.stop()
        kubelets.stop()
        for (const one of watches) one.stop()
        await plane.stop()
      },
    }
  } catch (error) {
    for (const one of watches) one.stop()
    await plane.stop()
    throw error
  }
}
