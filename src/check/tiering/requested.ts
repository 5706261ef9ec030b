// What the pods of an environment request, and which of them nobody says anything of.

import { requestRow } from '../../engine/capacity/pool-room.ts'
import { addQuantity, parseQuantity, type Quantity, scaleQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { type View, viewFor, type World } from '../world.ts'

export type Resource = 'cpu' | 'memory'

/** What an environment requests, and who there says nothing of it: it is so much at least. */
export interface Requested {
  readonly name: string
  readonly sum: Quantity
  readonly silent: readonly string[]
  /** The same for environments whose silent pods are the same, and as many. */
  readonly pods: string
}

export function isOpen({ sum, silent }: Requested): boolean {
  return silent.length > 0 || sum.nano === 0n
}

/** Of all pods that are always there. */
export function requestedIn(environment: Environment, resource: Resource, world: World): Requested {
  const view = viewFor(world, environment)
  const all = view ? lowered(environment, resource, view) : declared(environment, resource)
  const silent = all.filter(({ sum }) => sum === undefined)
  return {
    name: environment.name,
    sum: all.map(({ sum }) => sum ?? zeroQuantity).reduce(addQuantity, zeroQuantity),
    silent: [...new Set(silent.map(({ name }) => name))].sort(),
    pods: silent
      .map(({ name, count }) => `${name} ${count}`)
      .sort()
      .join(', '),
  }
}

interface Asked {
  readonly name: string
  readonly count: number
  readonly sum: Quantity | undefined
}

function lowered(environment: Environment, resource: Resource, view: View): readonly Asked[] {
  return view.pods
    .filter(({ steady, count, environment: of }) => steady && count > 0 && of === environment.name)
    .map((pod) => ({ name: pod.name, count: pod.count, sum: pod.requests[resource] && requestRow(pod, resource).sum }))
}

// Where programs run without Kubernetes there are no pods: what each program is said to need, and how many of them there are.
function declared(environment: Environment, resource: Resource): readonly Asked[] {
  return componentsOf(environment)
    .flatMap((component) => traitsOf(component).runs.map((runs) => ({ ...runs, name: component.name })))
    .filter(({ controller }) => controller !== 'outside' && controller !== 'CronJob')
    .map(({ name, requests, replicas }) => {
      const each = requests?.[resource]
      return {
        name,
        count: replicas,
        sum: each === undefined ? undefined : scaleQuantity(parseQuantity(each), replicas),
      }
    })
}
