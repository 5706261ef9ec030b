// Whether anybody brings the metrics that an expression cannot do without.

import { needsOf } from '../../engine/monitoring/needs.ts'
import type { Never } from '../../engine/monitoring/series.ts'
import type { Query } from '../../estate/promql/query.ts'
import { exporterOf } from '../../knowledge/exporters.ts'
import { nearest } from '../../platform/nearest.ts'
import { type Part, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { exposersIn } from './exposers.ts'
import { recorders, seesAllRules, unseenRecorders } from './metric-sources.ts'
import { neverWords } from './never-words.ts'

export interface Exposed {
  /** One of them is needed. */
  readonly metrics: readonly string[]
  /** The rules that record one. */
  readonly recorded: readonly string[]
  /** The rule that records it, of an expression that never gives anything. */
  readonly broken?: { readonly by: string; readonly never: Never }
  /** The name that is recorded and most like it. */
  readonly near?: string
  readonly unseen: readonly (readonly [id: string, says: string])[]
  /** Workloads that are said to expose one, or hold its exporter. */
  readonly exposes?: readonly string[]
}

interface Where {
  readonly at: Part['at']
  readonly view: View
  /** A Prometheus that is shown takes the rule. */
  readonly isOperated: boolean
}

// Prometheus makes these itself.
const own = /^(?:up|ALERTS|ALERTS_FOR_STATE|scrape_\w+)$/

/** A part for every metric that is needed: of alternatives, one for all. */
export function exposedParts(query: Query, where: Where): readonly Part<'exposed', Exposed>[] {
  const clauses = needsOf(query).map((clause) => clause.map(({ metric }) => metric))
  const needed = clauses.flatMap((clause) =>
    clause.every((metric) => metric !== undefined && !own.test(metric))
      ? [[...new Set(clause as string[])].sort()]
      : [],
  )
  const told = new Map(needed.map((metrics) => [metrics.join('+'), metrics]))
  return [...told.values()].map((metrics) => exposedPart(metrics, where))
}

function exposedPart(metrics: readonly string[], { at, view, isOperated }: Where): Part<'exposed', Exposed> {
  const by = metrics.flatMap((metric) => recorders(view).get(metric) ?? [])
  const recorded = [...new Set(by.map(({ set }) => set.name))]
  const base = { metrics, recorded, unseen: [] }
  const isRecorded = metrics.every((metric) => recorders(view).has(metric))
  const broken = isRecorded && by.every(({ never }) => never) ? by[0] : undefined
  if (broken?.never) {
    const said = { by: broken.set.name, never: broken.never }
    const source = { source: broken.set.source, path: [...broken.rule.path, 'expr'] }
    return part('exposed', false, { ...base, broken: said }, { at: source, cause: `recorded/${metrics.join('+')}` })
  }
  if (by.length > 0) return part('exposed', true, base, { at })
  if (metrics.every((metric) => metric.includes(':'))) return unrecorded(base, { at, view, isOperated })
  const shown = metrics.map((name) => exposersIn({ name }, undefined, view))
  if (shown.every(({ truth, byKubelets }) => truth === true && !byKubelets)) {
    const exposes = [...new Set(shown.flatMap((one) => one.by))].sort()
    return part('exposed', true, { ...base, exposes }, { at })
  }
  return assumed(base, { at, view, isOperated })
}

// By convention a name with a colon is recorded and never exposed (prometheus.io/docs/practices/rules).
function unrecorded(base: Exposed, { at, view, isOperated }: Where): Part<'exposed', Exposed> {
  const near = nearest(base.metrics[0] ?? '', [...recorders(view).keys()])
  // Another repository may record it; but hardly a name that differs in a letter from one that is recorded here.
  const isAll = isOperated && near !== undefined && seesAllRules(view)
  const unseen = unseenRecorders(view).map(({ id, says }) => [id, says] as const)
  return part(
    'exposed',
    isAll ? false : undefined,
    { ...base, near, unseen },
    { at, hint: near && `${near}, or a rule that records ${base.metrics.join(' or ')}` },
  )
}

function assumed(base: Exposed, { at, view }: Where): Part<'exposed', Exposed> {
  const { cluster } = view.estate
  const exporters = [...new Set(base.metrics.map(exporterOf))]
  const [exporter] = exporters
  const isKnown = exporters.length === 1 && exporter !== undefined
  const assumption = {
    id: isKnown ? `exporter/${cluster}/${exporter}` : `exposed/${cluster}/${base.metrics.join('+')}`,
    says: isKnown
      ? `${exporter} is scraped in ${cluster}`
      : `something that is scraped in ${cluster} exposes ${base.metrics.join(' or ')}`,
    kind: 'outside' as const,
  }
  return part('exposed', !view.denied.has(assumption.id), base, { at, assumes: [assumption] })
}

export function exposedWords({ metrics, recorded, near, broken, unseen, exposes }: Exposed, truth: Truth): Words {
  const names = metrics.join(' or ')
  if (exposes) return { line: `${exposes.join(', ')} exposes ${names}` }
  if (broken) {
    const line = `${names} is recorded by ${broken.by}, whose expression gives nothing: ${neverWords(broken.never)}`
    return { line }
  }
  if (truth === undefined) return { line: `no rule that is shown records ${names}`, rows: unseen }
  if (recorded.length > 0) return { line: `${recorded.join(', ')} records ${names}` }
  if (truth) return { line: `${names} is exposed by what is scraped` }
  const isRecorded = metrics.every((metric) => metric.includes(':'))
  if (!isRecorded) return { line: `nothing that is scraped exposes ${names}` }
  return { line: `no rule records ${names}${near ? `; one records ${near}` : ''}` }
}
