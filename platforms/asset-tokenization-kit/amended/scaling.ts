// Auto-scaling configuration: four metrics, with one pair of bounds and one pair of steps for each service, since an
// autoscaler has no more.

import { metric, type Scaling } from 'seaworthy'
import { says } from '../as-written/says.ts'

const row = (line: number) => says('Auto-Scaling Configuration', line)

const requestRate = metric('request-rate', { stated: row(527) })

/** The 95th percentile, of one pod. */
const responseTime = metric('response-time-p95', { unit: 'ms', stated: row(528) })

const on = [
  { cpu: '70%', stated: row(525) },
  { memory: '80%', stated: row(526) },
  { metric: requestRate, target: '1000/min', stated: row(527) },
  { metric: responseTime, target: '150ms', stated: row(528) },
] as const

/** The names by which services expose them. */
export const scaledBy = ['request-rate', 'response-time-p95'] as const

export const scaling = (from: number, to: number, line: number): Scaling => ({
  from,
  to,
  on,
  up: { pods: 3, every: '30s', stated: row(527) },
  down: { pods: 1, every: '60s', stated: row(525) },
  stated: says('Pod Configuration Specifications', line),
})
