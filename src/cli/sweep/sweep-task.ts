import { type Outcome, sweep } from '../../engine/placement/sweep.ts'
import type { Estate } from '../../estate/estate.ts'
import type { EstatesAsked } from '../load/estate-tasks.ts'
import { promisedIn } from './promised.ts'

export interface Swept {
  readonly asOf: string
  readonly clusters: readonly SweptCluster[]
}

export interface SweptCluster {
  readonly cluster: string
  readonly nodes: number
  /** Pods were seen on their nodes; else the rows hold for every placement that may come about. */
  readonly isObserved: boolean
  readonly rows: readonly SweptRow[]
}

/** A failure, with the ids of the promises that it touches. */
export interface SweptRow extends Outcome {
  readonly promises: readonly string[]
}

/** What `seaworthy sweep` asks of the estates. */
export function sweepTask(estates: readonly Estate[], { asOf, promises = [] }: EstatesAsked): Swept {
  const promised = promisedIn(estates, promises, asOf)
  return {
    asOf,
    clusters: estates.map((estate) => ({
      cluster: estate.cluster,
      nodes: estate.nodes.length,
      isObserved: estate.objects.some(isSeen),
      rows: sweep(estate).map((row) => ({ ...row, promises: promised(estate.cluster, row) })),
    })),
  }
}

function isSeen({ ref, manifest }: Estate['objects'][number]): boolean {
  const spec = manifest.spec as { readonly nodeName?: unknown } | null | undefined
  return ref.startsWith('Pod/') && typeof spec?.nodeName === 'string' && manifest.metadata.ownerReferences !== undefined
}
