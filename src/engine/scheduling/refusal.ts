import type { Refusal } from './scheduler.ts'
import type { NodeView } from './scheduling-node.ts'

/** What one plugin says of one node. */
export interface NodeRefusal {
  readonly reasons: readonly string[]
  /** No pod that goes would change it: preemption does not look at the node (`UnschedulableAndUnresolvable`). */
  readonly isFinal: boolean
  readonly path?: Refusal['path']
}

/** A filter made ready for one pod. */
export type NodeFilter = (view: NodeView) => NodeRefusal | undefined

/**
 * What a plugin makes of a pod before any node is looked at: a filter; nothing, where the pod does not concern it; no
 * node at all; or nodes that no other plugin is asked about.
 */
export type Prepared =
  | NodeFilter
  | undefined
  | { readonly nowhere: Omit<Refusal, 'plugin'> }
  | { readonly leftOut: NodeFilter; readonly refuses: NodeFilter }

export function final(reason: string, path?: Refusal['path']): NodeRefusal {
  return { reasons: [reason], isFinal: true, ...(path && { path }) }
}

export function mendable(reason: string, path?: Refusal['path']): NodeRefusal {
  return { reasons: [reason], isFinal: false, ...(path && { path }) }
}

export function nowhere(reason: string, path?: Refusal['path']): Prepared {
  return { nowhere: { reasons: [reason], ...(path && { path }) } }
}
