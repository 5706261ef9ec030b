// What each class sees of the cluster: made when its first pod comes, and dropped after its last.

import { cycleOf } from '../scheduling/cycle.ts'
import { unmodelled } from '../scheduling/unmodelled.ts'
import { askedBy } from './asked.ts'
import { type Cells, cellsOf } from './cells.ts'
import type { PlacedPods } from './placed-pods.ts'
import type { PodClass } from './pod-classes.ts'
import { areNodesAlone, type Preemptions, preemptionsOf } from './preemptions.ts'
import { shelvesOf } from './shelf.ts'

export interface Views {
  /** The cells of a class, as they are now. */
  of(one: PodClass): Cells
  /** Undefined where more than the node itself decides what has to go from it. */
  preemptionsOf(one: PodClass): Preemptions | undefined
  isModelled(one: PodClass): boolean
  /** One pod of the class less is to come. */
  finish(one: PodClass): void
}

export function viewsOf(placed: PlacedPods, classes: readonly PodClass[], coming: readonly PodClass[]): Views {
  const { world, changed } = placed
  const shelves = shelvesOf(changed)
  // By class.
  const views: (Cells | undefined)[] = []
  const preemptions: (Preemptions | undefined)[] = []
  const modelled: (boolean | undefined)[] = []
  const left = new Uint32Array(classes.length)
  for (const { id } of coming) left[id] = (left[id] ?? 0) + 1
  const viewOf = (one: PodClass): Cells => {
    const found = views[one.id]
    found?.refresh(changed)
    const view = found ?? cellsOf(askedBy(one.pod, placed), shelves, changed)
    views[one.id] = view
    return view
  }
  return {
    of: viewOf,
    preemptionsOf(one) {
      if (!areNodesAlone(viewOf(one).asked)) return undefined
      const found = preemptions[one.id] ?? preemptionsOf(world, one.pod, changed)
      preemptions[one.id] = found
      return found
    },
    isModelled({ id, pod }) {
      const found = modelled[id] ?? unmodelled(cycleOf(world, pod)).length === 0
      modelled[id] = found
      return found
    },
    finish({ id }) {
      const count = (left[id] ?? 0) - 1
      left[id] = count
      if (count > 0) return
      // They are as large as the cluster, and of no use after the last pod of their class.
      views[id] = undefined
      preemptions[id] = undefined
    },
  }
}
