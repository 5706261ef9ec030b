import type { Labels } from '../../kubernetes/types.ts'
import { sortedBy } from '../order.ts'
import type { Placed } from './placed.ts'

/** On every pod and object of a workload: `app`, by which people write selectors, and the component it belongs to. */
export function labelsOf({ workload, component }: Placed): Labels {
  return { app: workload.name, 'app.kubernetes.io/name': component.name, ...sorted(workload.labels) }
}

/** By what a controller, Service, budget or spread rule finds the pods. */
export function selectorOf(placed: Placed): Labels {
  return { app: labelsOf(placed).app ?? placed.workload.name }
}

export function sorted(labels: Labels): Labels {
  return Object.fromEntries(sortedBy(Object.entries(labels), ([key]) => key))
}
