// How many pods a second are placed, beside the real kube-scheduler that is fed in process with the same nodes and pods:
// no API server, no queue and no rate limit in its way. Both begin with the same pods standing.
//
// Ours is the time of all threads of its process (reading manifests into classes and collecting garbage included), the
// least of three to twenty rounds. The scheduler's is the shorter of two: the clock over its scheduling cycles alone, bindings not
// counted, and the time of all threads of its process: a busy machine is not held against it.

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { built } from '../oracle/programs.ts'
import { versions } from '../oracle/versions.ts'
import { assign } from '../src/engine/assignment/assign.ts'
import type { Manifest } from '../src/kubernetes/types.ts'
import type { Figure, Subject } from './figure.ts'
import { type Family, families, type Size, workOf } from './place-families.ts'

interface Measured extends Size {
  /** Pods that the scheduler places with its own sampling, and with all nodes scored. */
  readonly sampled: number
  readonly scored: number
}

const whole: Measured = { nodes: 5000, standing: 2000, pods: 50_000, sampled: 1000, scored: 200 }
const short: Measured = { nodes: 1000, standing: 500, pods: 5000, sampled: 300, scored: 100 }
const shortFamilies = ['basic', 'spread']

export const place: Subject = {
  name: 'place',
  async *figures(size, tell) {
    const peer = await built('scheduler-peer', tell)
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-place-'))
    try {
      const chosen = size === 'short' ? families.filter(({ name }) => shortFamilies.includes(name)) : families
      for (const family of chosen) yield* figuresOf(family, size === 'short' ? short : whole, { peer, folder, tell })
      if (size === 'whole') yield* growth(folder)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

interface Bench {
  readonly peer: string
  readonly folder: string
  tell(line: string): void
}

function* figuresOf(family: Family, size: Measured, { peer, folder, tell }: Bench): Iterable<Figure> {
  const file = join(folder, 'cluster.json')
  const pods = write(file, family, size)
  const ours = oursOf(file, pods, roundsOf(pods))
  const asMany = Math.min(size.sampled, pods)
  const few = oursOf(file, asMany, roundsOf(asMany))
  const sampled = peerOf(peer, file, { count: asMany, percent: 0 })
  const scored = peerOf(peer, file, { count: Math.min(size.scored, pods), percent: 100 })
  tell(
    `${family.name}: ours ${rate(pods, ours.leastMs)} (first round ${rate(pods, ours.firstMs)}; ${asMany} pods alone ` +
      `${rate(asMany, few.leastMs)}); kube-scheduler's own sampling ${sayPeer(sampled)}; all nodes scored ${sayPeer(scored)}`,
  )
  const work = `${pods.toLocaleString('en-US')} pods on ${size.nodes.toLocaleString('en-US')} nodes, ${family.after}`
  const least = family.kind === 'plain' ? 100 : 300
  const row = (name: string, measured: PeerSays, target?: number): Figure => {
    const msEach = ours.leastMs / pods
    const ratio = msPerPod(measured) / msEach
    // Taken on a cluster of this size.
    const alone = target === undefined || size.nodes !== whole.nodes ? undefined : family.alone
    const quoted = alone && `alone on the machine ${rate(alone, 1000)}, ${Math.round(1000 / alone / msEach)}×`
    return {
      id: `place/${family.name}/${name}`,
      work,
      ours: `${rate(pods, ours.leastMs)}, ${ours.leastMs.toFixed(0)} ms`,
      peer: `kube-scheduler ${versions.kubernetes}: ${rate(1, msPerPod(measured))} over ${measured.cycles} pods`,
      ratio,
      ...(quoted && { quoted }),
      ...(target !== undefined && { target: `≥ ${target}×`, met: ratio >= target }),
    }
  }
  yield row('sampled', sampled, least)
  yield row('all-nodes', scored)
}

// Few pods are placed before the engine has been compiled: the scheduler is, and is warmed as well.
function roundsOf(pods: number): number {
  return Math.min(20, Math.max(3, Math.ceil(60_000 / pods)))
}

/** Writes a family with its first pods standing; how many there are to be placed. */
function write(file: string, family: Family, { nodes, pods, ...size }: Size): number {
  const standing = family.full?.(nodes) ?? size.standing
  const most = (family.most?.(nodes) ?? Number.POSITIVE_INFINITY) - (family.full ? 0 : standing)
  const work = workOf(family, { nodes, standing, pods: Math.min(pods, most) })
  const found = assign({ nodes: work.nodes, pods: [], others: work.others }, work.standing)
  const stands = work.standing.flatMap((pod, at) => standingOn(pod, found[at]?.node))
  writeFileSync(file, JSON.stringify({ ...work, standing: stands }))
  return work.pods.length
}

function standingOn(pod: Manifest, nodeName: string | undefined): Manifest[] {
  return nodeName === undefined ? [] : [{ ...pod, spec: { ...(pod.spec as object), nodeName } }]
}

interface OursSays {
  readonly firstMs: number
  readonly leastMs: number
  readonly placed: number
  readonly peakBytes: number
}

function oursOf(file: string, count: number, rounds: number): OursSays {
  const program = join(import.meta.dirname, 'place-pods.ts')
  return JSON.parse(
    execFileSync(process.execPath, ['--expose-gc', program, file, String(count), String(rounds)], { encoding: 'utf8' }),
  )
}

/** A line of oracle/go/peer. */
interface PeerSays {
  readonly cycles: number
  readonly placed: number
  readonly bound: number
  readonly cycleSeconds: number
  readonly boundSeconds: number
  readonly cpuSeconds: number
  /** Of one pod, over the first and the last tenth. */
  readonly firstSeconds: number
  readonly lastSeconds: number
}

function peerOf(program: string, file: string, { count, percent }: { count: number; percent: number }): PeerSays {
  // Some pods first, so that its caches are warm.
  const warm = Math.ceil(count / 10)
  const args = ['-file', file, '-warm', String(warm), '-count', String(count - warm), '-percent', String(percent)]
  return JSON.parse(execFileSync(program, args, { encoding: 'utf8', maxBuffer: 2 ** 28 }))
}

function msPerPod({ cycleSeconds, cpuSeconds, cycles }: PeerSays): number {
  return (Math.min(cycleSeconds, cpuSeconds) * 1000) / cycles
}

function sayPeer(says: PeerSays): string {
  const ends = [says.firstSeconds, says.lastSeconds].map((seconds) => `${(seconds * 1000).toFixed(2)} ms`)
  return (
    `${rate(says.cycles, says.cycleSeconds * 1000)} (${rate(says.cycles, says.cpuSeconds * 1000)} by its threads' time; ` +
    `${ends.join(' at first, ')} at last; ${says.placed} placed, ${says.bound} bound after ${says.boundSeconds.toFixed(2)} s)`
  )
}

function rate(pods: number, ms: number): string {
  return `${Math.round((pods / ms) * 1000).toLocaleString('en-US')} pods/s`
}

const sizes: readonly (readonly [pods: number, nodes: number])[] = [
  [2000, 1000],
  [10_000, 2500],
  [50_000, 5000],
]

/** Time and memory over three sizes, each in a process of its own. */
function* growth(folder: string): Iterable<Figure> {
  const family = families.find(({ name }) => name === 'default-spread')
  if (!family) return
  for (const [pods, nodes] of sizes) {
    const file = join(folder, 'cluster.json')
    write(file, family, { ...whole, nodes, pods, standing: nodes / 5 })
    const { leastMs, peakBytes } = oursOf(file, pods, 1)
    yield {
      id: `place/memory/${pods}`,
      work: `${pods.toLocaleString('en-US')} pods on ${nodes.toLocaleString('en-US')} nodes, ${family.after}`,
      ours: `${(peakBytes / 2 ** 20).toFixed(0)} MiB at most, ${leastMs.toFixed(0)} ms`,
      target: '≤ 1 GiB',
      met: peakBytes <= 2 ** 30,
    }
  }
}
