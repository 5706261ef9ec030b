// Whether somebody serves what an autoscaler measures: the API server passes it on by the group that it asks.

import { textOf } from '../../engine/pods/untrusted.ts'
import type { FactOf } from '../../estate/estate.ts'
import { fieldsAt } from '../../estate/import/fields.ts'
import type { ScaledMetric } from '../../estate/scaling.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import { table, type View } from '../world.ts'

export type ServedParts = {
  served: { readonly metric: string; readonly group: string }
}

/** Groups of APIServices that lead to a Service: `custom.metrics.k8s.io`, `external.metrics.k8s.io`. */
const servedGroups = table(
  ({ estate }: View): ReadonlySet<string> =>
    new Set(
      estate.objects.flatMap(({ manifest }) => {
        if (manifest.kind !== 'APIService') return []
        const { group, service } = fieldsAt(manifest, 'spec')
        return service === undefined ? [] : (textOf(group) ?? [])
      }),
    ),
)

export function servedParts(fact: FactOf<'scales'>, view: View): readonly AnyPart<ServedParts>[] {
  // KEDA asks for them itself and serves what it got.
  if (fact.byKeda) return []
  const served = servedGroups(view)
  return fact.metrics
    .filter(({ is }) => is !== 'resource')
    .map((metric: ScaledMetric) => {
      const group = metric.is === 'pods' ? 'custom.metrics.k8s.io' : 'external.metrics.k8s.io'
      return part(
        'served',
        served.has(group),
        { metric: metric.name, group },
        {
          at: { source: fact.source, path: ['scales', 'on'] },
          cause: `no-metrics/${view.estate.cluster}/${group}`,
          hint: "an adapter that serves it (metricsAdapter), or by: 'keda'",
          stated: [metric.stated],
        },
      )
    })
}

export const servedWords = {
  served: ({ metric, group }: ServedParts['served'], truth: Truth) =>
    truth === true
      ? `${metric} is served as ${group}`
      : `nothing serves ${metric}: an autoscaler asks ${group} for it, and nobody there does`,
}
