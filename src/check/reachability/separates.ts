import type { Assumption } from '../../engine/assumption.ts'
import { joinAssumptions } from '../../engine/assumption.ts'
import { connection } from '../../engine/reachability/connection.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Environment, PlatformPromise } from '../../platform/model.ts'
import { definePromise, type Finding, part } from '../define.ts'
import type { View, World } from '../world.ts'
import { namesOf } from './connection-parts.ts'
import { everyPort } from './every-port.ts'
import { portsText } from './miss-words.ts'
import { reachable } from './reachable.ts'

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
  readonly from: string
  readonly to: string
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
      `${pairs} pairs of workloads, every port${exceptText(exceptPorts)}: ${by.length > 0 ? `kept apart by ${namesOf(by)}` : 'none is open'}`,
    open: ({ from, to, ports, lets, voided }) => `${from} reaches ${to} at ${ports}: ${openWhy(lets, voided)}`,
    undecided: ({ from, to, unknown }) => `${from} → ${to}: nobody shows ${unknown.join(', ')}`,
    elsewhere: ({ from, to }) => `${from} and ${to} share no cluster`,
  },
})

function openWhy(lets: readonly Ref[], voided: readonly Ref[]): string {
  if (voided.length > 0) return `the network plugin enforces no policy, so ${namesOf(voided)} is void`
  return lets.length > 0 ? `let through by ${namesOf(lets)}` : 'no policy isolates either'
}

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
  const parts: Finding<Rules>['parts'][number][] = []
  const by = new Set<Ref>()
  const assumes: (readonly Assumption[])[] = []
  let pairs = 0
  for (const from of endsIn(view, promise.from) ?? [])
    for (const to of endsIn(view, promise.to) ?? []) {
      pairs++
      const ways = asked.map((port) => ({
        port,
        is: connection(r, { from, to, ...port, wanted: 'closed', denied: view.denied }),
      }))
      const ends = { from: endName(from), to: endName(to) }
      const open = ways.filter(({ is }) => is.open)
      const unknown = new Set(ways.flatMap(({ is }) => is.unknown))
      if (open.length > 0) parts.push(openPart(ends, open, asked.length))
      else if (unknown.size > 0) parts.push(part('undecided', undefined, { ...ends, unknown: [...unknown].sort() }))
      for (const { is } of ways) {
        assumes.push(is.assumes)
        for (const side of [is.egress, is.ingress])
          if (side.open === false) for (const ref of side.isolatedBy) by.add(ref)
      }
    }
  const because = {
    from: nameOf(promise.from),
    to: nameOf(promise.to),
    pairs,
    by: [...by].sort(),
    exceptPorts: promise.exceptPorts,
  }
  if (parts.length === 0) parts.push(part('apart', true, because, { assumes: joinAssumptions(assumes) }))
  return parts
}

type Way = {
  readonly port: { port: number; protocol: 'TCP' | 'UDP' | 'SCTP' }
  readonly is: ReturnType<typeof connection>
}

function openPart(ends: { from: string; to: string }, open: readonly Way[], asked: number) {
  const lets = new Set(
    open.flatMap(({ is }) => [is.egress, is.ingress].flatMap(({ allowedBy }) => allowedBy?.policy ?? [])),
  )
  const voided = new Set(open.flatMap(({ is }) => is.voided))
  const ports = open.length === asked ? 'every port' : portsText(open.map(({ port }) => port))
  return part(
    'open',
    false,
    { ...ends, ports, lets: [...lets].sort(), voided: [...voided].sort() },
    {
      cause: voided.size > 0 ? 'unenforced' : `open/${ends.from}/${ends.to}`,
    },
  )
}

function endName(end: Endpoint): string {
  if (typeof end !== 'string') return end.outside
  const { namespace, name } = partsOf(end)
  return `${namespace}/${name}`
}
