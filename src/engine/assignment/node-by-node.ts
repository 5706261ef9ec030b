// The engine that judges node by node, made when the first pod needs it: on the same state as the classes.

import type { Manifest } from '../../kubernetes/types.ts'
import type { Scheduler, SchedulingCluster } from '../scheduling/scheduler.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import type { Preempted } from './board.ts'

export interface NodeByNode {
  nodeFor(pod: Manifest): { readonly node?: string; readonly unknown?: readonly string[] }
  preemptionFor(pod: Manifest): Preempted | undefined
  /** A pod has got its answer. */
  follow(answered: Answered): void
}

/** What an answer has changed. */
export interface Answered {
  readonly pod: Manifest
  readonly node?: string | undefined
  /** `namespace/name`. */
  readonly preempted?: readonly string[] | undefined
}

/** `before` are the answers so far: most clusters need this engine for no pod, and nothing is kept for it. */
export function nodeByNode(cluster: SchedulingCluster, before: () => Iterable<Answered>): NodeByNode {
  let made: Scheduler | undefined
  const scheduler = (): Scheduler => {
    if (made) return made
    made = schedulerOf(cluster)
    for (const answered of before()) follow(made, answered)
    return made
  }
  return {
    nodeFor(pod) {
      const { best, unknown } = scheduler().judge(pod)
      const [node] = best
      if (node !== undefined) return { node }
      return unknown ? { unknown } : {}
    },
    preemptionFor: (pod) => scheduler().preempt(pod).candidates[0],
    follow(answered) {
      if (made) follow(made, answered)
    },
  }
}

function follow(scheduler: Scheduler, { pod, node, preempted = [] }: Answered): void {
  for (const victim of preempted) {
    const [namespace = '', ...name] = victim.split('/')
    scheduler.remove({ namespace, name: name.join('/') })
  }
  if (node !== undefined) scheduler.bind(pod, node)
}
