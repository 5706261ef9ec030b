// When a pod of a lost node is gone: the pod garbage collector deletes the Terminating pods of a node that is
// out-of-service, and all pods of a node that is not there any more.
// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/podgc/gc_controller.go:158 (gcTerminating), 237 (gcOrphaned).

import type { LossPod } from './loss.ts'
import { type Noticed, unlessRemoved } from './noticed.ts'
import type { Timers } from './timers.ts'
import { after, both, earliest, never, sum, term, type When } from './when.ts'

/** Its node is not there any more: seen, put aside for a while, and then collected. */
export function orphanedWhen({ removed }: Noticed, timers: Timers): When {
  if (!Number.isFinite(removed.from)) return never('node stays')
  const look = term('collected', 0, timers.collectSeconds)
  const aside = term('quarantine', timers.quarantineSeconds, timers.quarantineSeconds)
  return sum('certain', [term('node removed', removed.from, removed.to), look, aside, look])
}

/** It is Terminating on a node that is unready and out-of-service. */
export function terminatedWhen({ lost, unknown, removed }: Noticed, evicted: When, timers: Timers): When {
  const { outOfService } = lost
  if (!outOfService || evicted.is === 'never' || unknown.is === 'never') return never('node stays')
  const tainted = sum('certain', [term('out-of-service', outOfService.at.from, outOfService.at.to)])
  const terminating = after(both(both(evicted, tainted), unknown), term('collected', 0, timers.collectSeconds))
  return unlessRemoved(terminating, removed)
}

/**
 * A pod of a Job stays until the Job's controller has counted it and takes its finalizer off; where deleted pods are not
 * failed ones yet (`podReplacementPolicy: Failed`), nobody does before the garbage collector says so. Source:
 * https://kubernetes.io/docs/concepts/workloads/controllers/job/#job-tracking-with-finalizers
 */
export function goneWhen({ controller }: LossPod, terminated: When, orphaned: When, timers: Timers): When {
  if (controller.is !== 'Job') return earliest(terminated, orphaned)
  const counted = (when: When) => onceCounted(when, timers)
  return earliest(controller.replaces === 'failed' ? counted(terminated) : terminated, counted(orphaned))
}

/** Once the controller of the Job has seen it: it looks at what changed together, and a little later. */
export function onceCounted(when: When, timers: Timers): When {
  return when.is === 'never' ? when : after(when, term('counted by the job', 0, timers.jobSyncSeconds))
}

/** What is not evicted any more where the pod is gone before. */
export function beforeIt(evicted: When, orphaned: When): When {
  if (evicted.is === 'never' || orphaned.is === 'never') return evicted
  if (orphaned.to !== undefined && orphaned.to <= evicted.from) return never('node removed before')
  const to = evicted.to ?? Number.POSITIVE_INFINITY
  if (orphaned.from >= to) return evicted
  return { ...evicted, is: 'possible', to: orphaned.to === undefined ? evicted.to : Math.min(to, orphaned.to) }
}
