// Reading ordinary manifests into objects that know their lines, beside js-yaml, which gives the objects alone; printing.

import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Figure, Subject } from './figure.ts'
import type { Took, Way } from './read-process.ts'

export const read: Subject = {
  name: 'read',
  *figures(size) {
    const bytes = size === 'short' ? 5_000_000 : 50_000_000
    const sizes = size === 'short' ? [bytes] : [bytes / 10, bytes / 2, bytes]
    const runs = size === 'short' ? 2 : 3
    const peer = took('js-yaml', bytes, runs)
    const beside = `js-yaml: ${speed(peer)}`
    const mb = `${Math.round(peer.bytes / 1e6)} MB of ordinary manifests`
    for (const [id, way, of] of [
      ['read/ordinary', 'ordinary', mb],
      ['read/scanned', 'scanned', `the same with a tag in every document`],
    ] as const) {
      const ours = took(way, bytes, runs)
      yield {
        id,
        work: of,
        ours: `${speed(ours)}, ${ours.ms.toFixed(0)} ms`,
        peer: beside,
        ratio: rate(ours) / rate(peer),
      }
    }
    yield memoryOf(sizes)
    yield printing(runs + 3)
  },
}

function memoryOf(sizes: readonly number[]): Figure {
  const peaks = sizes.map((bytes) => took('ordinary', bytes, 1).peakMiB)
  return {
    id: 'read/memory',
    work: `the most memory for ${sizes.map((bytes) => bytes / 1e6).join(', ')} MB`,
    ours: `${peaks.map((peak) => Math.round(peak)).join(', ')} MiB`,
    target: '≤ 1 GB',
    met: Math.max(...peaks) <= 1e9 / 2 ** 20,
  }
}

function printing(runs: number): Figure {
  const { ms, firstMs } = took('print', 5_000, runs)
  return {
    id: 'print/objects',
    work: '5,000 objects as YAML',
    ours: `${ms.toFixed(0)} ms (${firstMs.toFixed(0)} ms in the first run of a process)`,
    target: '≤ 60 ms',
    met: ms <= 60,
  }
}

function took(way: Way, size: number, runs: number): Took {
  const program = join(import.meta.dirname, 'read-process.ts')
  const { stdout, status } = spawnSync(process.execPath, [program, way, String(size), String(runs)], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`reading as ${way} ended with ${status}`)
  return JSON.parse(stdout)
}

function rate({ bytes, ms }: Took): number {
  return bytes / 1e3 / ms
}

function speed(took: Took): string {
  return `${rate(took).toFixed(0)} MB/s`
}
