// What a quota must hold beyond all pods when a release goes out: the pods that rollouts add, one run of each job, and the
// exporters of the metrics that are watched, where nobody has declared those.

import { quotasOf } from '../../engine/admission/quotas.ts'
import { limitRangesOf } from '../../engine/pods/limit-range.ts'
import { exporterOf } from '../../knowledge/exporters.ts'
import {
  addQuantity,
  compareQuantity,
  type Quantity,
  sayQuantity,
  scaleQuantity,
  tryQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Stated } from '../../platform/source.ts'
import { quotaRows } from '../admission/quota.ts'
import { sayRef } from '../admission/subject.ts'
import { countOf } from '../count-words.ts'
import { type Part, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'

export interface Peak {
  readonly quota: Ref
  readonly resource: string
  readonly hard: Quantity
  readonly pods: Quantity
  readonly surge: Quantity
  readonly runs: Quantity
  readonly exporters: Quantity
  readonly sum: Quantity
  readonly by: readonly (readonly [label: string, amount: Quantity])[]
}

export interface Watched {
  readonly metric: string
  readonly component: string
}

/** One part for each resource of each quota of the namespace that pods are charged to. */
export function peakPart(
  view: View,
  environment: string,
  rollouts: 'one-by-one' | 'together',
  { watched, stated }: { readonly watched: readonly Watched[]; readonly stated?: Stated },
): readonly Part<'peak', Peak>[] {
  const namespace = view.estate.environments.find(({ name }) => name === environment)?.namespace
  const missing = missingExporters(view, environment, watched)
  return quotaRows(view).flatMap((row) => {
    const { quota, resource, hard, used } = row
    const isCharged = row.surge.length + row.runs.length > 0
    if (partsOf(quota).namespace !== namespace || used === undefined || !isCharged) return []
    const surging = rollouts === 'together' ? row.surge : row.surge.slice(0, 1)
    const each = leastOfContainer(view, namespace, resource)
    const added = missing.map(({ exporter, count }) => [exporter, scaleQuantity(each, count)] as const)
    const surge = sum(surging.map(({ amount }) => amount))
    const runs = sum(row.runs.map(({ amount }) => amount))
    const exporters = sum(added.map(([, amount]) => amount))
    const all = sum([used, surge, runs, exporters])
    const by = [...[...surging, ...row.runs].map(({ ref, amount }) => [sayRef(ref), amount] as const), ...added]
    const isMost = compareQuantity(all, hard) <= 0
    const object = [...quotasOf(view.estate.objects).values()].flat().find(({ ref }) => ref === quota)?.object
    return [
      part(
        'peak',
        isMost,
        { quota, resource, hard, pods: used, surge, runs, exporters, sum: all, by },
        {
          cause: `quota-peak/${view.estate.cluster}/${namespace}/${partsOf(quota).name}/${resource}`,
          hint: `a quota of at least ${sayQuantity(resource, all)} of ${resource}, or rollouts one after the other`,
          ...(object && { at: { source: object.source, path: ['spec', 'hard', resource] } }),
          stated: [stated, object?.source.stated],
        },
      ),
    ]
  })
}

// Where none is declared, one stands beside each member of the store that it asks, as a container of its own.
function missingExporters(view: View, environment: string, watched: readonly Watched[]) {
  const wanted = new Map<string, { exporter: string; component: string }>()
  for (const { metric, component } of watched) {
    const exporter = exporterOf(metric)
    if (exporter?.endsWith('_exporter')) wanted.set(`${exporter} ${component}`, { exporter, component })
  }
  return [...wanted.values()]
    .sort((a, b) => byCodePoint(sayWanted(a), sayWanted(b)))
    .flatMap(({ exporter, component }) => {
      const pods = view.pods.filter(
        (pod) => pod.environment === environment && pod.component === component && pod.steady,
      )
      const isThere = view.pods.some(({ spec }) => spec.containers.some((one) => isExporter(one, exporter)))
      const count = isThere ? 0 : pods.reduce((total, pod) => total + pod.count, 0)
      return count === 0
        ? []
        : [{ exporter: `${sayWanted({ exporter, component })}, ${countOf(count, 'container')}`, count }]
    })
}

function sayWanted({ exporter, component }: { readonly exporter: string; readonly component: string }): string {
  return `${exporter} of ${component}`
}

function isExporter({ name, image }: { readonly name: string; readonly image?: unknown }, exporter: string): boolean {
  const words = exporter.split('_')
  return [name, `${image ?? ''}`].some((text) => words.every((word) => text.includes(word)))
}

// The least that a LimitRange lets a container ask for; where there is none it may ask for nothing.
function leastOfContainer({ estate }: View, namespace: string, resource: string): Quantity {
  if (resource === 'pods' || resource === 'count/pods') return zeroQuantity
  const name = resource.replace(/^(requests|limits)\./, '')
  const written = (limitRangesOf(estate.objects).get(namespace) ?? []).flatMap(({ items }) =>
    items.flatMap((item) => (item.type === 'Container' ? (item.min.get(name)?.written ?? []) : [])),
  )
  const [least] = written.flatMap((one) => tryQuantity(one) ?? []).sort((a, b) => compareQuantity(b, a))
  return least ?? zeroQuantity
}

export function peakWords(
  { quota, resource, hard, pods, surge, runs, exporters, sum: all, by }: Peak,
  truth: Truth,
): Words {
  const say = (amount: Quantity) => sayQuantity(resource, amount)
  const terms = [
    [`${say(pods)} of all pods`, pods],
    [`${say(surge)} of rollouts`, surge],
    [`${say(runs)} of jobs`, runs],
    [`${say(exporters)} of exporters`, exporters],
  ] as const
  const shown = terms.filter(([, { nano }]) => nano !== 0n).map(([text]) => text)
  return {
    line: `${resource}: ${shown.join(' + ')} = ${say(all)} ${truth === true ? '≤' : '>'} ${say(hard)} of quota ${partsOf(quota).name}`,
    rows: by.map(([label, amount]) => [label, say(amount)] as const),
  }
}

function sum(amounts: readonly Quantity[]): Quantity {
  return amounts.reduce(addQuantity, zeroQuantity)
}
