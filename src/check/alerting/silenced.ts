// Alerts that one which always fires (`vector(1)`, to show that alerts arrive at all) keeps silent for good.
// Source: https://prometheus.io/docs/alerting/latest/configuration/#inhibit_rule; alertmanager@v0.28, inhibit/inhibit.go.

import { type LabelKnown, meets } from '../../engine/monitoring/endings.ts'
import { seriesOf } from '../../engine/monitoring/series-of.ts'
import { type Inhibition, routingOf } from '../../estate/monitoring/route-tree.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'
import { addedLabels, knownLabels } from './alert-labels.ts'

const mostRows = 10

interface Alert {
  readonly name: string
  readonly known: LabelKnown
  readonly always: boolean
}

export function* silenced({ views }: World): Generator<Advice> {
  for (const view of views) {
    const [file, ...others] = view.estate.monitoring?.alertmanager ?? []
    const added = addedLabels(view)
    if (!file || others.length > 0 || !added) continue
    const alerts = alertsOf(view, added)
    const lost = routingOf(file.value).inhibitions.flatMap((rule) => lostBy(rule, alerts))
    const rows = [...new Map(lost)].sort(([a], [b]) => byCodePoint(a, b))
    if (rows.length === 0) continue
    const line = `${rows.length === 1 ? '1 alert is' : `${rows.length} alerts are`} silenced for good by one that always fires`
    const rest = rows.length - mostRows
    const more = rest > 0 ? [['…', `${rest} more`] as const] : []
    yield { id: `silenced/${view.estate.cluster}`, says: { line, rows: [...rows.slice(0, mostRows), ...more] } }
  }
}

function alertsOf({ estate }: View, added: ReadonlySet<string>): readonly Alert[] {
  return (estate.monitoring?.rules ?? []).flatMap(({ rules }) =>
    rules
      .filter(({ is }) => is === 'alert')
      .map((rule) => ({
        name: rule.name,
        known: knownLabels(rule, added),
        always: 'query' in rule.read && seriesOf(rule.read.query).always === true,
      })),
  )
}

// One that is a source itself is not silenced by a source that is a target, too.
function lostBy(rule: Inhibition, alerts: readonly Alert[]): readonly (readonly [string, string])[] {
  const sources = alerts.filter(({ always, known }) => always && meets(rule.source, known) === true)
  if (sources.length === 0) return []
  return alerts.flatMap((alert): readonly (readonly [string, string])[] => {
    if (meets(rule.target, alert.known) !== true || meets(rule.source, alert.known) !== false) return []
    const by = sources.find(({ known }) => rule.equal.every((label) => isEqual(known(label), alert.known(label))))
    return by ? [[alert.name, `while ${by.name} fires`]] : []
  })
}

function isEqual(a: ReturnType<LabelKnown>, b: ReturnType<LabelKnown>): boolean {
  return typeof a === 'string' && a === b
}
