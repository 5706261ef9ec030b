import type { Labels } from '../../kubernetes/types.ts'
import { sortedBy } from '../order.ts'
import type { Placed } from './placed.ts'

/** On every pod and object of a workload: `app`, by which people write selectors, and the component it belongs to. */
export function labelsOf(placed: Placed): Labels {
  const { workload, component } = placed
  return sorted({ 'app.kubernetes.io/name': component.name, ...selectorOf(placed), ...workload.labels })
}

/** By what a controller, Service or budget finds these pods and no other's: siblings may share one `app`. */
export function selectorOf({ workload }: Placed): Labels {
  const app = workload.labels.app ?? workload.name
  return app === workload.name ? { app } : { app, 'app.kubernetes.io/instance': workload.name }
}

/** The pods that keep apart from each other: the workload's own, or those of the siblings with which it shares an `app`. */
export function siblingSelectorOf(placed: Placed): Labels {
  const { workload } = placed
  if (Object.hasOwn(selectorOf(placed), 'app.kubernetes.io/instance')) {
    const shared = Object.entries(workload.labels).filter(([, value]) => value !== workload.name)
    return sorted(Object.fromEntries(shared))
  }
  return selectorOf(placed)
}

export function sorted(labels: Labels): Labels {
  return Object.fromEntries(sortedBy(Object.entries(labels), ([key]) => key))
}
