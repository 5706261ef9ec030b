// Into each workload: who gets in, at which ports.

import type { PortRange } from '../../engine/reachability/port-ranges.ts'
import { reached } from '../../engine/reachability/reached.ts'
import { byCodePoint } from '../../platform/order.ts'
import { addressesText } from './address-text.ts'
import { waysOf } from './outside-ways.ts'
import { portsText } from './ports-text.ts'
import type { ReachAnswer } from './reach-task.ts'
import { strangersTold } from './strangers-text.ts'
import { listed, type Namespaces, namespacesIn, short, workloadsText } from './workloads-text.ts'

/** Who gets into a class: other classes, each with the number of the ports. */
type Senders = readonly (readonly [from: number, ports: number])[]

/** Those into which the same get at the same ports stand together. */
export function intoLines(answer: ReachAnswer): readonly string[] {
  const into = sendersOf(answer)
  const namespaces = namespacesIn(answer)
  const outside = outsideIn(answer)
  const strangers = strangersInto(answer)
  const told = answer.classes.flatMap((own, at) => {
    if (own.outside) return []
    const inside = insideRows(answer, at, into[at] ?? [], namespaces)
    const outer = waysOf(answer, into[at] ?? []).map(({ ports, addresses }): Row => {
      const where = addressesText(addresses, outside)
      return [portsText(ports), where === 'anywhere' ? 'outside' : `outside (${where})`]
    })
    return own.members.map((member) => {
      const rows = [...inside, ...outer, ...(strangers.get(member) ?? [])]
      return { member, lines: rows.length > 0 ? linesOf(rows) : ['  from nobody'] }
    })
  })
  return [...Map.groupBy(told, ({ lines }) => lines.join('\n')).values()].flatMap((group) => [
    `into ${listed(group.map(({ member }) => short(member)).sort(byCodePoint))}`,
    ...(group[0]?.lines ?? []),
  ])
}

type Row = readonly [ports: string, who: string]

function linesOf(rows: readonly Row[]): readonly string[] {
  const byPorts = Map.groupBy(rows, ([ports]) => ports)
  return [...byPorts]
    .map(([ports, of]) => `  from ${[...new Set(of.map(([, who]) => who))].join(', ')} at ${ports}`)
    .sort(byCodePoint)
}

function sendersOf({ classes, reaches }: ReachAnswer): readonly Senders[] {
  const into = classes.map((): [number, number][] => [])
  for (const [from, row] of reaches.entries()) for (const [to, ports] of reached(row)) into[to]?.push([from, ports])
  return into
}

function outsideIn({ classes }: ReachAnswer): readonly string[] {
  return classes.flatMap(({ members, outside }) => (outside ? members : []))
}

function insideRows(
  { classes, ports }: ReachAnswer,
  at: number,
  senders: Senders,
  namespaces: Namespaces,
): readonly Row[] {
  const target = classes[at]?.members ?? []
  const membersOf = (from: number) => (classes[from]?.outside ? [] : (classes[from]?.members ?? []))
  const byPorts = Map.groupBy(senders, ([, number]) => number)
  return [...byPorts].flatMap(([number, group]): readonly Row[] => {
    const others = group.filter(([from]) => from !== at || target.length > 1).flatMap(([from]) => membersOf(from))
    const besides = senders.filter(([, more]) => more !== number && includes(ports[more], ports[number]))
    const covered = new Set([...target, ...besides.flatMap(([from]) => membersOf(from))])
    const texts = others.length > 0 ? workloadsText(others, namespaces, covered) : []
    const isOwn = others.length === 0 && ports[number] !== 'all' && group.some(([from]) => from === at)
    const who = [...texts, ...(isOwn ? ['its own pods'] : [])]
    return who.map((each) => [portsText(ports[number]), each])
  })
}

function includes(ports: readonly PortRange[] | 'all' = [], some: readonly PortRange[] | 'all' = []): boolean {
  if (ports === 'all' || some === 'all') return ports === 'all'
  return some.every(({ protocol, first, last }) =>
    ports.some((range) => range.protocol === protocol && range.first <= first && last <= range.last),
  )
}

function strangersInto(answer: ReachAnswer): ReadonlyMap<string, readonly Row[]> {
  const byWorkload = Map.groupBy(strangersTold(answer, 'ingress'), ({ workload }) => workload)
  return new Map([...byWorkload].map(([workload, told]) => [workload, told.map(({ ports, who }): Row => [ports, who])]))
}
