// What stays of a workload while a node is drained for maintenance. A budget makes evictions wait for each other; without
// one all pods on the node go at once.

import { budgetsOf } from '../../engine/disruption/budget.ts'
import { whileDrained } from '../../engine/disruption/while-drained.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { componentEdit } from '../placement/component-edit.ts'
import { noNodes } from '../placement/no-nodes.ts'
import type { Edit } from '../verdict.ts'
import { podsFor, table, type View, type World } from '../world.ts'

type Rules = {
  left: {
    workload: string
    count: number
    together: number
    least: number
    available: number
    budget?: string
    mustStay?: number
    nodes: number
  }
}

export const drained = definePromise<Rules>()({
  kind: 'drained',
  asks: 'While any one node is drained, do as many pods stay available as promised?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    const { component, available } = promise
    const pods = view ? podsFor(view, component, environment ?? '').filter(({ steady }) => steady) : []
    yield {
      id: [place, component.name],
      environment,
      cluster,
      says: `while any one node is drained, at least ${available} ${available === 1 ? 'pod' : 'pods'} of ${component.name} stay available`,
      source: pods[0]?.source ?? { stated: promise.stated },
      parts: view ? pods.map((pod) => leftPart(pod, available, view, world)) : [],
    }
  },

  says: {
    left: ({ workload, count, together, least, budget, mustStay, nodes }, truth) => {
      if (nodes === 0 && budget === undefined)
        return `no budget covers ${workload}, and nobody says what nodes there are`
      if (budget === undefined) {
        const go = `no budget covers ${workload}, and the rules let ${together} of its ${count} pods stand on one node`
        return `${go}: a drain takes them at once and leaves ${count} − ${together} = ${least}`
      }
      const keeps = `budget ${budget} wants ${mustStay} to stay of the ${countOf(count, 'pod')} of ${workload}`
      return truth === true && least > (mustStay ?? 0)
        ? `${keeps}, and the rules let ${together} stand on one node: at least ${least} stay`
        : `${keeps}: at least ${least} ${least === 1 ? 'stays' : 'stay'}`
    },
  },
})

const budgets = table(({ estate, pods }) => budgetsOf(estate, pods))

function leftPart(pod: PodClass, available: number, view: View, world: World): AnyPart<Rules> {
  const covering = budgets(view).filter(({ covers }) => covers.includes(pod))
  const { together, budget, least, count } = whileDrained(view.estate, pod, covering)
  const nodes = view.estate.nodes.length
  const isOpen = nodes === 0 && !budget
  const truth = isOpen ? undefined : least >= available
  return part(
    'left',
    truth,
    {
      workload: pod.name,
      count,
      together,
      least,
      available,
      nodes,
      ...(budget && { budget: budget.name, mustStay: budget.mustStay }),
    },
    {
      cause: `${budget ? 'small' : 'no'}-budget/${pod.environment}/${pod.component ?? pod.name}`,
      hint:
        available < count
          ? `a disruption budget: minAvailable ${available}`
          : `more than ${countOf(available, 'pod')}, and a disruption budget`,
      fix: truth === false && !budget && available < count ? guarded(pod, available, world) : undefined,
      ...(isOpen && { waitsFor: noNodes }),
      at: { source: budget?.source ?? pod.source },
    },
  )
}

function guarded(pod: PodClass, minAvailable: number, world: World): readonly Edit[] | undefined {
  const edit = componentEdit(pod, world, ['budget'], { minAvailable })
  return edit && [edit]
}
