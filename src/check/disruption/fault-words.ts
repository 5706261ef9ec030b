import type { BudgetFault } from '../../engine/disruption/budget-status.ts'

/** Why the disruption controller cannot count a budget. */
export function faultWords(fault: BudgetFault): string {
  switch (fault.why) {
    case 'neither a number nor a percentage':
      return `${JSON.stringify(fault.value)} is neither a number nor a percentage`
    case 'no scale':
      return `${ownerOf(fault)} has no scale`
    case 'no such kind':
      return `${ownerOf(fault)} is of a kind that the API server does not serve`
    case 'no such controller':
      return `${ownerOf(fault)} is not there`
  }
}

function ownerOf({ owner, pod }: Extract<BudgetFault, { owner: unknown }>): string {
  return `${owner.kind} ${owner.name}, which owns ${pod},`
}
