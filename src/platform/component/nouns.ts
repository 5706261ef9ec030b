// Every component noun. A new one is one file here beside it and one line in this list.

import { alertmanagerSpec } from './alertmanager.ts'
import { clientSpec } from './client.ts'
import { daemonSpec } from './daemon.ts'
import type { ComponentSpec } from './define.ts'
import { externalSpec } from './external.ts'
import { gatewaySpec } from './gateway.ts'
import { jobSpec } from './job.ts'
import { ledgerSpec } from './ledger.ts'
import { postgresSpec } from './postgres.ts'
import { prometheusSpec } from './prometheus.ts'
import { redisSpec } from './redis.ts'
import { serviceSpec } from './service.ts'
import { workerSpec } from './worker.ts'

export const NOUNS = {
  alertmanager: alertmanagerSpec,
  client: clientSpec,
  daemon: daemonSpec,
  external: externalSpec,
  gateway: gatewaySpec,
  job: jobSpec,
  ledger: ledgerSpec,
  postgres: postgresSpec,
  prometheus: prometheusSpec,
  redis: redisSpec,
  service: serviceSpec,
  worker: workerSpec,
} satisfies Record<string, ComponentSpec<never>>

const BY_WORD: ReadonlyMap<string, unknown> = new Map(Object.entries(NOUNS))

/** The noun's description; undefined for a word that is none. */
export function nounOf(word: string): ComponentSpec<object> | undefined {
  return BY_WORD.get(word) as ComponentSpec<object> | undefined
}
