// Far ends at classes of ports as bits, asked only of the words that a change may touch.

import { type Bits, hasBit, noBits, setBit } from './bits.ts'
import type { Ports } from './change-index.ts'
import type { Workspace } from './change-workspace.ts'
import type { EndpointClass } from './endpoint.ts'
import type { Policy } from './policy.ts'
import { type PortClasses, portClasses } from './port-classes.ts'

/** The ports of all rules, and of rules to come, in classes; pods by how they call theirs. */
export interface ChangePorts {
  readonly classes: PortClasses['all']
  /** By sample of `Naming`: its naming. */
  readonly samples: Uint32Array
  /** By class of pods: its naming. */
  readonly naming: Uint32Array
  /** By naming: the classes of pods. */
  readonly called: readonly Bits[]
  /** By list of ports. */
  readonly lists: readonly ListPorts[]
}

interface ListPorts {
  /** Whether it lets other classes of ports through at pods that call theirs otherwise. */
  readonly isNamed: boolean
  /** By naming: the classes that it lets through; one beyond the last class is every port. */
  readonly lets: readonly (readonly number[])[]
}

export interface Naming {
  readonly of: Uint32Array
  readonly samples: readonly EndpointClass[]
}

/** Pods that call their ports the same: a number for each class, and one of each. */
export function namingOf(classes: readonly EndpointClass[]): Naming {
  const numbers = new Map<string, number>()
  const samples: EndpointClass[] = []
  const of = Uint32Array.from(classes, (each) => {
    const key = JSON.stringify(each.named)
    const number = numbers.get(key) ?? samples.push(each) - 1
    numbers.set(key, number)
    return number
  })
  return { of, samples }
}

/** The classes of the ports that lists name; what `known` says of pods is taken over where it still holds. */
export function changePorts(lists: readonly Ports[], { of, samples }: Naming, known?: ChangePorts): ChangePorts {
  const egress = lists.map((ports, index) => ({ index, peers: undefined, ports, path: [], peersField: 'to' }))
  const written: Policy = {
    ...{ ref: 'NetworkPolicy//', namespace: '', podSelector: {}, source: {} },
    ...{ egress, ingress: undefined },
  }
  const classes = portClasses({ policies: [written], ranked: [], classes: samples })
  const isKnown = known?.samples.every((number, sample) => number === classes.naming[sample])
  const { naming, called } = known && isKnown ? known : calledSo(of, classes.naming)
  const letsOf = (ports: Ports, number: number) => {
    const lets = classes.lets(ports, number)
    return lets === 'all' ? [classes.all.length] : lets
  }
  return {
    classes: classes.all,
    samples: classes.naming,
    naming,
    called,
    lists: lists.map((ports) => ({
      isNamed: ports?.some(({ port }) => typeof port === 'string') ?? false,
      lets: called.map((_, number) => letsOf(ports, number)),
    })),
  }
}

function calledSo(of: Uint32Array, samples: Uint32Array): Pick<ChangePorts, 'naming' | 'called'> {
  const naming = of.map((sample) => samples[sample] as number)
  const count = samples.reduce((most, one) => Math.max(most, one), 0) + 1
  const called = Array.from({ length: count }, () => noBits(of.length))
  for (let at = 0; at < of.length; at++) setBit(called[naming[at] as number] as Bits, at)
  return { naming, called }
}

/** Classes of pods as bits, kept for the words from `from` to `end`: most sets are of one namespace. */
export interface Far {
  /** Word `from + at` is the one at `at`. */
  readonly bits: Bits
  readonly from: number
  readonly end: number
}

export function farOf(bits: Bits): Far {
  let [from, end] = [0, bits.length]
  while (from < end && bits[from] === 0) from++
  while (end > from && bits[end - 1] === 0) end--
  return { bits: bits.slice(from, end), from, end }
}

export function holds({ bits, from }: Far, at: number): boolean {
  return hasBit(bits, at - from * 32)
}

/** Far ends by class of ports, the last for every port: one memory for all, for a change is asked in a few microseconds. */
export interface Planes {
  readonly bits: Uint32Array
  /** Words of a plane. */
  readonly words: number
}

export interface Asked {
  readonly work: Workspace
  /** The naming of the pods that are called; undefined: those are the far ends. */
  readonly callee: number | undefined
  /** The words that are asked, ascending. */
  readonly where: Uint32Array
}

export function planesFor({ classes, naming }: ChangePorts): Planes {
  const words = (naming.length + 31) >>> 5
  return { bits: new Uint32Array((classes.length + 1) * words), words }
}

/** Forgets what stands in the words that are asked. */
export function cleared({ work: { ports }, where }: Asked, planes: Planes): Planes {
  const { bits, words } = planes
  if (where.length === words) bits.fill(0)
  else
    for (let plane = 0; plane <= ports.classes.length; plane++)
      for (let at = 0; at < where.length; at++) bits[plane * words + (where[at] as number)] = 0
  return planes
}

/** Adds far ends at every port. */
export function addAll({ work: { ports }, where }: Asked, planes: Planes, far: Far): void {
  add(planes, ports.classes.length, far, where)
}

/** Adds far ends at the ports of a list. */
export function addAt({ work, callee, where }: Asked, planes: Planes, far: Far, list: number): void {
  const { isNamed, lets } = work.ports.lists[list] as ListPorts
  if (!isNamed || callee !== undefined) {
    const own = lets[callee ?? 0] as readonly number[]
    for (let at = 0; at < own.length; at++) add(planes, own[at] as number, far, where)
    return
  }
  for (let naming = 0; naming < lets.length; naming++) {
    const own = lets[naming] as readonly number[]
    for (let at = 0; at < own.length; at++) add(planes, own[at] as number, work.called(far, naming), where)
  }
}

/** Adds far ends at a class of ports, or (one beyond the last) at every port. Words that nobody asks may be written too, where that is less work. */
export function add({ bits, words }: Planes, port: number, far: Far, where: Uint32Array): void {
  const first = port * words
  const { bits: own, from, end } = far
  if (where.length >= end - from) {
    for (let word = from; word < end; word++)
      bits[first + word] = (bits[first + word] as number) | (own[word - from] as number)
    return
  }
  for (let at = 0; at < where.length; at++) {
    const word = where[at] as number
    if (word >= from && word < end) bits[first + word] = (bits[first + word] as number) | (own[word - from] as number)
  }
}

/** Those of far ends that are among others too. */
export function farAmong({ bits, from, end }: Far, others: Bits): Far {
  return { bits: bits.map((word, at) => word & (others[from + at] as number)), from, end }
}

/** What both sides let through, class of ports by class of ports, into `to`. */
export function meet({ work: { ports }, where }: Asked, own: Planes, toward: Planes, to: Planes): Planes {
  const { words } = to
  const always = ports.classes.length * words
  for (let first = 0; first < always; first += words)
    for (let at = 0; at < where.length; at++) {
      const word = where[at] as number
      const goes = (own.bits[first + word] as number) | (own.bits[always + word] as number)
      to.bits[first + word] = goes & ((toward.bits[first + word] as number) | (toward.bits[always + word] as number))
    }
  return to
}
