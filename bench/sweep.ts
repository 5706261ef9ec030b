// What every failure of a large cluster leaves, beside the same engine made anew for each failure of a sample.

import { worldOf } from '../src/check/world.ts'
import { promisedIn } from '../src/cli/sweep/promised.ts'
import { groundOf } from '../src/engine/loss/ground.ts'
import { outcomeOf } from '../src/engine/loss/outcome.ts'
import { sweep as sweepAll } from '../src/engine/loss/sweep.ts'
import type { Figure, Subject } from './figure.ts'
import { type SweepSize, sweepInput } from './sweep-input.ts'
import { memoryFigures, pairFigures } from './sweep-sizes.ts'

const large: SweepSize = { pods: 30_000, nodes: 1_000, zones: 10, promises: 300, isObserved: true }
const short: SweepSize = { pods: 6_000, nodes: 200, zones: 10, promises: 60, isObserved: true }
const targetMs = 1_000

export const sweep: Subject = {
  name: 'sweep',
  *figures(size, tell) {
    const one = size === 'short' ? short : large
    yield* figuresOf('sweep/observed', one, size === 'whole', tell)
    yield* figuresOf('sweep/every-placement', { ...one, isObserved: false }, size === 'whole', tell)
    yield* pairFigures(size, tell)
    if (size === 'whole') yield* memoryFigures()
  },
}

function* figuresOf(id: string, size: SweepSize, isWhole: boolean, tell: (line: string) => void): Iterable<Figure> {
  const rounds = [1, 2, 3].map(() => measured(size))
  const best = rounds.reduce((least, one) => (one.sweepMs < least.sweepMs ? one : least))
  const { sweepMs, podsMs, eachMs, failures, touched, heldMiB } = best
  tell(
    `${id}: ${failures} failures, of which ${touched} touch a promise, pods read in ${podsMs.toFixed(0)} ms, ${heldMiB.toFixed(0)} MiB held`,
  )
  yield {
    id,
    work: `${size.pods.toLocaleString('en-US')} pods, ${size.nodes.toLocaleString('en-US')} nodes, ${size.zones} zones, ${size.promises} promises: every node and zone, silent and removed (CPU time)`,
    ours: `${sweepMs.toFixed(0)} ms`,
    peer: `the same made anew for each failure, from a sample of ${sampled}: ${(eachMs * failures).toFixed(0)} ms`,
    ratio: (eachMs * failures) / sweepMs,
    ...(isWhole && { target: `≤ ${targetMs} ms`, met: sweepMs <= targetMs }),
  }
}

const sampled = 3

function measured(size: SweepSize) {
  const { estate, promises } = sweepInput(size)
  const podsStart = cpuMs()
  const world = worldOf([estate], { asOf: '2026-11-21', promises })
  const pods = world.views[0]?.pods ?? []
  const start = cpuMs()
  const rows = sweepAll(estate, pods)
  const promised = promisedIn(world, promises)
  const touched = rows.filter((row) => promised(estate.cluster, row).length > 0).length
  const end = cpuMs()
  const failures = rows.filter(({ failure }) => !failure.startsWith('pod/')).length
  const heldMiB = process.memoryUsage().rss / 2 ** 20
  for (let node = 0; node < sampled; node++) {
    // Another list of the same pods: nothing is known of it yet.
    const ground = groundOf({ ...estate }, [...pods])
    outcomeOf('', { lost: [node], state: 'silent' }, { ground, full: undefined, ask: () => undefined })
  }
  const eachMs = (cpuMs() - end) / sampled
  return { podsMs: start - podsStart, sweepMs: end - start, eachMs, failures, touched, heldMiB }
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}
