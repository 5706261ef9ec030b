// One pair explained: at each port that the one end answers at, whether the other gets there, and by which rule.

import { connectionParts, connectionWords } from '../../check/reachability/connection-parts.ts'
import { endsOf } from '../../check/reachability/ends.ts'
import { placeOfPart } from '../../check/reachability/place-of-part.ts'
import { reachable } from '../../check/reachability/reachable.ts'
import type { Words } from '../../check/verdict.ts'
import { type View, worldOf } from '../../check/world.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn } from '../../engine/pods/untrusted.ts'
import { blockOf } from '../../engine/reachability/address.ts'
import { connection } from '../../engine/reachability/connection.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import { answersOf } from '../../engine/reachability/service.ts'
import type { Estate } from '../../estate/estate.ts'
import { type Protocol, partsOf } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'

export interface PairAnswer {
  readonly cluster: string
  readonly open: boolean | undefined
  readonly ways: readonly Way[]
}

interface Way {
  readonly open: boolean | undefined
  readonly says: readonly Words[]
  readonly assumes: readonly string[]
  readonly at?: Position
}

interface At {
  readonly port?: number
  readonly protocol: Protocol
}

/** Nothing where one of the two is not in this estate. `TO` may end in a port, `shop/orders:8080`. */
export function pairAnswer(estate: Estate, from: string, to: string): readonly PairAnswer[] {
  const { views } = worldOf([estate], { asOf: '' })
  const [view] = views
  if (!view) return []
  const { name, port } = portIn(to)
  return endsCalled(from, view).flatMap((source) =>
    endsCalled(name, view).flatMap((target) => {
      if (typeof source !== 'string' && typeof target !== 'string') return []
      const ports = port === undefined ? portsOf(target, view) : [{ port, protocol: 'TCP' as const }]
      const ways = ports.map((at) => wayOf(source, target, at, view))
      const open = ways.some((way) => way.open) ? true : ways.some((way) => way.open === undefined) ? undefined : false
      return [{ cluster: estate.cluster, open, ways }]
    }),
  )
}

export function portIn(to: string): { readonly name: string; readonly port?: number } {
  const [, name = to, port] = /^(.*?):(\d{1,5})$/.exec(to) ?? []
  return port === undefined || blockOf(to) ? { name: to } : { name, port: Number(port) }
}

/** Workloads called `shop/checkout`, `checkout` or `Deployment/shop/checkout`; an address; `outside`. */
function endsCalled(typed: string, { pods }: View): readonly Endpoint[] {
  if (typed === 'outside') return [{ outside: 'outside' }]
  if (blockOf(typed)) return [{ outside: typed, address: typed }]
  const isCalled = ({ workload, namespace, name }: PodClass) =>
    typed === workload || typed === `${namespace}/${name}` || typed === name
  return pods.filter(isCalled).map(({ workload }) => workload)
}

/** The ports at which Services lead there, else those that its containers show. */
function portsOf(target: Endpoint, view: View): readonly At[] {
  if (typeof target !== 'string') return [{ protocol: 'TCP' }]
  const r = reachable(view)
  const pod = view.byWorkload.get(target)
  const behind = [...r.services.values()].flatMap((service) =>
    service.ref.startsWith(`Service/${pod?.namespace}/`) ? (answersOf(r, service) ?? []) : [],
  )
  const served = behind.flatMap(({ workload, at, protocol }) =>
    workload === target && at !== undefined ? [{ port: at, protocol }] : [],
  )
  const shown = (pod?.spec.containers ?? []).flatMap(({ ports }) => fieldsIn(ports)).flatMap(atOf)
  const found = new Map([...served, ...shown].map((at) => [`${at.protocol} ${at.port}`, at]))
  return found.size > 0 ? [...found].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, at]) => at) : [{ protocol: 'TCP' }]
}

function atOf({ containerPort, protocol }: Fields): readonly At[] {
  if (typeof containerPort !== 'number') return []
  return [{ port: containerPort, protocol: protocol === 'UDP' || protocol === 'SCTP' ? protocol : 'TCP' }]
}

function wayOf(from: Endpoint, to: Endpoint, { port, protocol }: At, view: View): Way {
  const r = reachable(view)
  const judged = connection(r, { from, to, port, protocol, asMeant: true })
  const parts = connectionParts(judged, namesOf(from, to, port, protocol), view)
  const says = parts.map((each): Words => {
    const words = connectionWords[each.rule](each.because as never)
    return typeof words === 'string' ? { line: words } : words
  })
  const [place] = parts.flatMap((each) => placeOfPart(each) ?? [])
  return { open: judged.open, says, assumes: judged.assumes.map(({ says: text }) => text), ...(place && { at: place }) }
}

function namesOf(from: Endpoint, to: Endpoint, port: number | undefined, protocol: Protocol) {
  // What is outside stands in no namespace: it takes the other's, so that the name of that one stays short.
  const namespace = partsOf(typeof from === 'string' ? from : typeof to === 'string' ? to : 'Outside//').namespace
  const source = typeof from === 'string' ? from : (`Outside/${namespace}/${from.outside}` as const)
  const target = typeof to === 'string' ? to : (`Outside/${namespace}/${to.outside}` as const)
  const ends = endsOf(source, target, port, protocol)
  return {
    ...ends,
    from: typeof from === 'string' ? ends.from : from.outside,
    to: typeof to === 'string' ? ends.to : to.outside,
  }
}
