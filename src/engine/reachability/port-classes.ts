// Port ranges that no rule of any policy tells apart, whatever pods call their ports: one class of ports.

import type { PolicyPort, Protocol } from '../../kubernetes/types.ts'
import type { NamedPort } from './port.ts'
import { type PortRange, portRanges, rulesOf } from './port-ranges.ts'
import type { Reachability } from './reachability.ts'

type Ports = readonly PolicyPort[]

export interface PortClasses {
  /** By class: its ranges, sorted. */
  readonly all: readonly (readonly PortRange[])[]
  /** By class of pods: a number for all that call their ports the same, from 1. */
  readonly naming: Uint32Array
  /** The classes that the ports of a rule let through at pods of one naming (0: without names), ascending. */
  readonly lets: (ports: Ports | undefined, naming: number) => readonly number[] | 'all'
}

export function portClasses(r: Pick<Reachability, 'policies' | 'ranked' | 'classes'>): PortClasses {
  const lists = listsIn(r)
  const ranges = portRanges(lists.all, r.classes)
  const find = rangeFinder(ranges)
  const { naming, names } = namingOf(r.classes, lists.all)
  const width = names.length
  const sets = lists.all.flatMap((ports) => {
    const own = new Map<string, number[]>()
    return names.map((named) => {
      const found = rangesIn(ports, named, ranges, find)
      const key = found.join()
      const same = own.get(key) ?? found
      own.set(key, same)
      return same
    })
  })
  const classOf = refined(ranges.length, new Set(sets))
  const lets = sets.map((set) => [...new Set(set.map((range) => classOf[range] as number))].sort((a, b) => a - b))
  return {
    all: [...Map.groupBy(ranges.keys(), (range) => classOf[range] as number).values()].map((own) =>
      own.map((range) => ranges[range] as PortRange),
    ),
    naming,
    lets: (ports, number) => (ports ? (lets[(lists.numberOf.get(ports) ?? 0) * width + number] ?? []) : 'all'),
  }
}

/** Lists of ports that are written alike have one number. */
function listsIn({ policies, ranked }: Pick<Reachability, 'policies' | 'ranked'>) {
  const byKey = new Map<string, number>()
  const numberOf = new Map<Ports, number>()
  const all: Ports[] = []
  for (const policy of [...policies, ...ranked])
    for (const { ports } of rulesOf(policy)) {
      if (!ports) continue
      const key = keyOf(ports)
      const number = byKey.get(key) ?? all.push(ports) - 1
      byKey.set(key, number)
      numberOf.set(ports, number)
    }
  return { all, numberOf }
}

function keyOf(ports: Ports): string {
  let key = ''
  for (const { protocol, port, endPort } of ports)
    key += `${protocol} ${typeof port === 'string' ? JSON.stringify(port) : port} ${endPort},`
  return key
}

/** Without a rule that names a port all pods are of one naming. */
function namingOf(classes: Reachability['classes'], lists: readonly Ports[]) {
  const numbers = new Map<string, number>()
  const names: (readonly NamedPort[])[] = [[], []]
  const naming = new Uint32Array(classes.length).fill(1)
  if (!lists.some((ports) => ports.some(({ port }) => typeof port === 'string'))) return { naming, names }
  names.pop()
  for (const [at, { named }] of classes.entries()) {
    const key = JSON.stringify(named)
    const number = numbers.get(key) ?? names.push(named) - 1
    numbers.set(key, number)
    naming[at] = number
  }
  return { naming, names }
}

/** The first of the ranges of a protocol that begin at a port or behind it, and where those of that protocol end. */
type Finder = (protocol: Protocol, port: number) => { readonly from: number; readonly end: number }

function rangeFinder(ranges: readonly PortRange[]): Finder {
  const own = (protocol: Protocol) => {
    const from = ranges.findIndex((range) => range.protocol === protocol)
    return { from, end: ranges.findLastIndex((range) => range.protocol === protocol) + 1 }
  }
  const places = { TCP: own('TCP'), UDP: own('UDP'), SCTP: own('SCTP') }
  return (protocol, port) => {
    const { from, end } = places[protocol]
    let [low, high] = [from, end]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((ranges[middle] as PortRange).first >= port) high = middle
      else low = middle + 1
    }
    return { from: low, end }
  }
}

/** The numbers of the ranges that a list lets through: whole ranges, for they are cut where a policy or a name says a number. */
function rangesIn(ports: Ports, named: readonly NamedPort[], ranges: readonly PortRange[], find: Finder): number[] {
  const found: number[] = []
  for (const { protocol = 'TCP', port, endPort } of ports) {
    if (typeof port === 'string') {
      for (const each of named) {
        if (each.name !== port || each.protocol !== protocol) continue
        const { from, end } = find(protocol, each.port)
        if (from < end && ranges[from]?.first === each.port) found.push(from)
      }
      continue
    }
    const last = port === undefined ? 65_535 : (endPort ?? port)
    const { from, end } = find(protocol, port ?? 1)
    for (let number = from; number < end && (ranges[number] as PortRange).last <= last; number++) found.push(number)
  }
  return found
}

/** By range: the number of its class; ranges are of one class where every set holds both or neither. */
function refined(ranges: number, sets: Iterable<readonly number[]>): readonly number[] {
  const told = Array.from({ length: ranges }, () => '')
  let number = 0
  for (const set of sets) {
    for (const range of new Set(set)) told[range] += `${number},`
    number++
  }
  const classes = new Map<string, number>()
  return told.map((key) => {
    const known = classes.get(key) ?? classes.size
    classes.set(key, known)
    return known
  })
}
