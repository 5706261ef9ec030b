// A budget counts pods. It keeps rows at hand only where the pods that stay have them all, and enough of them to carry on.

import { type Budget, budgetsOf } from '../../engine/disruption/budget.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { copiesOf, type Members, neededMembers } from '../../engine/recovery/copies.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import type { View } from '../world.ts'

type Rules = {
  rows: { budget: string; store: string; stay: number; needs: number } & Pick<Members, 'share' | 'count'>
}

export const keepsRows = defineQuestion<Rules>({
  id: 'keeps-rows',
  asks: 'Does what a disruption budget keeps of a store carry on with all rows?',

  *judge({ views }) {
    for (const view of views)
      for (const budget of budgetsOf(view.estate, view.pods)) {
        const [pod, ...others] = budget.covers
        const found = pod && others.length === 0 ? rowsPart(budget, pod, view) : undefined
        if (pod && found)
          yield {
            id: [pod.environment ?? view.estate.cluster, pod.name],
            environment: pod.environment,
            cluster: view.estate.cluster,
            says: `while as many pods of ${pod.name} are away as ${budget.name} allows, its rows are at hand`,
            source: budget.source,
            about: [budget.ref, pod.workload],
            parts: [found],
          }
      }
  },

  says: {
    rows: ({ budget, store, share, count, stay, needs }, truth) => {
      const away = count - stay
      const allows = `${budget} lets ${away} of ${count} members of ${store} be away`
      if (share === 'independent')
        return away === 0
          ? `${budget} lets no member of ${store} be away`
          : `${allows}, and they are independent: ${away}/${count} of the rows are away with ${away === 1 ? 'it' : 'them'}, though ${stay} pods stay`
      return truth === true
        ? `${allows}: ${stay} stay, and ${needs} can carry on with all rows`
        : `${allows}: ${stay} stay, and ${needs} are needed to agree`
    },
  },
})

function rowsPart(budget: Budget, pod: PodClass, { estate, denied }: View): AnyPart<Rules> | undefined {
  const { members } = copiesOf(estate, pod, denied)
  const { share, count } = members
  const says = members.replication ?? members.onlySaid
  if (count < 2 || budget.fault !== undefined || !says || (share !== 'independent' && share !== 'follow'))
    return undefined
  const stay = Math.min(count, budget.mustStay)
  const needs = neededMembers(members)
  return part(
    'rows',
    share === 'independent' ? stay === count : stay >= needs,
    { budget: budget.name, store: pod.name, share, count, stay, needs },
    {
      assumes: members.assumes,
      cause:
        share === 'independent'
          ? `independent-members/${says.environment}/${says.component}`
          : `budget-below-majority/${says.environment}/${says.component}`,
      hint:
        share === 'independent'
          ? 'replication first: a budget counts pods, and none of these can stand in for another'
          : `minAvailable: ${needs}`,
      at: { source: budget.source, path: ['spec'] },
      stated: [budget.source.stated, says.source.stated],
    },
  )
}
