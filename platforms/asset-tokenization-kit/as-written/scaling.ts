// Auto-scaling configuration: four metrics, each with bounds and steps of its own. The document gives them for no service
// in particular, and each service has bounds of its own too.

import { metric, type Scaling } from 'seaworthy'
import { says } from './says.ts'

const row = (line: number) => says('Auto-Scaling Configuration', line)

const requestRate = metric('request-rate', { stated: row(527) })

/** The 95th percentile, of one pod. */
export const responseTime = metric('response-time-p95', { unit: 'ms', stated: row(528) })

const on = [
  {
    cpu: '70%',
    from: 2,
    to: 10,
    up: { pods: 2, every: '30s' },
    down: { pods: 1, every: '60s' },
    stated: row(525),
  },
  {
    memory: '80%',
    from: 2,
    to: 10,
    up: { pods: 2, every: '30s' },
    down: { pods: 1, every: '60s' },
    stated: row(526),
  },
  {
    metric: requestRate,
    target: '1000/min',
    from: 2,
    to: 15,
    up: { pods: 3, every: '30s' },
    down: { pods: 1, every: '120s' },
    stated: row(527),
  },
  {
    metric: responseTime,
    target: '200ms',
    from: 2,
    to: 10,
    up: { pods: 2, every: '30s' },
    down: { pods: 1, every: '90s' },
    stated: row(528),
  },
] as const

export const scaling = (from: number, to: number, line: number): Scaling => ({
  from,
  to,
  on,
  stated: says('Pod Configuration Specifications', line),
})
