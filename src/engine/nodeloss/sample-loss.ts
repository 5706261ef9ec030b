// Losses for tests: nodes `a0`, `a1` … in zone `a`, pods with the tolerations that the API server adds.

import type { Toleration } from '../../kubernetes/types.ts'
import type { Controller, Loss, LossPod, LostNode } from './loss.ts'
import { timersOf } from './timers.ts'
import type { When } from './when.ts'

/** `{ a: 4, b: 2 }`: four nodes in zone a, two in b. */
export function nodesOf(zones: { readonly [zone: string]: number }): Loss['nodes'] {
  return Object.entries(zones).flatMap(([zone, count]) =>
    Array.from({ length: count }, (_, at) => ({ name: `${zone}${at}`, zone })),
  )
}

/** By the defaults of 1.36, four nodes in each of two zones. */
export function lossOf(lost: readonly (string | LostNode)[], more: Partial<Loss> = {}): Loss {
  const timers = timersOf('1.36')
  if (!timers) throw new RangeError('1.36 is in no table')
  return {
    timers,
    nodes: nodesOf({ a: 4, b: 4 }),
    lost: lost.map((node) => (typeof node === 'string' ? { node } : node)),
    pods: [],
    ...more,
  }
}

export const unreachableFor = (tolerationSeconds?: number): Toleration => ({
  key: 'node.kubernetes.io/unreachable',
  operator: 'Exists',
  effect: 'NoExecute',
  tolerationSeconds,
})

export function podOn(node: string, controller: Controller, more: Partial<LossPod> = {}): LossPod {
  return { name: `${controller.is}-${node}`, node, controller, tolerations: [unreachableFor(300)], ...more }
}

/** `certain 50 to 60`, `possible from 350`, `never: stays Terminating`. */
export function told(when: When | undefined): string {
  if (!when) return 'nothing'
  if (when.is === 'never') return `never: ${when.because}`
  return `${when.is} ${when.to === undefined ? `from ${when.from}` : `${when.from} to ${when.to}`}`
}
