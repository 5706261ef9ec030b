// Every pair of nodes, and what memory the sweep holds over three sizes, each in a process of its own.

import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Figure } from './figure.ts'
import type { SweptOnce } from './sweep-process.ts'

const places = ['observed', 'every-placement'] as const
const targetMs = 60_000

export function* pairFigures(size: 'short' | 'whole', tell: (line: string) => void): Generator<Figure> {
  const [pods, nodes] = size === 'whole' ? [30_000, 1_000] : [600, 20]
  for (const place of places) {
    const { tookMs, peakBytes, rows, decided } = sweptOnce('pairs', pods, nodes, place)
    const ways = Object.entries(decided ?? {}).map(([way, pairs]) => `${way} ${number(pairs)}`)
    tell(`sweep/pairs/${place}: ${rows} rows; ${ways.join(', ')}`)
    yield {
      id: `sweep/pairs/${place}`,
      work: `${number(pods)} pods, ${number(nodes)} nodes: all ${number((nodes * (nodes - 1)) / 2)} pairs of nodes, silent and removed (CPU time)`,
      ours: `${(tookMs / 1000).toFixed(1)} s, ${mebibytes(peakBytes)} MiB at most`,
      ...(size === 'whole' && { target: `≤ ${targetMs / 1000} s`, met: tookMs <= targetMs }),
    }
  }
}

const sizes = [
  [3_000, 100],
  [10_000, 333],
  [30_000, 1_000],
] as const

export function* memoryFigures(): Generator<Figure> {
  for (const [pods, nodes] of sizes) {
    const once = places.map((place) => sweptOnce('singles', pods, nodes, place))
    const peakBytes = Math.max(...once.map((one) => one.peakBytes))
    yield {
      id: `sweep/memory/${pods}`,
      work: `${number(pods)} pods, ${number(nodes)} nodes: every node and zone, ${places.join(' and ')}`,
      ours: `${mebibytes(peakBytes)} MiB at most, ${once.map(({ tookMs }) => `${tookMs.toFixed(0)} ms`).join(' and ')} in the first run`,
      target: '≤ 1 GiB',
      met: peakBytes <= 2 ** 30,
    }
  }
}

function sweptOnce(failures: string, pods: number, nodes: number, place: string): SweptOnce {
  const program = join(import.meta.dirname, 'sweep-process.ts')
  return JSON.parse(
    execFileSync(process.execPath, [program, failures, `${pods}`, `${nodes}`, place], { encoding: 'utf8' }),
  )
}

function number(value: number): string {
  return value.toLocaleString('en-US')
}

function mebibytes(bytes: number): string {
  return (bytes / 2 ** 20).toFixed(0)
}
