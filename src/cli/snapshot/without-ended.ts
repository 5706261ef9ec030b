// Pods that have ended take no room and answer nobody, and a cluster keeps thousands of them. Two still count them: a budget
// that selects them, which expects them or cannot be counted since a Job has no scale, and a StatefulSet, which takes such a
// member away before it makes another. Source: pkg/controller/disruption/disruption.go:732,
// pkg/controller/statefulset/stateful_set_control.go:425 (kubernetes v1.36.3).

import { type Fields, fieldsAt, fieldsIn, textsOf } from '../../estate/import/fields.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'

/** The objects without pods that have ended and that nothing counts, in the order given. O(objects + ended pods × budgets of their namespace). */
export function withoutEnded(objects: readonly Fields[]): readonly Fields[] {
  const budgets = Map.groupBy(
    objects.filter(({ kind }) => kind === 'PodDisruptionBudget'),
    (budget) => fieldsAt(budget, 'metadata').namespace,
  )
  return objects.filter((object) => {
    if (!hasEnded(object)) return true
    const { namespace } = fieldsAt(object, 'metadata')
    return isMember(object) || (budgets.get(namespace) ?? []).some((budget) => selects(budget, object))
  })
}

function hasEnded(object: Fields): boolean {
  const { phase } = fieldsAt(object, 'status')
  return object.kind === 'Pod' && (phase === 'Succeeded' || phase === 'Failed')
}

function isMember(pod: Fields): boolean {
  const owners = fieldsIn(fieldsAt(pod, 'metadata').ownerReferences)
  return owners.some(({ kind, controller }) => kind === 'StatefulSet' && controller === true)
}

function selects(budget: Fields, pod: Fields): boolean {
  // A budget without a selector takes no pod, one with an empty selector all of them.
  const { selector } = fieldsAt(budget, 'spec')
  return (
    selector != null && matchesLabels(fieldsAt({ selector }, 'selector'), textsOf(fieldsAt(pod, 'metadata', 'labels')))
  )
}
