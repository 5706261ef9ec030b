// Who reaches whom at which ports, for all pods and all addresses outside at once: as classes that no policy tells apart.

import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { answersAmong } from '../connectivity/answers.ts'
import { eachMeeting } from '../connectivity/meeting.ts'
import { matrixSides } from './matrix-sides.ts'
import { outsideRanges, sayRange } from './outside-ranges.ts'
import { joinRanges, type PortRange } from './port-ranges.ts'
import type { Reachability } from './reachability.ts'
import { contested } from './tier-side.ts'

export interface ReachMatrix {
  /** Members are workloads, or one range of addresses outside, `0.0.0.0-255.255.255.255`; sorted. */
  readonly classes: readonly ReachClass[]
  /** Answers: ports in ranges, or every port of every protocol. */
  readonly ports: readonly (readonly PortRange[] | 'all')[]
  /** By class: the classes that it reaches, ascending, each followed by the number of the ports. Classes share rows. */
  readonly reaches: readonly Uint32Array[]
  /** Workloads of which nobody can tell, in either direction, with what was not read. */
  readonly unknown: readonly { readonly workload: Ref; readonly because: readonly string[] }[]
}

export interface ReachClass {
  readonly members: readonly string[]
  readonly outside: boolean
}

/** The whole answer. Pods on their node's network count as their nodes, as the specification has it. */
export function reachMatrix(r: Reachability): ReachMatrix {
  const unknown = unknownIn(r)
  const outside = outsideRanges(r)
  const { pods, ports, connectivity } = matrixSides(r, outside, new Set(unknown.map(({ workload }) => workload)))
  const answers = answersAmong(ports.all.length)
  const reaches: Uint32Array[] = []
  const none = new Uint32Array()
  eachMeeting(connectivity, (met) => {
    const [first = 0] = met.sources
    const last = met.sources.at(-1) ?? 0
    const ofPods = first < pods.length ? answers.of(met, connectivity.targets) : none
    // What is outside reaches what is outside without us.
    const ofOutside = last < pods.length ? none : answers.of(met, pods.length)
    for (const source of met.sources) reaches[source] = source < pods.length ? ofPods : ofOutside
  })
  return {
    classes: [
      ...pods.map(({ members }) => ({ members, outside: false })),
      ...outside.map((range) => ({ members: [sayRange(range)], outside: true })),
    ],
    ports: answers.ports.map((set) => (set === 'all' ? set : rangesOf(set, ports.all))),
    reaches,
    unknown,
  }
}

function rangesOf(set: readonly number[], classes: readonly (readonly PortRange[])[]): readonly PortRange[] | 'all' {
  const ranges = set.flatMap((port) => classes[port] ?? [])
  return joinRanges(ranges.sort((a, b) => byCodePoint(a.protocol, b.protocol) || a.first - b.first))
}

/** Workloads of which nobody can tell, sorted. */
export function unknownIn(r: Reachability): ReachMatrix['unknown'] {
  const found = [...r.pods.values()].flatMap(({ workload }) => {
    const at = r.classOf.get(workload) ?? -1
    const all = [...r.undecided(at, 'egress'), ...r.undecided(at, 'ingress')]
    const undecided = all.filter(({ isOfOutside }) => !isOfOutside)
    const because = [...new Set([...undecided.map(({ policy }) => policy), ...contested(r, at)])]
    return because.length > 0 ? [{ workload, because }] : []
  })
  return found.sort((a, b) => byCodePoint(a.workload, b.workload))
}
