import type { PodClass } from '../../engine/pods/pod-class.ts'
import { connection } from '../../engine/reachability/connection.ts'
import { namedPorts } from '../../engine/reachability/port.ts'
import type { FactOf } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Component } from '../../platform/component.ts'
import { type CollectingParts, collectingParts, collectingWords } from '../alerting/collecting-parts.ts'
import { countOf } from '../count-words.ts'
import { definePromise, type Finding, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { podsOfAll, type View } from '../world.ts'
import { alikeAsOne } from './alike.ts'
import { type ConnectionPart, connectionParts } from './connection-parts.ts'
import { type ConnectionRules, connectionWords } from './connection-words.ts'
import { endsOf } from './ends.ts'
import { reachable } from './reachable.ts'

type Rules = ConnectionRules &
  CollectingParts & {
    collector: { by: string }
    metered: { count: number }
    port: { of: string; port: string }
  }

// A target that is not reached is down, and every alert on its metrics is silent.
export const scrapes = definePromise<Rules>()({
  kind: 'scrapes',
  asks: 'Does the collector reach everything that exposes metrics?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    yield {
      id: [place, promise.by.name],
      environment,
      cluster,
      says: `${promise.by.name} reaches the metrics of everything that exposes some`,
      parts: view ? [...scrapingParts(promise.by, environment, view), ...collectingParts(promise, world.denied)] : [],
    }
  },

  says: {
    ...connectionWords,
    ...collectingWords,
    collector: ({ by }, truth) => (truth ? `${by} runs in this cluster` : `${by} does not run in this cluster`),
    metered: ({ count }) =>
      count === 0
        ? 'nothing is said to expose metrics'
        : countOf(count, 'workload exposes metrics', 'workloads expose metrics'),
    port: ({ of, port }) => `nobody says which port of ${of} is called ${port}`,
  },
})

function scrapingParts(collector: Component, environment: string | undefined, view: View): Finding<Rules>['parts'] {
  const by = collector.name
  const collectors = podsOfAll(view, [collector])
  const own = new Set(collectors.map(({ workload }) => workload))
  const metered = meteredIn(view, environment).filter(({ of }) => !own.has(of))
  return [
    part('collector', collectors.length > 0, { by }),
    part('metered', metered.length > 0 ? true : undefined, { count: metered.length }),
    ...collectors.flatMap((collector) => collectorParts(view, collector, metered)),
  ]
}

function meteredIn({ estate }: View, environment: string | undefined): readonly FactOf<'metered'>[] {
  return estate.facts
    .filter((fact): fact is FactOf<'metered'> => fact.trait === 'metered')
    .filter((fact) => environment === undefined || fact.environment === environment)
    .sort((a, b) => (a.of < b.of ? -1 : 1))
}

type ScrapePart = ConnectionPart | ReturnType<typeof unsaidPort>

function collectorParts(view: View, collector: PodClass, metered: readonly FactOf<'metered'>[]): readonly ScrapePart[] {
  const parts = metered.flatMap((fact) => scrapeParts(view, collector, fact))
  const unsaid = parts.filter((each) => each.rule === 'port')
  return [
    ...alikeAsOne(
      parts.filter((each) => each.rule !== 'port'),
      'to',
    ),
    ...unsaid,
  ]
}

function scrapeParts(view: View, collector: PodClass, { of, port }: FactOf<'metered'>): readonly ScrapePart[] {
  const target = view.byWorkload.get(of)
  const number = portNumber(target, port)
  if (number === undefined) return [unsaidPort(partsOf(of).name, port)]
  const question = { from: collector.workload, to: of, port: number, denied: view.denied } as const
  return connectionParts(connection(reachable(view), question), endsOf(collector.workload, of, number), view)
}

function unsaidPort(of: string, port: string) {
  return part('port', undefined, { of, port })
}

function portNumber(pod: PodClass | undefined, port: string): number | undefined {
  if (/^\d+$/.test(port)) return Number(port)
  return pod && namedPorts(pod.spec).find(({ name, protocol }) => name === port && protocol === 'TCP')?.port
}
