// Requests, pods and storage of an environment, or of one component in it.

import { podTotal, requestTotal, storageTotal, type Total, type TotalRow } from '../../engine/capacity/total.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Source } from '../../estate/estate.ts'
import { mostPods } from '../../estate/lower/scaled.ts'
import { type Quantity, sayQuantity } from '../../kubernetes/quantity.ts'
import type { View } from '../world.ts'
import { type Amount, amountOfQuantity, sayAmount, sayTerm, type Uncounted } from './amount.ts'
import { type Count, type Counted, scopeOf } from './counted.ts'

/** With every autoscaler at its maximum; unknown where nobody says one. */
export function atMost(measure: Count, view: View): Counted | Uncounted {
  const { environment, component } = scopeOf(measure)
  const open = view.estate.facts.filter(
    (fact) =>
      fact.trait === 'scales' &&
      fact.environment === environment &&
      (component === undefined || fact.component === component) &&
      fact.unsaid.includes(mostPods),
  )
  if (open.length > 0) {
    const names = [...new Set(open.map((fact) => fact.component))]
    return { why: `nobody says the most pods of ${names.join(', ')}` }
  }
  const pods = view.pods.map((pod) =>
    pod.scales ? { ...pod, count: pod.scales.max, source: scaledSource(pod, view) } : pod,
  )
  const most = { ...view, pods }
  if (measure.counts === 'podsMost') return podCount(measure, most)
  return requests({ ...measure, counts: measure.counts === 'cpuRequestsMost' ? 'cpuRequests' : 'memoryRequests' }, most)
}

// How many there may be is said of its autoscaler.
function scaledSource({ source, component, environment }: PodClass, { estate }: View): Source {
  const stated = estate.facts.find(
    (fact) => fact.trait === 'scales' && fact.component === component && fact.environment === environment,
  )?.source.stated
  return stated
    ? { ...source, statedOf: (path) => (path.at(-1) === 'replicas' ? stated : source.statedOf?.(path)) }
    : source
}

/** Cores or bytes that all steady pods request. */
export function requests(measure: Count, view: View): Counted {
  const isCpu = measure.counts === 'cpuRequests'
  return {
    amount: summed(requestTotal(view.pods, scopeOf(measure), isCpu ? 'cpu' : 'memory'), isCpu ? 'cpu' : 'memory'),
  }
}

export function podCount(measure: Count, view: View): Counted {
  return { amount: summed(podTotal(view.pods, scopeOf(measure)), 'count') }
}

/** Bytes of claims: of data, of copies, or of both. */
export function storage(measure: Count, { estate, pods }: View): Counted {
  const of = (part: 'data' | 'backups' | 'all') => storageTotal(estate, pods, scopeOf(measure), part)
  if (measure.part === 'data' || measure.part === 'backups') return { amount: summed(of(measure.part), 'storage') }
  const say = ({ sum }: Total) => sayQuantity('memory', sum)
  return {
    amount: { ...summed(of('all'), 'storage'), how: `${say(of('data'))} of data + ${say(of('backups'))} of copies` },
  }
}

type Summed = 'cpu' | 'memory' | 'storage' | 'count'

function summed({ sum, rows }: Total, of: Summed): Amount {
  const resource = of === 'cpu' ? 'cpu' : 'memory'
  const say = (quantity: Quantity) =>
    of === 'count' ? sayAmount(amountOfQuantity(quantity, 'count')) : sayQuantity(resource, quantity)
  return amountOfQuantity(sum, of === 'count' ? 'count' : of === 'cpu' ? 'cores' : 'bytes', {
    rows: rows.map((row) => [
      row.name,
      of === 'count' ? say(row.sum) : `${row.count} × ${say(row.each)} = ${say(row.sum)}`,
    ]),
    how: rows.map((row) => (of === 'count' ? say(row.sum) : sayTerm(resource, row.sum))).join(' + '),
    stated: rows.map((row) => statedOf(row, of)),
  })
}

const container = ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests']

// The document lines that say the amount itself.
function statedOf({ source }: TotalRow, of: Summed) {
  if (of === 'storage') return source.stated
  return source.statedOf?.(of === 'count' ? ['spec', 'replicas'] : [...container, of]) ?? source.stated
}
