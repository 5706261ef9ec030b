// What is known of the labels of an alert: what its rule sets, what its expression leaves, what Prometheus adds.

import type { LabelKnown } from '../../engine/monitoring/endings.ts'
import type { Labels } from '../../engine/monitoring/labels.ts'
import { seriesOf } from '../../engine/monitoring/series-of.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Rule } from '../../estate/monitoring/monitoring.ts'
import type { View } from '../world.ts'
import { collectors, unseenCollectors } from './collectors.ts'

/** Labels that Prometheus adds to every alert; undefined where it may also rewrite what it sends, or is not shown. */
export function addedLabels(view: View): ReadonlySet<string> | undefined {
  if (unseenCollectors(view).length > 0) return undefined
  const shown = collectors(view).map(({ manifest }) => fieldsOf(manifest.spec))
  const files = (view.estate.monitoring?.prometheus ?? []).map(({ value }) => fieldsOf(value))
  if (shown.length + files.length === 0) return undefined
  const rewrites = [
    ...shown.map(({ additionalAlertRelabelConfigs }) => additionalAlertRelabelConfigs),
    ...files.map(({ alerting }) => fieldsOf(alerting).alert_relabel_configs),
  ]
  if (rewrites.some((rewrite) => rewrite !== undefined)) return undefined
  const added = [
    ...shown.flatMap((spec) => [
      ...Object.keys(fieldsOf(spec.externalLabels)),
      `${spec.prometheusExternalLabelName ?? 'prometheus'}`,
      `${spec.replicaExternalLabelName ?? 'prometheus_replica'}`,
    ]),
    ...files.flatMap(({ global }) => Object.keys(fieldsOf(fieldsOf(global).external_labels))),
  ]
  return new Set(added)
}

/** Of the alerts that a rule makes; `added` are not known where the rule does not set them. */
export function knownLabels(rule: Rule, added: ReadonlySet<string>): LabelKnown {
  const labels = 'query' in rule.read ? seriesOf(rule.read.query).labels : undefined
  return (label) => knownOf(label, { rule, labels, added })
}

type Knowing = { readonly rule: Rule; readonly labels: Labels | undefined; readonly added: ReadonlySet<string> }

function knownOf(label: string, { rule, labels, added }: Knowing): ReturnType<LabelKnown> {
  if (label === 'alertname') return rule.name
  if (Object.hasOwn(rule.labels, label)) {
    const value = rule.labels[label] ?? ''
    return value.includes('{{') ? undefined : value
  }
  if (!labels || added.has(label)) return undefined
  return labels.only && !labels.only.has(label) ? '' : labels.tests.get(label)
}
