// Pairs of ends that nothing may connect: each with every way that is open, and the words for those.

import { type Assumption, joinAssumptions } from '../../engine/assumption.ts'
import { isAlikeAtEveryPort } from '../../engine/reachability/alike.ts'
import { connection } from '../../engine/reachability/connection.ts'
import type { Endpoint } from '../../engine/reachability/endpoint.ts'
import type { Reachability } from '../../engine/reachability/reachability.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { part } from '../define.ts'
import type { Words } from '../verdict.ts'
import { passesWhy } from './connection-words.ts'
import type { AskedPort } from './every-port.ts'
import { portsText } from './miss-words.ts'
import { openByName } from './open-by-name.ts'

export interface Open {
  /** `edge/router → shop/checkout`. */
  readonly pairs: readonly string[]
  readonly ports: string
  readonly lets: readonly Ref[]
  readonly voided: readonly Ref[]
}

export interface Pair {
  readonly from: string
  readonly to: string
  readonly open: readonly AskedPort[]
  readonly unknown: readonly string[]
  readonly by: readonly Ref[]
  readonly lets: readonly Ref[]
  readonly voided: readonly Ref[]
  readonly assumes: readonly Assumption[]
}

export function pairOf(
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
export function openParts(pairs: readonly Pair[], asked: number) {
  const portsOf = ({ open }: Pair) => (open.length === asked ? 'every port' : portsText(open))
  const alike = Map.groupBy(pairs, (pair) => JSON.stringify([portsOf(pair), pair.lets, pair.voided]))
  return [...alike.values()].map((group) => {
    const [first] = group as [Pair]
    const { lets, voided } = first
    const names = group.map(({ from, to }) => `${from} → ${to}`).sort()
    return part('open', false, { pairs: names, ports: portsOf(first), lets, voided })
  })
}

export function openWords({ pairs, ports, lets, voided }: Open): Words {
  return {
    line: `${pairs.length === 1 ? `${pairs[0]} is` : `${pairs.length} pairs of workloads are`} open at ${ports}: ${passesWhy(lets, voided)}`,
    rows: pairs.length === 1 ? [] : [['these are', pairs.join(', ')]],
  }
}

function endName(end: Endpoint): string {
  if (typeof end !== 'string') return end.outside
  const { namespace, name } = partsOf(end)
  return `${namespace}/${name}`
}
