// When a pod on a lost node is deleted, which only marks it Terminating: no kubelet ends it.
// Source: k8s.io/kubernetes@v1.36.3 pkg/controller/tainteviction/taint_eviction.go:405 (processPodOnNode).

import { staysSeconds, unreachableTaint } from '../pods/tolerations.ts'
import type { LossPod, LostNode } from './loss.ts'
import { after, earliest, never, possible, sum, term, type When } from './when.ts'
import type { Stretch } from './zones.ts'

const outOfServiceKey = 'node.kubernetes.io/out-of-service'

/** `allLost`: when all zones are lost, or may be; `waits`: seconds for which the requests for all evicted pods may wait for each other. */
export function evictedWhen(
  pod: LossPod,
  lost: LostNode,
  marked: When,
  allLost: readonly Stretch[],
  waits: number,
): When {
  const silent = byUnreachable(pod, marked, allLost)
  const first = earliest(silent, byOutOfService(pod, lost, silent, marked))
  return first.is === 'never' ? first : after(first, term('requests', 0, waits))
}

function byUnreachable({ tolerations }: LossPod, marked: When, allLost: readonly Stretch[]): When {
  const seconds = staysSeconds(tolerations, unreachableTaint)
  if (seconds === Number.POSITIVE_INFINITY) return never('tolerates for ever')
  if (marked.is === 'never') return marked
  const evicted = after(marked, term('tolerated', seconds, seconds))
  const [first, last] = [marked.from, evicted.to ?? Number.POSITIVE_INFINITY]
  const ends = allLost.filter(({ from, to }) => to > first && from < last)
  if (ends.length === 0) return evicted
  // The taint of a node that was tainted in an earlier look is taken off, and with it the pod's time runs no more.
  const isTakenOff = ends.some(
    (end) => end.allLost === 'certain' && end.from > (marked.to ?? end.from) && end.from < evicted.from,
  )
  if (isTakenOff) return never('all zones lost')
  // Where the queue is made anew, the taint comes back, and with it the whole time.
  return ends.some(({ renewed }) => renewed !== 'no')
    ? { ...evicted, is: 'possible', to: undefined }
    : possible(evicted)
}

function byOutOfService({ tolerations }: LossPod, { outOfService }: LostNode, silent: When, marked: When): When {
  if (outOfService?.effect !== 'NoExecute') return never('node stays')
  const { at, value } = outOfService
  const seconds = staysSeconds(tolerations, { key: outOfServiceKey, value, effect: 'NoExecute' })
  if (seconds === Number.POSITIVE_INFINITY) return never('tolerates for ever')
  const evicted = sum('certain', [term('out-of-service', at.from, at.to), term('tolerated', seconds, seconds)])
  if (seconds === 0 || silent.is === 'never') return evicted
  // A pod that already has a time keeps it, also where a later taint would give it a shorter one.
  const isBefore = marked.is === 'certain' && marked.to !== undefined && marked.to < at.from
  return isBefore ? never('node stays') : possible(evicted)
}
