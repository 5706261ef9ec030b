// node bench/sweep-process.ts FAILURES PODS NODES PLACES: every single failure, or every pair of nodes (`pairs`), from where pods
// were seen (`observed`) or from every placement, in a process of its own whose memory is measured. Prints one line of JSON.

import { sweep } from '../src/engine/loss/sweep.ts'
import { type Pairs, sweepPairs } from '../src/engine/loss/sweep-pairs.ts'
import { podsOf } from '../src/engine/pods/pods-of.ts'
import { sweepInput } from './sweep-input.ts'

/** Of one process: processor time, and the most memory that it held, the input included. */
export interface SweptOnce {
  readonly tookMs: number
  readonly peakBytes: number
  readonly rows: number
  readonly decided?: Pairs['decided']
}

if (import.meta.main) {
  const [failures, many, nodes, places] = process.argv.slice(2)
  const size = { pods: Number(many), nodes: Number(nodes), zones: 10, promises: 0, isObserved: places === 'observed' }
  const { estate } = sweepInput(size)
  const pods = podsOf(estate)
  const since = process.cpuUsage()
  const pairs = failures === 'pairs' ? sweepPairs(estate, pods) : undefined
  const rows = pairs?.rows ?? sweep(estate, pods)
  const { user, system } = process.cpuUsage(since)
  const once: SweptOnce = {
    tookMs: (user + system) / 1000,
    peakBytes: process.resourceUsage().maxRSS * 1024,
    rows: rows.length,
    ...(pairs && { decided: pairs.decided }),
  }
  console.log(JSON.stringify(once))
}
