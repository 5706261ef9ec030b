// One pair explained: at each port that the one end answers at, whether the other gets there, and by which rule.

import { connectionParts } from '../../check/reachability/connection-parts.ts'
import { connectionWords } from '../../check/reachability/connection-words.ts'
import { endsOf } from '../../check/reachability/ends.ts'
import { placeOfPart } from '../../check/reachability/place-of-part.ts'
import { reachable } from '../../check/reachability/reachable.ts'
import { unknownText } from '../../check/reachability/unknown-words.ts'
import type { Words } from '../../check/verdict.ts'
import { type View, worldOf } from '../../check/world.ts'
import type { ConnectionQuestion } from '../../engine/reachability/connection.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import { explain } from '../../engine/reachability/explain.ts'
import { strangersLet } from '../../engine/reachability/strangers.ts'
import type { Estate } from '../../estate/estate.ts'
import { type PolicyPort, type Protocol, partsOf, type Ref } from '../../kubernetes/types.ts'
import type { Position } from '../../platform/source.ts'
import { addressesText } from './address-text.ts'
import { type At, sourcesCalled, type Target, targetsCalled } from './ends-called.ts'
import { outsideRangesOf, outsideWays } from './outside-ways.ts'
import { type ToldSide, toldSide } from './pair-sides.ts'
import { portsText } from './ports-text.ts'
import { strangersTold } from './strangers-text.ts'

export interface PairAnswer {
  readonly cluster: string
  readonly open: boolean | undefined
  readonly ways: readonly Way[]
}

interface Way {
  readonly open: boolean | undefined
  readonly says: readonly Said[]
  readonly assumes: readonly string[]
  readonly at?: Position
  /** Out of the one end and into the other: which policies isolate, and what each of their rules makes of it. */
  readonly egress?: ToldSide
  readonly ingress?: ToldSide
}

interface Said extends Words {
  /** The line that decides it. */
  readonly at?: Position
}

/** Nothing where one of the two is not in this estate. `TO` may end in a port, `shop/orders:8080`, or be a Service. */
export function pairAnswer(estate: Estate, from: string, to: string): readonly PairAnswer[] {
  const { views } = worldOf([estate], { asOf: '' })
  const [view] = views
  if (!view) return []
  const targets = targetsCalled(to, view, reachable(view))
  return sourcesCalled(from, view).flatMap((source) =>
    targets.flatMap((target) => {
      if (typeof source !== 'string' && typeof target.end !== 'string') return []
      const ways = waysOf(source, target, view)
      const open = ways.some((way) => way.open) ? true : ways.some((way) => way.open === undefined) ? undefined : false
      return [{ cluster: estate.cluster, open, ways }]
    }),
  )
}

function waysOf(from: Endpoint, { end, ports }: Target, view: View): readonly Way[] {
  return ports.flatMap((at): readonly Way[] => {
    const [workload] = [from, end].filter((each) => typeof each === 'string')
    const isAnywhere = [from, end].some((each) => typeof each !== 'string' && each.outside === 'outside')
    const known = isAnywhere && workload ? anywhereWays(workload, typeof from === 'string', at, view) : []
    const hidden = isAnywhere && workload ? hiddenWays(workload, typeof from === 'string', at, view) : []
    return known.length + hidden.length > 0 ? [...known, ...hidden] : [wayOf(from, end, at, view)]
  })
}

// Nobody said which address: each set of addresses with its ports is told, by one of them.
function anywhereWays(workload: Ref, isOut: boolean, { port, protocol }: At, view: View): readonly Way[] {
  const r = reachable(view)
  const found = outsideWays(r, workload, isOut ? 'egress' : 'ingress').filter(
    ({ ports }) => ports === 'all' || port === undefined || ports.some((range) => holdsPort(range, port, protocol)),
  )
  return found.map(({ ports, addresses }) => {
    const outside: Endpoint = { outside: 'outside', address: addresses[0]?.split('-')[0] }
    const [first] = ports === 'all' ? [] : ports
    const asked = {
      port: port ?? first?.first ?? 1,
      protocol: port === undefined ? (first?.protocol ?? protocol) : protocol,
    }
    const [from, to]: readonly [Endpoint, Endpoint] = isOut ? [workload, outside] : [outside, workload]
    const where = addressesText(addresses, outsideRangesOf(r))
    const at = port === undefined ? portsText(ports) : `${protocol} ${port}`
    const ends = { ...namesOf(from, to, port, protocol), at: `${at}, ${isOut ? 'to' : 'from'} ${where}` }
    return said({ from, to, ...asked, asMeant: true }, ends, view)
  })
}

// What a policy lets through by a name, or by what the running cluster alone knows.
function hiddenWays(workload: Ref, isOut: boolean, { port }: At, view: View): readonly Way[] {
  const letting = strangersLet(reachable(view)).filter((one) => one.workload === workload && one.doubt !== undefined)
  const asked = letting.filter(({ ports }) => port === undefined || ports === undefined || ports.some(isAt(port)))
  const { name } = partsOf(workload)
  return strangersTold({ strangers: asked }, isOut ? 'egress' : 'ingress').map(({ name: who, ports, doubt = '' }) => {
    const line = `${isOut ? `${name} → ${who}` : `${who} → ${name}`} at ${ports}: ${unknownText([doubt])}`
    return { open: undefined, says: [{ line }], assumes: [] }
  })
}

function isAt(asked: number) {
  return ({ port, endPort }: PolicyPort) => typeof port !== 'number' || (port <= asked && asked <= (endPort ?? port))
}

function holdsPort(
  range: { protocol: Protocol; first: number; last: number },
  port: number,
  protocol: Protocol,
): boolean {
  return range.protocol === protocol && range.first <= port && port <= range.last
}

function wayOf(from: Endpoint, to: Endpoint, { port, protocol }: At, view: View): Way {
  return said({ from, to, port, protocol, asMeant: true }, namesOf(from, to, port, protocol), view)
}

function said(question: ConnectionQuestion, ends: ReturnType<typeof namesOf>, view: View): Way {
  const explained = explain(reachable(view), question)
  const { judged } = explained
  const parts = connectionParts(judged, ends, view)
  const says = parts.map((each): Said => {
    const words = connectionWords[each.rule](each.because as never)
    const at = placeOfPart(each)
    return { ...(typeof words === 'string' ? { line: words } : words), ...(at && { at }) }
  })
  const at = says.find((each) => each.at)?.at
  return {
    open: judged.open,
    says,
    assumes: judged.assumes.map(({ says: text }) => text),
    ...(at && { at }),
    egress: toldSide(explained.egress, ends.from, judged.egress.refusals),
    ingress: toldSide(explained.ingress, ends.to, judged.ingress.refusals),
  }
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
