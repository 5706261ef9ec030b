// What to change so that a budget lets a pod go: another pod helps only where it is another copy.

import type { Budget } from '../../engine/disruption/budget.ts'
import { copiesOf } from '../../engine/recovery/copies.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { sayRef } from '../admission/subject.ts'
import type { View } from '../world.ts'

export function letsOneGo({ covers, source, healthy }: Budget, { estate, denied }: View): string {
  const { made } = source
  const own = made && fields[made.id.split('/').at(-1) ?? '']
  if (own) return own(made.by)
  const isOneStore = healthy === 1 && covers.some(({ claims }) => claims.length > 0)
  const isCopied = () => covers.some((pod) => copiesOf(estate, pod, denied).members.replication !== undefined)
  return isOneStore && !isCopied()
    ? 'a budget that lets one go (maxUnavailable: 1), or none: a second pod would be no second copy of its volume'
    : 'one pod more than must stay, or a budget that lets one go'
}

// Source: cloudnative-pg pkg/specs/poddisruptionbudget.go; strimzi PodDisruptionBudgetTemplate.
const fields: { readonly [operator: string]: (by: Ref) => string } = {
  'cloudnative-pg': (by) =>
    `instances: 2 in ${sayRef(by)}, so that the primary can move over; or enablePDB: false, which lets it be down meanwhile`,
  strimzi: (by) => `template.podDisruptionBudget.maxUnavailable: 1 in ${sayRef(by)}`,
}
