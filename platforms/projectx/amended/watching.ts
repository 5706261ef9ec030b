// What watches the environments, as a whole.

import { monitoring } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { dev, production, staging, standby } from './environments.ts'
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
