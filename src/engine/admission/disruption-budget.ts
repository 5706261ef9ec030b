// PodDisruptionBudgets.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/policy/validation/validation.go:45.
import type { Judge } from './judge.ts'
import { at, isSet, type Place } from './place.ts'
import { allowSet, labelSelector } from './rules.ts'
import { shareOf } from './workloads.ts'

export function disruptionBudget(judge: Judge, root: Place): void {
  const spec = at(root, 'spec')
  const [stay, leave] = [at(spec, 'minAvailable'), at(spec, 'maxUnavailable')]
  if (isSet(stay) && isSet(leave))
    judge.refuse(spec, { is: 'invalid', value: '', why: 'has both minAvailable and maxUnavailable' })
  shareOf(judge, stay, '100%')
  shareOf(judge, leave, '100%')
  labelSelector(judge, at(spec, 'selector'))
  allowSet(judge, at(spec, 'unhealthyPodEvictionPolicy'), ['IfHealthyBudget', 'AlwaysAllow'])
}
