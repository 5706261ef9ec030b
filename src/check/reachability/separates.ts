import { joinAssumptions } from '../../engine/assumption.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { countOf } from '../count-words.ts'
import { definePromise, type Finding, part } from '../define.ts'
import type { View, World } from '../world.ts'
import { namesOf } from './connection-words.ts'
import { everyPort } from './every-port.ts'
import { type Open, openParts, openWords, pairOf } from './pairs.ts'
import { reachable } from './reachable.ts'
import { unknownText } from './unknown-words.ts'
import { unseenWorkloads } from './unseen-workloads.ts'

type SeparatesPromise = Extract<PlatformPromise, { kind: 'separates' }>

interface Separated {
  readonly from: string
  readonly to: string
  readonly pairs: number
  /** The policies that keep them apart. */
  readonly by: readonly Ref[]
  readonly exceptPorts: readonly number[]
}

type Rules = {
  apart: Separated
  open: Open
  undecided: { from: string; to: string; unknown: readonly string[] }
  elsewhere: { from: string; to: string }
}

export const separates = definePromise<Rules>()({
  kind: 'separates',
  asks: 'Can nothing in the first open a connection to the second?',

  *judge(promise, world) {
    const from = nameOf(promise.from)
    const to = nameOf(promise.to)
    const view = viewOf(promise, world)
    const base = { id: [from, to] as const, says: `nothing in ${from} reaches ${to}${exceptText(promise.exceptPorts)}` }
    if (!view) yield { ...base, parts: [part('elsewhere', true, { from, to })] }
    else
      yield {
        ...base,
        cluster: view.estate.cluster,
        environment: environmentOf(promise.from),
        parts: judgePairs(promise, view),
      }
  },

  says: {
    apart: ({ pairs, by, exceptPorts }) =>
      `${countOf(pairs, 'pair')} of workloads, every port${exceptPorts.length === 0 ? '' : ` but ${exceptPorts.join(', ')}`}: ${by.length > 0 ? `kept apart by ${namesOf(by)}` : 'none is open'}`,
    open: openWords,
    undecided: ({ from, to, unknown }) => `${from} → ${to}: ${unknownText(unknown)}`,
    elsewhere: ({ from, to }) => `${from} and ${to} share no cluster`,
  },
})

function exceptText(ports: readonly number[]): string {
  return ports.length === 0 ? '' : ` but at ${ports.join(', ')}`
}

function nameOf(place: Environment | string): string {
  return typeof place === 'string' ? place : place.name
}

function environmentOf(place: Environment | string): string | undefined {
  return typeof place === 'string' ? undefined : place.name
}

/** The cluster on which both stand; a namespace by name is looked for where the other is, else everywhere. */
function viewOf({ from, to }: SeparatesPromise, { views }: World): View | undefined {
  return views.find(
    (view) => endsIn(view, from) !== undefined && endsIn(view, to) !== undefined && !(isOutside(from) && isOutside(to)),
  )
}

function isOutside(place: Environment | string): boolean {
  return place === 'internet'
}

function endsIn({ estate, pods }: View, place: Environment | string): readonly Endpoint[] | undefined {
  if (place === 'internet') return [{ outside: 'internet' }]
  if (typeof place !== 'string') {
    if (!estate.environments.some(({ name }) => name === place.name)) return undefined
    return pods.filter(({ environment }) => environment === place.name).map(({ workload }) => workload)
  }
  const found = pods.filter(({ namespace }) => namespace === place).map(({ workload }) => workload)
  return found.length > 0 || estate.objects.some(({ ref }) => ref === `Namespace//${place}`) ? found : undefined
}

function judgePairs(promise: SeparatesPromise, view: View): Finding<Rules>['parts'] {
  const r = reachable(view)
  const asked = everyPort(r, promise.exceptPorts)
  const pairs = (endsIn(view, promise.from) ?? []).flatMap((from) =>
    (endsIn(view, promise.to) ?? []).map((to) => pairOf(r, from, to, asked, view.denied)),
  )
  const open = openParts(
    pairs.filter((pair) => pair.open.length > 0),
    asked.length,
  )
  const undecided = pairs
    .filter((pair) => pair.open.length === 0 && pair.unknown.length > 0)
    .map(({ from, to, unknown }) => part('undecided', undefined, { from, to, unknown }))
  if (open.length + undecided.length > 0) return [...open, ...undecided]
  const by = [...new Set(pairs.flatMap((pair) => pair.by))].sort()
  const ends = { from: nameOf(promise.from), to: nameOf(promise.to) }
  const unread = unseenWorkloads(view.estate, [ends.from, ends.to])
  const assumes = joinAssumptions([...pairs.map((pair) => pair.assumes), unread])
  const holds = !unread.some(({ id }) => view.denied.has(id))
  return [part('apart', holds, { ...ends, pairs: pairs.length, by, exceptPorts: promise.exceptPorts }, { assumes })]
}
