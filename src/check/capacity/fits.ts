// A promise that there is room: the pool that the environment is declared to stand on, not the cluster that it is part of,
// minus what already takes it, against all that stands there.

import { joinAssumptions } from '../../engine/assumption.ts'
import { growsUnbounded } from '../../engine/capacity/grows.ts'
import { type PoolRoom, poolRoom } from '../../engine/capacity/pool-room.ts'
import { poolOf } from '../../engine/capacity/room.ts'
import { sayQuantity } from '../../kubernetes/quantity.ts'
import type { PlatformPromise, Step } from '../../platform/model.ts'
import { type AnyPart, definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { placements } from '../placement/placements.ts'
import type { Words } from '../verdict.ts'
import type { View, World } from '../world.ts'
import { sayGrows } from './more-room.ts'
import { type Peak, peakPart, peakWords } from './peak.ts'
import { type SumParts, sumPart, sumWords } from './sum-part.ts'

type Fits = Extract<PlatformPromise, { kind: 'fits' }>

type Rules = SumParts & {
  placed: { cannot: readonly string[]; unknown: readonly string[]; pods: number; grows: readonly string[] }
  peak: Peak
  verified: {
    step: string
    procedure: string
    measures: Step['measures']
    taken: readonly (readonly [string, string])[]
  }
}

export const fits = definePromise<Rules>()({
  kind: 'fits',
  asks: 'Is there room for all that the environment runs?',

  *judge(promise, world) {
    const { place, environment, cluster, view } = placeOf(promise, world)
    yield {
      id: [place, 'room'],
      environment,
      cluster,
      says: `there is room for all that ${environment ?? place} runs`,
      source: { stated: promise.stated },
      parts: view
        ? [
            ...partsOf(view, environment),
            ...peakParts(promise, environment, view, world),
            ...verifiedParts(promise, view, environment),
          ]
        : [],
    }
  },

  says: {
    cpu: sumWords,
    memory: sumWords,
    placed: ({ cannot, unknown, pods, grows }, truth) => {
      if (truth === true) return pods === 1 ? 'its one pod can be placed' : `all ${pods} pods can be placed at once`
      return cannot.length > 0
        ? `not all pods of ${cannot.join(', ')} can be placed${sayGrows(grows)}`
        : `no placement was found for all pods of ${unknown.join(', ')}, and no proof that there is none`
    },
    peak: peakWords,
    verified: ({ step, procedure, measures, taken }, truth): Words => ({
      line:
        truth === true
          ? `${step} of ${procedure} looks at what pods request`
          : `${step} of ${procedure} looks at what is used, and the scheduler counts what pods request: nodes half used may be full`,
      rows: measures === 'usage' ? taken : [],
    }),
  },
})

function partsOf(view: View, environment: string | undefined): readonly AnyPart<Rules>[] {
  const pool = environment === undefined ? undefined : poolOf(view.estate, environment)
  const nodes = pool?.nodes ?? view.estate.nodes.map(({ name }) => name)
  const on = pool?.name === undefined ? 'all nodes' : `the pool ${pool.name}`
  const sums = (['cpu', 'memory'] as const).map((resource) => sumPart(resource, on, nodes, { view, environment }))
  return [...sums, placedPart(view, environment)]
}

function peakParts(
  { rollouts, stated }: Fits,
  environment: string | undefined,
  view: View,
  { platform, promises }: World,
): readonly AnyPart<Rules>[] {
  if (rollouts === undefined || environment === undefined) return []
  const alerted = (platform?.alerts ?? []).map(({ when: { metric } }) => metric)
  const collected = promises.flatMap((one) => (one.is === 'promise' && one.kind === 'collects' ? one.metrics : []))
  const watched = [...alerted, ...collected].flatMap((metric) =>
    metric?.of ? [{ metric: metric.name, component: metric.of.name }] : [],
  )
  return peakPart(view, environment, rollouts, { watched, ...(stated && { stated }) })
}

// Only a step that says what it looks at is judged.
function verifiedParts({ by }: Fits, view: View, environment: string | undefined): readonly AnyPart<Rules>[] {
  const looking = (by?.steps ?? []).filter(({ measures }) => measures !== undefined)
  return looking.map(({ name, measures, stated }) => {
    const taken = (['cpu', 'memory'] as const).flatMap((resource) => requestedRows(view, environment, resource))
    return part(
      'verified',
      measures === 'requests',
      { step: name, procedure: by?.name ?? '', measures, taken },
      {
        cause: `verified-by-usage/${by?.name}/${name}`,
        hint: 'a step that adds up what pods request on each node: kubectl describe node, Allocated resources',
        stated: [stated],
      },
    )
  })
}

function requestedRows(view: View, environment: string | undefined, resource: 'cpu' | 'memory') {
  const nodes =
    environment === undefined ? view.estate.nodes.map(({ name }) => name) : poolOf(view.estate, environment).nodes
  const room = poolRoom(view.estate, view.pods, nodes, { resource, denied: view.denied })
  const say = (quantity: PoolRoom['free']) => sayQuantity(resource, quantity)
  return [
    [
      resource,
      `allocatable ${say(room.allocatable)} − taken ${say(room.taken)} − requested ${say(room.requests.sum)} = ${say(room.left)}`,
    ] as const,
  ]
}

function placedPart(view: View, environment: string | undefined): AnyPart<Rules> {
  const own = placements(view).filter(({ pod }) => environment === undefined || pod.environment === environment)
  const named = (word: 'cannot' | 'unknown') => own.filter(({ answer }) => answer === word).map(({ pod }) => pod.name)
  const cannot = named('cannot')
  const unknown = named('unknown')
  // No node that something may add is among those that were tried.
  const grows = cannot.length > 0 ? growsUnbounded(view.estate) : []
  const truth = cannot.length > 0 && grows.length === 0 ? false : cannot.length + unknown.length === 0 || undefined
  return part(
    'placed',
    truth,
    { cannot, unknown, grows, pods: own.reduce((sum, { count }) => sum + count, 0) },
    {
      assumes: joinAssumptions(own.map(({ assumes }) => assumes)),
      cause: cannot.length > 0 ? `cannot-be-placed/${environment}/${cannot[0]}` : undefined,
    },
  )
}
