// Where pods of a class may stand as far as the nodes themselves go.

import type { Estate, EstateNode } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { Reason } from './reasons.ts'
import { staticRefusals } from './static-filters.ts'

export interface NodeAnswer {
  readonly node: string
  /** Empty where the node may take the pod. */
  readonly refused: readonly Reason[]
}

/** Per node, sorted by name: why it never takes pods of this class; other pods and room are not looked at. */
export function eligibleNodes(estate: Estate, pod: PodClass): readonly NodeAnswer[] {
  return nodesByName(estate).map((node) => ({ node: node.name, refused: staticRefusals(pod, node) }))
}

/** The nodes on which a pod of the class may stand, sorted by name. */
export function mayStandOn(estate: Estate, pod: PodClass): readonly string[] {
  return eligibleNodes(estate, pod)
    .filter(({ refused }) => refused.length === 0)
    .map(({ node }) => node)
}

export function nodesByName(estate: Estate): readonly EstateNode[] {
  return [...estate.nodes].sort((a, b) => byCodePoint(a.name, b.name))
}
