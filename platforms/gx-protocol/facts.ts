// Every fact of the document, by area: what shows it, and what would be different if it were not so.

import type { Facts } from '../facts/fact.ts'
import asWritten from './as-written.ts'
import { cluster } from './facts/cluster.ts'
import { environments } from './facts/environments.ts'
import { procedures } from './facts/procedures.ts'
import { quotas } from './facts/quotas.ts'
import { workloads } from './facts/workloads.ts'
import platform from './platform.ts'

export const gxProtocol: Facts = {
  platform,
  asWritten,
  facts: [
    ...cluster, //
    ...environments,
    ...procedures,
    ...quotas,
    ...workloads,
  ],
}
