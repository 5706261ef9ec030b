// An alert whose expression can give nothing, whatever the data, never fires, and nobody notices: nothing looks different
// from a quiet day. That what it reads is exposed by somebody is assumed, by the exporter's or the metric's name.

import type { Never } from '../../engine/monitoring/series.ts'
import { seriesOf } from '../../engine/monitoring/series-of.ts'
import type { Rule, RuleSet } from '../../estate/monitoring/monitoring.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import type { View } from '../world.ts'
import { collectors, isTaken } from './collectors.ts'
import { type Exposed, exposedParts, exposedWords } from './exposed.ts'
import { type Brings, bringsWords, type JobNamed, jobParts, jobWords } from './job-parts.ts'
import { monitoringSubject } from './monitoring-subject.ts'
import { neverWords } from './never-words.ts'
import { objectsByRef } from './objects-by-ref.ts'

type Rules = {
  reads: { fault: string; unread: boolean; by: readonly string[] }
  gives: { expression: string; never: Never | undefined }
  exposed: Exposed
  job: JobNamed
  brings: Brings
}

export const fires = defineQuestion<Rules>({
  id: 'fires',
  asks: 'Can every alert fire?',

  *judge({ views }) {
    for (const view of views)
      for (const set of view.estate.monitoring?.rules ?? []) {
        const by = takersOf(set, view)
        const alerts = Map.groupBy(
          set.rules.filter(({ is }) => is === 'alert'),
          ({ name }) => name,
        )
        for (const [name, rules] of alerts) yield findingOf(name, rules, { set, view, by })
      }
  },

  says: {
    reads: ({ fault, unread, by }) => {
      if (unread) return `its expression was not read: ${fault}`
      return by.length > 0
        ? `${by.join(', ')} refuses the expression: ${fault}`
        : `the expression is none that Prometheus would take: ${fault}`
    },
    gives: ({ expression, never }) => (never ? neverWords(never) : `it may be: ${short(expression)}`),
    exposed: exposedWords,
    job: jobWords,
    brings: bringsWords,
  },
})

function short(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 97)}…` : line
}

interface Judged {
  readonly set: RuleSet
  readonly view: View
  /** Each Prometheus that takes the set. */
  readonly by: readonly string[]
}

function findingOf(name: string, rules: readonly Rule[], judged: Judged): Finding<Rules> {
  const { set, view } = judged
  const object = set.ref && objectsByRef(view).get(set.ref)
  return {
    id: monitoringSubject(set, view, name),
    environment: object?.environment,
    cluster: view.estate.cluster,
    says: `the alert ${name} can fire`,
    source: set.source,
    about: set.ref ? [set.ref] : [],
    parts: rules.flatMap((rule) => partsFor(rule, judged)),
  }
}

function partsFor({ expression, read, path }: Rule, { set, view, by }: Judged): Finding<Rules>['parts'] {
  const at = { source: set.source, path: [...path, 'expr'] }
  if (!('query' in read)) {
    // Others that read the same resources take more than Prometheus does.
    const isRefused = by.length > 0 && !read.unread
    const because = { fault: read.fault, unread: read.unread === true, by }
    return [part('reads', isRefused ? false : undefined, because, { at, hint: 'what promtool check rules accepts' })]
  }
  const { never } = seriesOf(read.query)
  const gives = part('gives', never === undefined, { expression, never }, { at })
  if (never) return [gives]
  const isOperated = by.length > 0
  // What another Prometheus reads, or a ruler without one, has jobs of its own.
  const jobs = isOperated ? jobParts(read.query, { at, view }) : []
  return [gives, ...exposedParts(read.query, { at, view, isOperated }), ...jobs]
}

function takersOf({ ref }: RuleSet, view: View): readonly string[] {
  const object = ref && objectsByRef(view).get(ref)
  if (object?.manifest.kind !== 'PrometheusRule') return []
  return collectors(view)
    .filter((by) => isTaken(object, by, 'rule', view))
    .map((by) => `Prometheus ${partsOf(by.ref).name}`)
}
