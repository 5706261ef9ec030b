// A metric that a team relies on is exposed by its own program, by the kubelets, or by an exporter that somebody runs.
// A store has no page of metrics of its own: without its exporter nothing is to be had.

import type { Assumption } from '../../engine/assumption.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import type { Metric, PlatformPromise } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import type { Words } from '../verdict.ts'
import { podsOfAll, type View } from '../world.ts'
import { type ExporterCost, exporterCost } from './exporter-cost.ts'
import { type Exposer, exposersIn } from './exposers.ts'

type Collects = Extract<PlatformPromise, { kind: 'collects' }>

interface ExposedBy {
  readonly metrics: readonly string[]
  readonly by: readonly string[]
  /** The well-known exporter that brings them. */
  readonly exporter?: string
  readonly of?: string
  readonly place?: string
  readonly cost?: ExporterCost
}

interface Seen {
  readonly by: string
  readonly seenBy: 'logs' | 'load-tests'
  readonly metrics: readonly string[]
}

type Rules = { exposed: ExposedBy; seen: Seen }

export const collects = definePromise<Rules>()({
  kind: 'collects',
  asks: 'Is every metric that is relied on exposed by something?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    yield {
      id: [place, promise.by.name],
      environment,
      cluster,
      says: `${promise.by.name} finds ${promise.metrics.length === 1 ? 'the metric that is' : `the ${promise.metrics.length} metrics that are`} relied on`,
      parts: [...(view ? partsFor(promise, environment, view) : []), ...seenParts(promise.by.name, promise.metrics)],
    }
  },

  says: {
    exposed: exposedWords,
    seen: ({ by, seenBy, metrics }) =>
      `${metrics.join(', ')}: learned from ${seenBy === 'logs' ? 'logs' : 'tests of load'}, and ${by} reads what is scraped alone`,
  },
})

// What counts lines of logs, or drives a test, has the value; nothing that is scraped does.
function seenParts(by: string, metrics: readonly Metric[]) {
  return (['load-tests', 'logs'] as const).flatMap((seenBy) => {
    const learned = metrics.filter((metric) => metric.seenBy === seenBy)
    if (learned.length === 0) return []
    const names = learned.map(({ name }) => name).sort()
    return [
      part(
        'seen',
        false,
        { by, seenBy, metrics: names },
        {
          cause: `not-scraped/${by}/${seenBy}`,
          hint: 'something that counts them and is scraped',
          stated: learned.map(({ stated }) => stated),
        },
      ),
    ]
  })
}

function partsFor({ metrics, by: collector }: Collects, environment: string | undefined, view: View) {
  const found = metrics
    .toSorted((a, b) => byCodePoint(a.name, b.name))
    .map((metric) => ({ metric, exposer: exposersIn(metric, environment, view) }))
  const groups = Map.groupBy(found, ({ metric: { of }, exposer }) =>
    JSON.stringify([exposer.by, exposer.exporter, exposer.by.length > 0 ? undefined : of?.name]),
  )
  const missing = [...groups.values()].filter((group) => group[0]?.exposer.truth === false)
  const lacking = missing.flatMap(([one]) => (one?.metric.of ? [one.metric.of] : []))
  return [...groups.values()].flatMap((group): Finding<Pick<Rules, 'exposed'>>['parts'] => {
    const [{ metric, exposer }] = group as [{ metric: Metric; exposer: Exposer }]
    const { by, workloads, exporter, byKubelets } = exposer
    const scraped = byKubelets ? [scrapedBy(view, exporter)] : toldOf(collector, workloads, view)
    const truth = exposer.truth && !scraped.some(({ id }) => view.denied.has(id))
    const names = group.map(({ metric: { name } }) => name).sort()
    const cost = truth === false && metric.of ? exporterCost(metric.of, lacking, environment, view) : undefined
    const because = {
      metrics: names,
      by,
      exporter,
      of: metric.of?.name,
      place: environment ?? view.estate.cluster,
      cost,
    }
    const stated = group.map((one) => one.metric.stated)
    const where = metric.of ? `${environment}/${metric.of.name}` : view.estate.cluster
    return [
      part('exposed', truth, because, {
        assumes: scraped,
        cause: `no-exporter/${where}/${exporter ?? names.join('+')}`,
        hint:
          exporter === undefined ? undefined : `${exporter}${metric.of ? ` beside ${metric.of.name}` : ''}, scraped`,
        stated,
      }),
    ]
  })
}

function scrapedBy({ estate: { cluster } }: View, exporter: string | undefined): Assumption {
  return { id: `exporter/${cluster}/${exporter}`, says: `${exporter} is scraped in ${cluster}`, kind: 'outside' }
}

// One that an operator runs finds all that is metered, as one that calls an exporter does; what another is told nobody shows.
function toldOf(collector: Component, workloads: readonly Ref[], view: View): readonly Assumption[] {
  const { estate } = view
  const own = new Set(podsOfAll(view, [collector]).map(({ workload }) => workload))
  const ports = new Set(estate.facts.flatMap((fact) => (fact.trait === 'metered' ? [`${fact.of} ${fact.port}`] : [])))
  const called = estate.facts.flatMap((fact) =>
    fact.trait === 'calls' &&
    own.has(fact.from) &&
    fact.to.is === 'workload' &&
    ports.has(`${fact.to.workload} ${fact.to.portName}`)
      ? [fact.to.workload]
      : [],
  )
  return workloads
    .filter((workload) => !own.has(workload) && !called.includes(workload))
    .map((workload) => ({
      id: `scraped/${estate.cluster}/${collector.name}/${partsOf(workload).namespace}/${partsOf(workload).name}`,
      says: `${collector.name} is told to scrape ${partsOf(workload).name}`,
      kind: 'opaque' as const,
    }))
}

function exposedWords({ metrics, by, exporter, of, place, cost }: ExposedBy, truth: boolean | undefined): Words {
  const names = metrics.join(', ')
  if (truth) return { line: `${names}: exposed by ${by.join(', ')}` }
  if (truth === undefined)
    return {
      line:
        by.length === 0
          ? `nobody says what exposes ${names}`
          : `${names}: said to be exposed by ${by.join(', ')}, and nobody says what of that runs in ${place}`,
    }
  if (by.length > 0) return { line: `${names}: exposed by ${by.join(', ')}, and nothing scrapes those` }
  const itself = of === undefined ? '' : `: ${of} has no page of metrics`
  const line = `nothing exposes ${names}${itself}, and no ${exporter ?? 'exporter'} is declared`
  if (!cost) return { line }
  const rows = [
    [
      'beside each pod',
      `${cost.pods} × ${cost.least} (the least that ${cost.range} lets a container have) = ${cost.own}`,
    ],
    ...(cost.all === undefined ? [] : [['with the others that lack one', cost.all] as const]),
  ] as const
  return { line, rows }
}
