// What watches the environments, as a whole.

import { monitoring, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { dev, observability, production, staging, standby } from './environments.ts'
import { grafana, logs, metrics, traces } from './monitoring.ts'

const shared = {
  covers: [dev, staging, production, standby],
  stands: 'once',
  label: 'environment',
  reads: 'own-environment',
} as const

export const watching = [
  monitoring('observability', {
    ...shared,
    by: [logs, metrics, grafana],
    does: ['logs', 'metrics'],
    stated: says('Observability and Operations', 55),
  }),
  monitoring('distributed-tracing', {
    ...shared,
    by: [traces],
    does: ['traces'],
    stated: says('Observability and Operations', 56),
  }),
]

/** How long what is gathered is there, and in which form. */
export const gathered = [
  promise.gathers(logs, {
    in: observability,
    for: '30d',
    format: 'json',
    keptIn: 'search-index',
    stated: says('Observability and Operations', 55),
  }),
  promise.gathers(traces, {
    in: observability,
    for: '7d',
    propagates: 'w3c',
    stated: says('Observability and Operations', 56),
  }),
]
