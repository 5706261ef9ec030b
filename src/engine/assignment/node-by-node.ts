// The engine that judges node by node, made when the first pod needs it: on the same state as the classes.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Scheduler, SchedulingCluster } from '../scheduling/scheduler.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import type { Preempted } from './board.ts'

export interface NodeByNode {
  nodeFor(pod: Manifest): { readonly node?: string; readonly unknown?: readonly string[] }
  preemptionFor(pod: Manifest): Preempted | undefined
  stand(pod: Manifest, node: string): void
  /** A pod goes, by `namespace/name`. */
  leave(id: string): void
}

type Change = { readonly pod: Manifest; readonly node: string } | { readonly gone: string }

export function nodeByNode(cluster: SchedulingCluster): NodeByNode {
  const changes: Change[] = []
  let made: Scheduler | undefined
  const apply = (scheduler: Scheduler, change: Change) => {
    if ('pod' in change) return scheduler.bind(change.pod, change.node)
    const [namespace = '', ...name] = change.gone.split('/')
    scheduler.remove({ namespace, name: name.join('/') })
  }
  const scheduler = (): Scheduler => {
    if (made) return made
    made = schedulerOf(cluster)
    for (const change of changes) apply(made, change)
    changes.length = 0
    return made
  }
  const change = (one: Change) => {
    if (made) apply(made, one)
    else changes.push(one)
  }
  return {
    nodeFor(pod) {
      const { best, unknown } = scheduler().judge(pod)
      const [node] = best
      if (node !== undefined) return { node }
      return unknown ? { unknown } : {}
    },
    preemptionFor: (pod) => scheduler().preempt(pod).candidates[0],
    stand: (pod, node) => change({ pod, node }),
    leave: (gone) => change({ gone }),
  }
}
