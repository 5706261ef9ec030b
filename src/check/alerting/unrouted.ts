// Alerts that are meant to wake somebody, and end where nobody is told: no verdict, as a receiver without any integration
// is how alerts are kept from people on purpose.

import { endingsOf, type LabelKnown } from '../../engine/monitoring/endings.ts'
import type { Labels } from '../../engine/monitoring/labels.ts'
import { seriesOf } from '../../engine/monitoring/series-of.ts'
import { fieldsOf } from '../../engine/pods/untrusted.ts'
import type { Rule } from '../../estate/monitoring/monitoring.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'
import { collectors, unseenCollectors } from './collectors.ts'
import { type Routes, routes } from './routes.ts'

const waking = ['critical', 'page', 'pager']

/** More rows are counted. */
const mostRows = 10

export function* unrouted({ views }: World): Generator<Advice> {
  for (const view of views) {
    const tree = routes(view)
    const added = tree && addedLabels(view)
    if (!tree || !added) continue
    const lost = (view.estate.monitoring?.rules ?? []).flatMap(({ rules }) =>
      rules.flatMap((rule): readonly (readonly [string, string])[] => {
        const at = waking.includes(rule.labels.severity ?? '') ? lostAt(rule, tree, added) : undefined
        return rule.is === 'alert' && at ? [[rule.name, at]] : []
      }),
    )
    if (lost.length === 0) continue
    const rows = [...new Map(lost)].sort(([a], [b]) => byCodePoint(a, b))
    const rest = rows.length - mostRows
    yield {
      id: `unrouted/${view.estate.cluster}`,
      says: {
        line: `${rows.length === 1 ? '1 alert is' : `${rows.length} alerts are`} meant to wake somebody and ${rows.length === 1 ? 'ends' : 'end'} where nobody is told`,
        rows: [...rows.slice(0, mostRows), ...(rest > 0 ? [['…', `${rest} more`] as const] : [])],
      },
    }
  }
}

// Labels that Prometheus adds to every alert; undefined where it may also rewrite what it sends, or is not shown.
function addedLabels(view: View): ReadonlySet<string> | undefined {
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

// Where it ends, if all that it may end at tells nobody.
function lostAt(rule: Rule, { root, telling }: Routes, added: ReadonlySet<string>): string | undefined {
  const labels = 'query' in rule.read ? seriesOf(rule.read.query).labels : undefined
  const known: LabelKnown = (label) => knownOf(label, { rule, labels, added })
  const endings = endingsOf(root, known)
  if (endings.some(({ receiver }) => receiver === undefined || telling.has(receiver))) return undefined
  const names = [...new Set(endings.map(({ receiver }) => receiver))].sort()
  const lacks = labels?.only && !labels.only.has('namespace') && !Object.hasOwn(rule.labels, 'namespace')
  const why = lacks ? ': its expression leaves it no label namespace' : ''
  return `severity ${rule.labels.severity} ends at ${names.join(', ')}, which tells nobody${why}`
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
