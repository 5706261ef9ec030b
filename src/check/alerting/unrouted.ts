// Alerts that are meant to wake somebody, and end where nobody is told: no verdict, as a receiver without any integration
// is how alerts are kept from people on purpose.

import { endingsOf } from '../../engine/monitoring/endings.ts'
import { seriesOf } from '../../engine/monitoring/series-of.ts'
import type { Rule } from '../../estate/monitoring/monitoring.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'
import { addedLabels, knownLabels } from './alert-labels.ts'
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

// Where it ends, if all that it may end at tells nobody.
function lostAt(rule: Rule, { root, telling }: Routes, added: ReadonlySet<string>): string | undefined {
  const endings = endingsOf(root, knownLabels(rule, added))
  if (endings.some(({ receiver }) => receiver === undefined || telling.has(receiver))) return undefined
  const names = [...new Set(endings.map(({ receiver }) => receiver))].sort()
  const labels = 'query' in rule.read ? seriesOf(rule.read.query).labels : undefined
  const lacks = labels?.only && !labels.only.has('namespace') && !Object.hasOwn(rule.labels, 'namespace')
  const why = lacks ? ': its expression leaves it no label namespace' : ''
  return `severity ${rule.labels.severity} ends at ${names.join(', ')}, which tells nobody${why}`
}
