// What an eviction of a pod that a budget covers would be answered, in words.

import type { GrantedEviction, GuardedEviction, RefusedEviction } from '../../engine/disruption/evict.ts'

const granted: { readonly [W in GrantedEviction['why']]: string } = {
  pending: 'may go: it does not run yet, so no budget is asked',
  ended: 'may go: it has ended, so no budget is asked',
  terminating: 'is on its way out, and not counted',
  allowed: 'healthy, may go',
  'unhealthy and always allowed': 'not ready, may go: the budget always lets such pods go',
  'unhealthy beside enough': 'not ready, may go: enough others are healthy',
}

const refused: { readonly [W in RefusedEviction['why']]: string } = {
  'several budgets': 'is not evicted at all: several budgets cover it',
  'not counted yet': 'stays: the budget was changed, and its controller has not counted it since',
  'not counted': 'stays: the budget cannot be counted',
  'too few healthy': 'stays',
  'none allowed': 'stays: the budget expects no pod, and so lets none go',
  'too many unconfirmed':
    'stays: more than 2000 evictions were granted whose pods nobody has seen go, and no more are until they are (status.disruptedPods)',
}

/** `stays: 3 must stay healthy, 3 there`; `isGranted`: an eviction was granted a moment ago, and the pod is still there. */
export function evictionWords(eviction: GuardedEviction, isGranted = false): string {
  if (isGranted) return 'was granted an eviction that has not begun, so it is not counted'
  if (eviction.code === 201) return granted[eviction.why]
  const { why, healthy } = eviction
  return healthy ? `${refused[why]}: ${healthy.needs} must stay healthy, ${healthy.has} there` : refused[why]
}
