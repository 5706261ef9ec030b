// The engine in this process, without reading: the whole matrix, and the answer to one change.

import { expanded } from '../src/engine/connectivity/expanded.ts'
import { keptKernel, plainKernel } from '../src/engine/connectivity/kernel.ts'
import { type PairMatrix, pairMatrix } from '../src/engine/connectivity/pair-matrix.ts'
import { podsOf } from '../src/engine/pods/pods-of.ts'
import { changeIndex } from '../src/engine/reachability/change-index.ts'
import { matrixSides } from '../src/engine/reachability/matrix-sides.ts'
import { type Reachability, reachability } from '../src/engine/reachability/reachability.ts'
import { relabelled } from '../src/engine/reachability/relabelled.ts'
import { replaced } from '../src/engine/reachability/replaced.ts'
import { importManifests } from '../src/estate/import.ts'
import type { Manifest } from '../src/kubernetes/types.ts'

/** What the engine is asked of. */
export function reachabilityOf(manifests: readonly Manifest[]): Reachability {
  const read = manifests.map((manifest, line) => {
    const at = { file: 'input', line, column: 1 }
    return { manifest, document: line, at, lineOf: () => undefined }
  })
  const { estate } = importManifests(read, { enforcesPolicy: true })
  return reachability(estate, podsOf(estate))
}

export interface MatrixTimes {
  readonly classes: number
  readonly ports: number
  readonly workloads: number
  /**
   * Least of several runs, of the processor: both directions, their meeting, both reports of differences. One memory is used
   * again from run to run, and emptied within each.
   */
  readonly wideMs: number
  /** The first of them, in memory that the system has yet to give, by code that is not compiled well yet. */
  readonly firstMs: number
  readonly plainMs: number
}

/** Every workload against every other at every class of ports, held against a declared matrix that differs here and there. */
export function matrixTimes(r: Reachability, rounds: number): MatrixTimes {
  const { pods, ports, connectivity } = matrixSides(r, [], new Set())
  const classOf = Uint32Array.from(pods.flatMap(({ members }, at) => members.map(() => at)))
  const timesWith = (kernel: ReturnType<typeof keptKernel>) =>
    Array.from({ length: rounds }, () => {
      const made = timed(() => pairMatrix(expanded(connectivity, classOf), classOf, kernel))
      declare(made.value, classOf)
      return made.ms + timed(() => made.value.differences()).ms
    })
  const wide = timesWith(keptKernel())
  return {
    classes: pods.length,
    ports: ports.all.length,
    workloads: classOf.length,
    wideMs: Math.min(...wide),
    firstMs: wide[0] ?? Number.NaN,
    plainMs: Math.min(...timesWith(keptKernel(plainKernel))),
  }
}

function declare({ ports, targets, reached, declared }: PairMatrix, classOf: Uint32Array): void {
  const words = (targets + 31) >>> 5
  for (const [own, at] of classOf.entries())
    for (let port = 0; port < ports; port++) {
      const [to, from] = [declared.rowAt(own, port), reached.rowAt(at, port)]
      declared.words.copyWithin(to, from, from + words)
      const word = to + ((own * 7 + port) % words)
      declared.words[word] = (declared.words[word] as number) ^ (1 << (own & 31))
    }
}

export interface ChangeTimes {
  readonly medianMs: number
  readonly mostMs: number
  /** The 99th percentile of as many changes before: among them V8 compiles what it has seen. */
  readonly firstMs: number
}

/** How long one change takes, of the processor: the median and the 99th percentile, after as many other changes. */
export function changeTimes(r: Reachability, count: number): Readonly<Record<'labels' | 'rule', ChangeTimes>> {
  const index = changeIndex(r)
  if (!index) throw new Error('this estate has more than NetworkPolicy')
  const pods = [...r.pods.values()]
  const relabel = (turn: number) => {
    const { workload, labels } = pods[(turn * 37) % pods.length] as (typeof pods)[number]
    relabelled(index, workload, { ...labels, part: ['web', 'api', 'cache'][turn % 3] ?? '', tier: 'front' })
  }
  const reword = (turn: number) => {
    const policy = r.policies[(turn * 41) % r.policies.length] as Reachability['policies'][number]
    const ports = [{ port: 8443 + (turn % 3) }]
    replaced(index, { ...policy, ingress: policy.ingress?.map((rule, at) => (at === 0 ? { ...rule, ports } : rule)) })
  }
  return { labels: spread(relabel, count), rule: spread(reword, count) }
}

function spread(change: (turn: number) => void, count: number): ChangeTimes {
  const [first, then] = [0, count].map((from) => {
    const times = Array.from({ length: count }, (_, turn) => timed(() => change(from + turn)).ms)
    times.sort((a, b) => a - b)
    return { medianMs: times[count >>> 1] ?? Number.NaN, mostMs: times[Math.ceil(count * 0.99) - 1] ?? Number.NaN }
  })
  if (!first || !then) throw new Error('nothing was timed')
  return { ...then, firstMs: first.mostMs }
}

/** Of the processor: what else the machine does takes nothing from it, and what V8 does beside it is counted. */
export function timed<T>(run: () => T): { readonly value: T; readonly ms: number } {
  const since = process.cpuUsage()
  const value = run()
  const { user, system } = process.cpuUsage(since)
  return { value, ms: (user + system) / 1000 }
}
