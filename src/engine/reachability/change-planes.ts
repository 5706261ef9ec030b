// Far ends at classes of ports as bits, asked only of the words that a change may touch.

import { type Bits, noBits } from './bits.ts'
import type { ChangeIndex, Ports } from './change-index.ts'
import type { EndpointClass } from './endpoint.ts'
import type { Policy } from './policy.ts'
import { type PortClasses, portClasses } from './port-classes.ts'

/** The ports of all rules, and of rules to come, in classes; pods by how they call theirs. */
export interface ChangePorts {
  readonly classes: PortClasses
  /** By class of pods: its naming. */
  readonly naming: Uint32Array
  /** By naming: the classes of pods. */
  readonly called: readonly Bits[]
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

/** The classes of the ports that lists name. */
export function changePorts(lists: readonly Ports[], { of, samples }: Naming): ChangePorts {
  const egress = lists.map((ports, index) => ({ index, peers: undefined, ports, path: [], peersField: 'to' }))
  const policy: Policy = {
    ref: 'NetworkPolicy//',
    namespace: '',
    podSelector: {},
    egress,
    ingress: undefined,
    source: {},
  }
  const classes = portClasses({ policies: [policy], ranked: [], classes: samples })
  const naming = of.map((sample) => classes.naming[sample] as number)
  const called = Array.from({ length: Math.max(0, ...classes.naming) + 1 }, () => noBits(of.length))
  for (let at = 0; at < of.length; at++) {
    const bits = called[naming[at] as number] as Bits
    bits[at >>> 5] = (bits[at >>> 5] as number) | (1 << (at & 31))
  }
  return { classes, naming, called }
}

/** Far ends by class of ports, the last for every port; absent where there are none. */
export type Planes = (Bits | undefined)[]

export interface Adding {
  readonly index: ChangeIndex
  readonly ports: ChangePorts
  /** The naming of the pods that are called; undefined: those are the far ends. */
  readonly callee: number | undefined
  /** The words that are asked. */
  readonly where: Uint32Array
}

/** Adds far ends at the ports of a list; without a number at every port. */
export function addPlanes({ index, ports, callee, where }: Adding, planes: Planes, far: Bits, list?: number): void {
  const { classes, called } = ports
  const last = classes.all.length
  const written = list === undefined ? undefined : index.lists[list]
  const isNamed = written?.some(({ port }) => typeof port === 'string') ?? false
  for (const [naming, pods] of called.entries()) {
    const lets = classes.lets(written, isNamed ? (callee ?? naming) : 0)
    const isApart = isNamed && callee === undefined
    for (const port of lets === 'all' ? [last] : lets) {
      const plane = planes[port] ?? new Uint32Array(far.length)
      planes[port] = plane
      for (let at = 0; at < where.length; at++) {
        const word = where[at] as number
        const own = isApart ? (far[word] as number) & (pods[word] as number) : (far[word] as number)
        plane[word] = (plane[word] as number) | own
      }
    }
    if (!isApart) return
  }
}

/** What both sides let through at a class of ports. */
export function passesAt(own: Planes, toward: Planes, port: number, last: number, where: Uint32Array): Bits {
  const size = Math.max(0, ...[own, toward].flatMap((planes) => planes.map((plane) => plane?.length ?? 0)))
  const bits = new Uint32Array(size)
  for (let at = 0; at < where.length; at++) {
    const word = where[at] as number
    const goes = (own[port]?.[word] ?? 0) | (own[last]?.[word] ?? 0)
    bits[word] = goes & ((toward[port]?.[word] ?? 0) | (toward[last]?.[word] ?? 0))
  }
  return bits
}
