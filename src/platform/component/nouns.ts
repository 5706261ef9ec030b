// Every component noun. A new one is one file here beside it and one line in this list.

import { alertmanagerSpec } from './alertmanager.ts'
import { cdnSpec } from './cdn.ts'
import { clientSpec } from './client.ts'
import { daemonSpec } from './daemon.ts'
import type { ComponentSpec } from './define.ts'
import { dnsSpec } from './dns.ts'
import { externalSpec } from './external.ts'
import { gatewaySpec } from './gateway.ts'
import { identityProviderSpec } from './identity-provider.ts'
import { jobSpec } from './job.ts'
import { kafkaSpec } from './kafka.ts'
import { ledgerSpec } from './ledger.ts'
import { loadBalancerSpec } from './load-balancer.ts'
import { loggingSpec } from './logging.ts'
import { metricsAdapterSpec } from './metrics-adapter.ts'
import { mongodbSpec } from './mongodb.ts'
import { natGatewaySpec } from './nat-gateway.ts'
import { objectStoreSpec } from './object-store.ts'
import { postgresSpec } from './postgres.ts'
import { prometheusSpec } from './prometheus.ts'
import { rabbitmqSpec } from './rabbitmq.ts'
import { redisSpec } from './redis.ts'
import { searchSpec } from './search.ts'
import { serviceSpec } from './service.ts'
import { sharedVolumeSpec } from './shared-volume.ts'
import { tracingSpec } from './tracing.ts'
import { wafSpec } from './waf.ts'
import { warehouseSpec } from './warehouse.ts'
import { workerSpec } from './worker.ts'

export const NOUNS = {
  alertmanager: alertmanagerSpec,
  cdn: cdnSpec,
  dns: dnsSpec,
  loadBalancer: loadBalancerSpec,
  natGateway: natGatewaySpec,
  waf: wafSpec,
  client: clientSpec,
  daemon: daemonSpec,
  external: externalSpec,
  gateway: gatewaySpec,
  identityProvider: identityProviderSpec,
  job: jobSpec,
  kafka: kafkaSpec,
  ledger: ledgerSpec,
  metricsAdapter: metricsAdapterSpec,
  mongodb: mongodbSpec,
  objectStore: objectStoreSpec,
  logging: loggingSpec,
  postgres: postgresSpec,
  prometheus: prometheusSpec,
  rabbitmq: rabbitmqSpec,
  redis: redisSpec,
  search: searchSpec,
  service: serviceSpec,
  sharedVolume: sharedVolumeSpec,
  warehouse: warehouseSpec,
  tracing: tracingSpec,
  worker: workerSpec,
} satisfies Record<string, ComponentSpec<never>>

const BY_WORD: ReadonlyMap<string, unknown> = new Map(Object.entries(NOUNS))

/** The noun's description; undefined for a word that is none. */
export function nounOf(word: string): ComponentSpec<object> | undefined {
  return BY_WORD.get(word) as ComponentSpec<object> | undefined
}
