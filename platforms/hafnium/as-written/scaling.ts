// Orchestration: what pods are scaled by, and that nodes are provisioned. Neither bounds nor targets are said.

import { metric, type Scaling } from 'seaworthy'
import { says } from './says.ts'
import { broker } from './stores.ts'

const horizontal = says('Orchestration (Kubernetes)', 57)

/** How far a consumer is behind. */
const lag = metric('lag', { of: broker, unit: 'count', stated: horizontal })

export const byLoad: Scaling = { on: ['cpu', 'memory'], stated: horizontal }
export const byLoadAndLag: Scaling = { on: ['cpu', 'memory', lag], stated: horizontal }

export const nodeScaling = { stated: says('Orchestration (Kubernetes)', 58) }
