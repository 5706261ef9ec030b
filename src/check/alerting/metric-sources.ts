// Where the metrics of a cluster come from, as far as somebody shows it: what rules record, and whether all rules are seen.

import type { Series } from '../../engine/monitoring/series.ts'
import { seriesOf } from '../../engine/monitoring/series-of.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import { unseenFor } from '../../engine/unseen.ts'
import type { Unseen } from '../../estate/estate.ts'
import type { Rule, RuleSet } from '../../estate/monitoring/monitoring.ts'
import { table } from '../world.ts'
import { collectors } from './collectors.ts'

export interface Recorder {
  readonly set: RuleSet
  readonly rule: Rule
  readonly never: Series['never']
}

/** Metric → the rules that record it. */
export const recorders = table(({ estate }): ReadonlyMap<string, readonly Recorder[]> => {
  const all = (estate.monitoring?.rules ?? []).flatMap((set) =>
    set.rules
      .filter(({ is }) => is === 'record')
      .map((rule) => ({ set, rule, never: 'query' in rule.read ? seriesOf(rule.read.query).never : undefined })),
  )
  return Map.groupBy(all, ({ rule }) => rule.name)
})

/** What was not read and may record metrics, or bring ones that others recorded. */
export const unseenRecorders = table((view): readonly Unseen[] => {
  const kinds = ['PrometheusRule', 'Prometheus', 'ThanosRuler', 'ScrapeConfig', 'ConfigMap']
  const found = kinds.flatMap((kind) => unseenFor(view.estate, { kind }))
  return [...new Map(found.map((unseen) => [unseen.id, unseen])).values()]
})

/**
 * Whether every rule is seen: a Prometheus is shown, and none of what it reads is kept elsewhere. Another one may send its
 * own series to it, or have them taken by federation.
 */
export const seesAllRules = table((view): boolean => {
  const shown = collectors(view)
  const { objects } = view.estate
  if (shown.length === 0 || unseenRecorders(view).length > 0) return false
  if (objects.some(({ manifest }) => otherSources.includes(manifest.kind) || isFederating(manifest.spec))) return false
  return shown.every(({ manifest }) => {
    const { additionalScrapeConfigs, enableRemoteWriteReceiver, enableOTLPReceiver } = fieldsOf(manifest.spec)
    return additionalScrapeConfigs === undefined && !enableRemoteWriteReceiver && !enableOTLPReceiver
  })
})

const otherSources = ['ScrapeConfig', 'ThanosRuler', 'VMRule', 'OpenTelemetryCollector']

function isFederating(spec: unknown): boolean {
  const { endpoints, podMetricsEndpoints } = fieldsOf(spec)
  return [endpoints, podMetricsEndpoints].some(
    (list) => Array.isArray(list) && list.some((each) => /federate/.test(`${fieldsOf(each).path ?? ''}`)),
  )
}
