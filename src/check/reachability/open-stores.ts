// Stores that most workloads of a cluster can open, as its policies stand. Nobody promised otherwise; but where policies are
// written at all, somebody meant to keep most of them out.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { fieldsIn } from '../../engine/pods/untrusted.ts'
import { type ReachMatrix, reachMatrix } from '../../engine/reachability/matrix.ts'
import { reached } from '../../engine/reachability/reached.ts'
import { isStorePort } from '../../knowledge/store-ports.ts'
import { isForTrial } from '../../knowledge/trial-places.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { View, World } from '../world.ts'
import { reachable } from './reachable.ts'

// Among fewer workloads than these, most is not many.
const fewest = 5

export function* openStores({ views }: World): Generator<Advice> {
  for (const view of views) {
    const { cluster, enforcesPolicy } = view.estate
    const rows = isForTrial(cluster) ? [] : openRows(view)
    const [first] = rows
    if (!first) continue
    const one = `${first.openers} of ${first.all} workloads can open ${first.name}`
    const line = rows.length === 1 ? one : `${rows.length} stores can be opened by most workloads`
    const unless = enforcesPolicy.holds === undefined ? ', assuming that the network plugin enforces policies' : ''
    yield {
      id: `open-stores/${cluster}`,
      says: { line: `${line}${unless}`, rows: rows.map((row) => [row.name, sayRow(row)] as const) },
    }
  }
}

interface Open {
  readonly name: string
  readonly openers: number
  readonly all: number
  readonly callers: number
  readonly isolated: boolean
}

function sayRow({ openers, all, callers, isolated }: Open): string {
  const told = callers === 0 ? 'none known to call it' : `${callers} known to call it`
  return `${openers} of ${all} workloads, ${told}${isolated ? '' : '; no policy isolates it'}`
}

// Where policies are said of some components, all others are said to have none.
function saysWhich({ unseenPolicies }: View['estate']['environments'][number]): boolean {
  return unseenPolicies?.of !== undefined
}

/** The most widely open first. */
function openRows(view: View): readonly Open[] {
  const r = reachable(view)
  // Without a policy everything is open to everybody, and a line about each store says nothing more.
  const hasSome = r.policies.length + r.ranked.length > 0 || view.estate.environments.some(saysWhich)
  if (view.estate.enforcesPolicy.holds === false || !hasSome) return []
  const stores = view.pods.flatMap((pod) => storePorts(pod).map((port) => ({ pod, port })))
  const isSaid = ({ workload }: PodClass) => r.said(r.classOf.get(workload) ?? -1) !== undefined
  const running = view.pods.filter(({ count }) => count > 0)
  // What policies that nobody shows let out to, nobody knows.
  const known = running.filter((pod) => !isSaid(pod))
  if (stores.length === 0 || running.length <= fewest) return []
  const classes = classesOf(reachMatrix(r))
  const callers = callersOf(view)
  return stores
    .filter(({ pod }) => classes.has(pod.workload) && !isSaid(pod) && r.unseenPolicies(pod.namespace).length === 0)
    .map(({ pod, port }): Open => {
      const openers = known.filter(
        ({ workload }) => workload !== pod.workload && classes.get(pod.workload)?.opens(workload, port),
      )
      return {
        name: `${pod.namespace}/${pod.name}:${port}`,
        openers: openers.length,
        all: running.length - 1,
        callers: callers.get(pod.workload)?.size ?? 0,
        isolated: (r.isolating.ingress[r.classOf.get(pod.workload) ?? -1] ?? []).length > 0,
      }
    })
    .filter(({ openers, all, callers }) => openers * 2 >= all && openers > callers)
    .sort((a, b) => b.openers - a.openers || byCodePoint(a.name, b.name))
}

/** Ports of a workload that keeps data, by what its containers say. */
function storePorts({ kind, claims, count, spec, steady, source, namespace }: PodClass): readonly number[] {
  const keeps = steady && count > 0 && (kind === 'StatefulSet' || claims.length > 0)
  if (!keeps || source.live || isForTrial(namespace)) return []
  const ports = fieldsIn(spec.containers).flatMap((container) => fieldsIn(container.ports))
  const found = ports.flatMap(({ containerPort, protocol = 'TCP' }) =>
    typeof containerPort === 'number' && protocol === 'TCP' && isStorePort(containerPort) ? [containerPort] : [],
  )
  return [...new Set(found)].sort((a, b) => a - b)
}

interface Opened {
  /** Whether a workload reaches it at a port by TCP. */
  readonly opens: (workload: Ref, port: number) => boolean
}

/** By workload, as the matrix has it: each is in one class, and a class reaches others at some ports. */
function classesOf({ classes, ports, reaches }: ReachMatrix): ReadonlyMap<string, Opened> {
  const classOf = new Map(classes.flatMap(({ members }, at) => members.map((member) => [member, at] as const)))
  const letIn = classes.map(() => new Map<number, ReachMatrix['ports'][number]>())
  for (const [from, row] of reaches.entries())
    for (const [to, number] of reached(row)) letIn[to]?.set(from, ports[number] ?? [])
  const openedBy = letIn.map(
    (by): Opened => ({
      opens: (workload, port) => {
        const at = by.get(classOf.get(workload) ?? -1)
        return (
          at === 'all' ||
          at?.some(({ protocol, first, last }) => protocol === 'TCP' && first <= port && port <= last) === true
        )
      },
    }),
  )
  return new Map([...classOf].map(([member, at]) => [member, openedBy[at] as Opened]))
}

function callersOf({ estate }: View): ReadonlyMap<Ref, ReadonlySet<Ref>> {
  const found = new Map<Ref, Set<Ref>>()
  for (const fact of estate.facts) {
    if (fact.trait !== 'calls' || fact.to.is !== 'workload') continue
    const known = found.get(fact.to.workload) ?? new Set<Ref>()
    found.set(fact.to.workload, known.add(fact.from))
  }
  return found
}
