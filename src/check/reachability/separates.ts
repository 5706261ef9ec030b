import type { Assumption } from '../../engine/assumption.ts'
import { joinAssumptions } from '../../engine/assumption.ts'
import { isAlikeAtEveryPort } from '../../engine/reachability/alike.ts'
import { connection } from '../../engine/reachability/connection.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { definePromise, type Finding, part } from '../define.ts'
import type { Words } from '../verdict.ts'
import type { View, World } from '../world.ts'
import { namesOf, passesWhy } from './connection-parts.ts'
import { type AskedPort, everyPort } from './every-port.ts'
import { portsText } from './miss-words.ts'
import { openByName } from './open-by-name.ts'
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

interface Open {
  /** `edge/router → shop/checkout`. */
  readonly pairs: readonly string[]
  readonly ports: string
  readonly lets: readonly Ref[]
  readonly voided: readonly Ref[]
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
      `${pairs} pairs of workloads, every port${exceptPorts.length === 0 ? '' : ` but ${exceptPorts.join(', ')}`}: ${by.length > 0 ? `kept apart by ${namesOf(by)}` : 'none is open'}`,
    open: ({ pairs, ports, lets, voided }): Words => ({
      line: `${pairs.length === 1 ? `${pairs[0]} is` : `${pairs.length} pairs of workloads are`} open at ${ports}: ${passesWhy(lets, voided)}`,
      rows: pairs.length === 1 ? [] : [['these are', pairs.join(', ')]],
    }),
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

interface Pair {
  readonly from: string
  readonly to: string
  readonly open: readonly AskedPort[]
  readonly unknown: readonly string[]
  readonly by: readonly Ref[]
  readonly lets: readonly Ref[]
  readonly voided: readonly Ref[]
  readonly assumes: readonly Assumption[]
}

function pairOf(
  r: Reachability,
  from: Endpoint,
  to: Endpoint,
  asked: readonly AskedPort[],
  denied: ReadonlySet<string>,
): Pair {
  const at = (port: AskedPort) => connection(r, { from, to, ...port, wanted: 'closed', tells: false, denied })
  const told = isAlikeAtEveryPort(r, from, to) ? asked.slice(0, 1) : asked
  const ways = told.map((port) => ({ port, is: at(port) }))
  const open = ways.filter(({ is }) => is.open)
  const sides = ways.flatMap(({ is }) => [is.egress, is.ingress])
  const letting = open.flatMap(({ is }) => [is.egress, is.ingress]).flatMap(({ allowedBy }) => allowedBy?.policy ?? [])
  return {
    from: endName(from),
    to: endName(to),
    open: told.length < asked.length && open.length > 0 ? asked : open.map(({ port }) => port),
    unknown: [...new Set([...ways.flatMap(({ is }) => is.unknown), ...openByName(r, to, ways)])].sort(),
    by: sides.filter((side) => side.open === false).flatMap(({ isolatedBy }) => isolatedBy),
    lets: [...new Set(letting)].sort(),
    voided: [...new Set(open.flatMap(({ is }) => is.voided))].sort(),
    assumes: joinAssumptions(ways.map(({ is }) => is.assumes)),
  }
}

// Pairs that are open alike are told once.
function openParts(pairs: readonly Pair[], asked: number) {
  const portsOf = ({ open }: Pair) => (open.length === asked ? 'every port' : portsText(open))
  const alike = Map.groupBy(pairs, (pair) => JSON.stringify([portsOf(pair), pair.lets, pair.voided]))
  return [...alike.values()].map((group) => {
    const [first] = group as [Pair]
    const { lets, voided } = first
    const names = group.map(({ from, to }) => `${from} → ${to}`).sort()
    return part('open', false, { pairs: names, ports: portsOf(first), lets, voided })
  })
}

function endName(end: Endpoint): string {
  if (typeof end !== 'string') return end.outside
  const { namespace, name } = partsOf(end)
  return `${namespace}/${name}`
}
