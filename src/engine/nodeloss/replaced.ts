// When the controller of a lost pod makes another one; where that one stands is not asked here.

import { onceCounted } from './collected.ts'
import type { Controller, LossPod } from './loss.ts'
import type { Timers } from './timers.ts'
import { after, both, earliest, type Happens, never, possible, term, type When } from './when.ts'

/** One lost pod, as far as it is known before its replacement. */
export interface LostPod {
  readonly pod: LossPod
  readonly notReady: When
  readonly evicted: When
  readonly gone: When
}

/** Lost pods of one Job, by its name. */
export type LostByJob = ReadonlyMap<string, readonly LostPod[]>

/**
 * A ReplicaSet counts Terminating pods no more (pkg/controller/controller_utils.go, FilterActivePods); a StatefulSet has
 * one pod of a name (pkg/controller/statefulset/stateful_set_control.go:445), which may be made once more at once where PodGC
 * collected it: both delete by name. kubernetes v1.36.3.
 */
export function replacedWhen(lost: LostPod, byJob: LostByJob, timers: Timers): When {
  const { controller } = lost.pod
  switch (controller.is) {
    case 'ReplicaSet':
      return earliest(lost.evicted, lost.gone)
    case 'StatefulSet':
      return onceGone(lost)
    case 'Job':
      return byJobController(lost, controller, byJob.get(controller.name) ?? [lost], timers)
    case 'DaemonSet':
      return never('pod of a DaemonSet')
    case 'kubelet':
      return never('pod of a kubelet')
    case 'none':
      return never('bare pod')
  }
}

function onceGone({ evicted, gone }: LostPod): When {
  if (gone.is !== 'never') return gone
  return evicted.is === 'never' ? evicted : never('stays Terminating')
}

// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/job/job_controller.go:1000 (backoffLimit), 1854, 2176 (isPodFailed).
function byJobController(
  lost: LostPod,
  { backoffLimit, replaces }: Extract<Controller, { is: 'Job' }>,
  fellows: readonly LostPod[],
  timers: Timers,
): When {
  const fails = replaces === 'failed' ? onceGone(lost) : earliest(onceCounted(lost.evicted, timers), lost.gone)
  if (fails.is === 'never') return fails
  const failing = fellows.filter(({ evicted, gone }) => evicted.is !== 'never' || gone.is !== 'never')
  if (backoffLimit === 0) return never('job gives up')
  const again = afterBackoff(lost, fails, failing, timers)
  return failing.length > backoffLimit ? possible(again) : again
}

// It counts from the moment at which the pods became unready, kept as a whole second, which is mostly long before.
function afterBackoff(lost: LostPod, fails: Happens, failing: readonly LostPod[], timers: Timers): When {
  const first = timers.jobBackoffSeconds
  const most = Math.min(first * 2 ** (failing.length - 1), timers.jobBackoffMostSeconds)
  const backoff = term('back-off of the job', Math.max(0, first - 1), most)
  const { notReady } = lost
  if (notReady.is !== 'certain') return after(fails, backoff)
  const ends = failing.map((each) => (each.notReady.is === 'never' ? undefined : each.notReady.to))
  const to = ends.some((end) => end === undefined) ? undefined : Math.max(...ends.map((end) => end ?? 0))
  const over = after({ ...notReady, to }, backoff)
  // Where a little is left of it when it is looked at, the next look is no sooner than that of any other change.
  const isLittle = fails.to === undefined || over.from < fails.to + timers.jobSyncSeconds
  return both(fails, isLittle ? after(over, term('counted by the job', 0, timers.jobSyncSeconds)) : over)
}
