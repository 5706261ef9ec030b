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
import { type JobNamed, jobParts, jobWords } from './job-parts.ts'
import { monitoringSubject } from './monitoring-subject.ts'
import { neverWords } from './never-words.ts'
import { objectsByRef } from './objects-by-ref.ts'

type Rules = {
  reads: { fault: string; unread: boolean; by: readonly string[] }
  gives: { expression: string; never: Never | undefined }
  exposed: Exposed
  job: JobNamed
}

export const fires = defineQuestion<Rules>({
  id: 'fires',
  asks: 'Can every alert fire?',

  *judge({ views }) {
    for (const view of views)
      for (const set of view.estate.monitoring?.rules ?? []) {
        const alerts = Map.groupBy(
          set.rules.filter(({ is }) => is === 'alert'),
          ({ name }) => name,
        )
        for (const [name, rules] of alerts) yield findingOf(name, { set, rules, view })
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
  },
})

function short(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ')
  return line.length > 100 ? `${line.slice(0, 97)}…` : line
}

type Judged = { readonly set: RuleSet; readonly rules: readonly Rule[]; readonly view: View }

function findingOf(name: string, { set, rules, view }: Judged): Finding<Rules> {
  const object = set.ref && objectsByRef(view).get(set.ref)
  return {
    id: monitoringSubject(set, view, name),
    environment: object?.environment,
    cluster: view.estate.cluster,
    says: `the alert ${name} can fire`,
    source: set.source,
    about: set.ref ? [set.ref] : [],
    parts: rules.flatMap((rule) => partsFor(rule, set, view)),
  }
}

function partsFor(rule: Rule, set: RuleSet, view: View): Finding<Rules>['parts'] {
  const { expression, read, path } = rule
  const at = { source: set.source, path: [...path, 'expr'] }
  if (!('query' in read)) {
    // Others that read the same resources take more than Prometheus does.
    const by = read.unread ? [] : takersOf(set, view)
    const because = { fault: read.fault, unread: read.unread === true, by }
    return [
      part('reads', by.length > 0 ? false : undefined, because, { at, hint: 'what promtool check rules accepts' }),
    ]
  }
  const { never } = seriesOf(read.query)
  const isOperated = takersOf(set, view).length > 0
  return [
    part('gives', never === undefined, { expression, never }, { at }),
    ...(never ? [] : exposedParts(read.query, { at, view, isOperated })),
    // What another Prometheus reads, or a ruler without one, has jobs of its own.
    ...(never || !isOperated ? [] : jobParts(read.query, { at, view })),
  ]
}

function takersOf({ ref }: RuleSet, view: View): readonly string[] {
  const object = ref && objectsByRef(view).get(ref)
  if (object?.manifest.kind !== 'PrometheusRule') return []
  return collectors(view)
    .filter((by) => isTaken(object, by, 'rule', view))
    .map((by) => `Prometheus ${partsOf(by.ref).name}`)
}
