import { isBare } from '../pods/bare.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { emptyOutcome, type Outcome } from './outcome.ts'

/** One pod goes: nothing makes a bare pod anew, and the only pod of its kind is away until the next is ready. */
export function podOutcome(pod: PodClass): Outcome {
  const { workload, namespace, name, count } = pod
  const isLost = isBare(pod)
  return {
    ...emptyOutcome,
    failure: `pod/${namespace}/${name}`,
    state: 'removed',
    lost: isLost ? [workload] : [],
    waiting: !isLost && count === 1 ? [workload] : [],
  }
}
