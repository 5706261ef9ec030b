// Far ends at classes of ports as bits, asked only of the words that a change may touch.

import { type Bits, noBits, setBit } from './bits.ts'
import type { Ports } from './change-index.ts'
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

/** Classes of pods as bits, of which the words before `from` and from `end` on hold nothing: most are of one namespace. */
export interface Far {
  readonly bits: Bits
  readonly from: number
  readonly end: number
}

export function farOf(bits: Bits): Far {
  let [from, end] = [0, bits.length]
  while (from < end && bits[from] === 0) from++
  while (end > from && bits[end - 1] === 0) end--
  return { bits, from, end }
}

/** Far ends by class of ports, the last for every port: one memory for all, for a change is asked in a few microseconds. */
export interface Planes {
  readonly bits: Uint32Array
  /** Words of a plane. */
  readonly words: number
}

export interface Asked {
  readonly ports: ChangePorts
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
export function cleared({ ports, where }: Asked, planes: Planes): Planes {
  const { bits, words } = planes
  for (let plane = 0; plane <= ports.classes.length; plane++)
    for (let at = 0; at < where.length; at++) bits[plane * words + (where[at] as number)] = 0
  return planes
}

/** Adds far ends at every port. */
export function addAll({ ports, where }: Asked, planes: Planes, far: Far): void {
  add(planes, ports.classes.length, far, where)
}

/** Adds far ends at the ports of a list. */
export function addAt({ ports, callee, where }: Asked, planes: Planes, far: Far, list: number): void {
  const { isNamed, lets } = ports.lists[list] as ListPorts
  if (!isNamed || callee !== undefined) {
    const own = lets[callee ?? 0] as readonly number[]
    for (let at = 0; at < own.length; at++) add(planes, own[at] as number, far, where)
    return
  }
  for (let naming = 0; naming < lets.length; naming++) {
    const own = lets[naming] as readonly number[]
    const pods = ports.called[naming] as Bits
    for (let at = 0; at < own.length; at++) add(planes, own[at] as number, far, where, pods)
  }
}

function add({ bits, words }: Planes, port: number, far: Far, where: Uint32Array, among: Bits = far.bits): void {
  const first = port * words
  const { bits: own, from, end } = far
  const isWhole = where.length === words
  const last = isWhole ? end : where.length
  for (let at = isWhole ? from : 0; at < last; at++) {
    const word = isWhole ? at : (where[at] as number)
    bits[first + word] = (bits[first + word] as number) | ((own[word] as number) & (among[word] as number))
  }
}

/** What both sides let through, class of ports by class of ports, into `to`. */
export function meet({ ports, where }: Asked, own: Planes, toward: Planes, to: Planes): Planes {
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
