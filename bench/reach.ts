// Who reaches whom: the published command on a folder of manifests, and the engine alone on larger estates.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Figure, Subject } from './figure.ts'
import { pairwise } from './pairwise.ts'
import { formsIn } from './published.ts'
import { changeTimes, matrixTimes, reachabilityOf, timed } from './reach-engine.ts'
import { type ReachSize, reachInput, writeReachInput } from './reach-input.ts'
import { type Asked, ranOnce, streamedOnce } from './reach-process.ts'

export const reach: Subject = {
  name: 'reach',
  async *figures(size, tell) {
    const folder = mkdtempSync(join(tmpdir(), 'seaworthy-bench-'))
    try {
      yield* commandFigures(folder, size === 'short' ? 3 : 9, tell)
      if (size === 'whole') yield* memoryFigures(folder)
      yield* engineFigures(size === 'short' ? 2_000 : 10_000, tell)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  },
}

// Most policies speak of parts that many workloads are, as in most estates; or each of one workload of its own.
const shared = { namespaces: 50, ownPercent: 15 }
const own = { namespaces: 50, ownPercent: 100 }
const analyser = 'the best pairwise analyser on such input: 299 s'

function commandIn(folder: string, args: readonly string[]): Asked {
  const bin = join(folder, 'bin/seaworthy.mjs')
  return { bin, args: ['reach', ...args], cache: join(folder, 'cache') }
}

async function* commandFigures(folder: string, rounds: number, tell: (line: string) => void): AsyncGenerator<Figure> {
  formsIn(folder)
  for (const [name, kind] of [
    ['shared', shared],
    ['own', own],
  ] as const) {
    const to = join(folder, name)
    const megabytes = writeReachInput(to, { workloads: 2_000, policies: 2_000, ...kind }) / 1e6
    const asked = commandIn(folder, [to, '--format', 'classes'])
    const first = ranOnce(asked)
    const runs = Array.from({ length: rounds }, () => ranOnce(asked)).sort((a, b) => a.ms - b.ms)
    const [least, middle] = [runs[0]?.ms ?? Number.NaN, runs[rounds >>> 1]?.ms ?? Number.NaN]
    const cpuMs = Math.min(...runs.map((run) => run.cpuMs))
    const work = `2,000 workloads × 2,000 policies as YAML (${megabytes.toFixed(1)} MB), whole process, ${name} selectors`
    tell(
      `reach/classes-${name}: first run ${first.ms.toFixed(0)} ms; ${rounds} more: least ${least.toFixed(0)}, median ${middle.toFixed(0)} ms; ${cpuMs.toFixed(0)} ms of processors`,
    )
    yield {
      id: `reach/classes-${name}`,
      work,
      ours: `${middle.toFixed(0)} ms (least ${least.toFixed(0)} ms, first run ${first.ms.toFixed(0)} ms)`,
      ratio: 299_000 / middle,
      target: '≤ 300 ms',
      met: middle <= 300,
      quoted: analyser,
    }
  }
  yield await streamFigure(folder)
  yield pairwiseFigure()
}

async function streamFigure(folder: string): Promise<Figure> {
  const to = join(folder, 'open')
  writeReachInput(to, { workloads: 2_000, policies: 100, ...shared })
  const { bytes, ms } = await streamedOnce(commandIn(folder, [to, '--format', 'json']))
  const rate = bytes / 1e3 / ms
  return {
    id: 'reach/json',
    work: `every pair of 2,000 workloads as JSON through a pipe, ${(bytes / 1e6).toFixed(0)} MB`,
    ours: `${rate.toFixed(0)} MB/s`,
    target: '≥ 300 MB/s',
    met: rate >= 300,
  }
}

/** The plain way is asked of few workloads: it takes pairs times policies. */
function pairwiseFigure(): Figure {
  const few: ReachSize = { workloads: 150, policies: 150, namespaces: 5, ownPercent: 15 }
  const manifests = reachInput(few).flat()
  const plain = timed(() => pairwise(manifests, [80, 443, 5432, 8080, 9090, 30_000])).ms
  const ours = timed(() => matrixTimes(reachabilityOf(manifests), 1)).ms
  const whole = (plain * (2_000 / few.workloads) ** 3) / 1000
  return {
    id: 'reach/pairwise',
    work: '150 workloads × 150 policies, in process, six ports',
    ours: `${ours.toFixed(0)} ms`,
    peer: `every pair against every policy: ${plain.toFixed(0)} ms (${whole.toFixed(0)} s at 2,000 × 2,000, by pairs × policies)`,
    ratio: plain / ours,
  }
}

function* memoryFigures(folder: string): Generator<Figure> {
  for (const workloads of [10_000, 30_000, 100_000]) {
    const to = join(folder, `memory-${workloads}`)
    writeReachInput(to, { workloads, policies: 2_000, ...shared })
    const { peakBytes, ms } = ranOnce(commandIn(folder, [to, '--format', 'classes']))
    rmSync(to, { recursive: true })
    yield {
      id: `reach/memory-${workloads / 1000}k`,
      work: `${workloads.toLocaleString('en-US')} workloads × 2,000 policies as YAML, whole process`,
      ours: `${(peakBytes / 2 ** 20).toFixed(0)} MiB, ${(ms / 1000).toFixed(1)} s`,
      target: '< 1 GB',
      met: peakBytes < 1e9,
    }
  }
}

function* engineFigures(count: number, tell: (line: string) => void): Generator<Figure> {
  for (const [name, kind] of [
    ['shared', shared],
    ['own', own],
  ] as const) {
    const manifests = reachInput({ workloads: count, policies: count, ...kind }).flat()
    const r = reachabilityOf(manifests)
    const built = timed(() => reachabilityOf(manifests)).ms
    const { classes, ports, wideMs, firstMs, plainMs } = matrixTimes(r, 5)
    const size = `${count.toLocaleString('en-US')} workloads × ${count.toLocaleString('en-US')} policies (${name} selectors)`
    tell(
      `reach/matrix-${name}: ${size}: ${classes} classes, ${ports} classes of ports; read and indexed before: ${built.toFixed(0)} ms`,
    )
    yield {
      id: `reach/matrix-${name}`,
      work: `${size}, ${classes.toLocaleString('en-US')} classes, ${ports} port classes: both directions, their meeting, both differences`,
      ours: `${wideMs.toFixed(0)} ms (first run ${firstMs.toFixed(0)} ms)`,
      peer: `the same without wide instructions: ${plainMs.toFixed(0)} ms`,
      ratio: plainMs / wideMs,
      target: '≤ 150 ms',
      met: wideMs <= 150,
    }
    for (const [what, { medianMs, mostMs, firstMs }] of Object.entries(changeTimes(r, 400)))
      yield {
        id: `reach/changed-${what}-${name}`,
        work: `${size}: what one change of ${what} opens and closes, 400 changes after 400 others`,
        ours: `${mostMs.toFixed(2)} ms at the 99th percentile, median ${medianMs.toFixed(2)} ms (the first 400: ${firstMs.toFixed(2)} ms at the 99th)`,
        target: '≤ 1 ms',
        met: mostMs <= 1,
      }
  }
}
