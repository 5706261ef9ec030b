// One pod that others need: while it is replaced, they fail. Nothing is broken by it, and nobody promised more.

import { boardOf } from '../../engine/placement/board.ts'
import { takesWhenEmpty } from '../../engine/placement/refusals.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsIn, textOf } from '../../engine/pods/untrusted.ts'
import { isToolForPeople } from '../../knowledge/tools-for-people.ts'
import { isForTrial } from '../../knowledge/trial-places.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import { table, type View, type World } from '../world.ts'
import { type Needed, neededBy } from './dependents.ts'
import { namesItsPlace } from './names-its-place.ts'

/** Workloads that stand on one pod, or within one zone, the ones that most need them first. */
export function* singlePoints({ views }: World): Generator<Advice> {
  for (const view of views) {
    const { cluster } = view.estate
    if (isForTrial(cluster)) continue
    const points = pointsOf(view)
    for (const [kind, of] of Map.groupBy(points, ({ where }) => (where === 'one pod' ? 'pod' : 'zone'))) {
      yield {
        id: `single-${kind}/${cluster}`,
        says: { line: lines[kind](of.length), rows: of.map(rowOf) },
      }
    }
  }
}

const lines = {
  pod: (count: number) =>
    count === 1
      ? 'a workload that others need is one pod: while it is replaced, they go without'
      : `${count} workloads that others need are one pod each: while it is replaced, they go without`,
  zone: (count: number) =>
    count === 1
      ? 'a workload that others need has all its pods in one zone'
      : `${count} workloads that others need have all their pods in one zone`,
}

interface Point {
  readonly pod: PodClass
  readonly where: string
  readonly needed: Needed
}

function pointsOf(view: View): readonly Point[] {
  const found = new Map<Ref, Point>()
  for (const needed of neededBy(view).values()) {
    const [pod, ...others] = needed.behind.filter((each) => leastOf(each) > 0)
    if (!pod || others.length > 0 || isBesidesThePoint(pod)) continue
    // A zone that they do not ask for by name is a finding of `survives-zone`.
    const zone = namesItsPlace(pod) ? onlyZone(view)(pod.workload) : undefined
    const where = leastOf(pod) === 1 ? 'one pod' : zone
    const known = found.get(pod.workload)
    if (where !== undefined)
      found.set(pod.workload, { pod, where, needed: known ? both(known.needed, needed) : needed })
  }
  return [...found.values()].sort(
    (a, b) => weightOf(b.needed) - weightOf(a.needed) || byCodePoint(a.pod.workload, b.pod.workload),
  )
}

// What stands on every node, what no file holds, what is tried out, and what only people look at.
function isBesidesThePoint({ kind, source, namespace, spec }: PodClass): boolean {
  if (kind === 'DaemonSet' || source.live || isForTrial(namespace)) return true
  return fieldsIn(spec.containers).some(({ image }) => isToolForPeople(textOf(image) ?? ''))
}

function leastOf({ count, scales }: PodClass): number {
  return scales?.min ?? count
}

function both(one: Needed, other: Needed): Needed {
  return {
    behind: one.behind,
    callers: new Set([...one.callers, ...other.callers]),
    entries: new Set([...one.entries, ...other.entries]),
    guessed: one.guessed || other.guessed,
  }
}

function weightOf({ callers, entries }: Needed): number {
  return callers.size + entries.size
}

/** The zone that all nodes are in which take a workload's pods, where there are others. */
const onlyZone = table(({ estate, pods, denied }) => {
  if (new Set(estate.nodes.map(({ zone }) => zone)).size < 2) return () => undefined
  const board = boardOf(estate, pods, { denied })
  const members = new Map(board.members.map((member) => [member.pod.workload, member]))
  return (workload: Ref): string | undefined => {
    const member = members.get(workload)
    if (!member) return undefined
    const taking = board.nodes.filter((_, node) => takesWhenEmpty(board, member, node))
    const zones = new Set(taking.map(({ zone }) => zone))
    const [zone] = zones
    // On a single node they are no better off, and that is a finding of its own.
    return taking.length > 1 && zones.size === 1 ? zone : undefined
  }
})

// More names than these are no help to a reader's eye.
const mostNames = 3

function rowOf({ pod, where, needed: { callers, entries, guessed } }: Point): readonly [string, string] {
  const { namespace, name } = pod
  const outside = [...entries].sort(byCodePoint).map((ref) => `${partsOf(ref).kind} ${partsOf(ref).name}`)
  const parts = [
    ...(where === 'one pod' ? [] : [`zone ${where}`]),
    ...(where === 'one pod' && pod.scales && pod.scales.max > 1 ? ['at the minimum of its autoscaler'] : []),
    ...(callers.size > 0 ? [sayCallers(callers.size, guessed)] : []),
    ...(outside.length > mostNames
      ? [`${outside.length} ways in lead to it`]
      : outside.map((way) => `${way} leads to it`)),
  ]
  return [`${namespace}/${name}`, parts.join('; ')]
}

function sayCallers(callers: number, guessed: boolean): string {
  if (guessed) return callers === 1 ? '1 workload is told to call it' : `${callers} workloads are told to call it`
  return callers === 1 ? '1 workload calls it' : `${callers} workloads call it`
}
