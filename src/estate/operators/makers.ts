// Every kind of resource whose products are known. One line per kind.

import { rollout } from './argo-rollouts.ts'
import { annotatedGateway, annotatedIngress, certificate } from './certificates.ts'
import { postgresCluster } from './cloudnative-pg.ts'
import { pooler } from './cloudnative-pg-pooler.ts'
import { copied } from './copies.ts'
import { clusterExternalSecret, externalSecret } from './external-secrets.ts'
import { scaledObject } from './keda.ts'
import type { Maker } from './maker.ts'
import { otherSecrets } from './other-secrets.ts'
import { alertmanager, prometheus } from './prometheus-operator.ts'
import { kafka, kafkaUser } from './strimzi.ts'

const makers: readonly Maker[] = [alertmanager, kafka, pooler, postgresCluster, prometheus, rollout, scaledObject]

/** They write Secrets and ConfigMaps, of which no more than the name and the keys is known. */
const namers: readonly Maker[] = [
  certificate,
  annotatedIngress,
  annotatedGateway,
  externalSecret,
  clusterExternalSecret,
  kafkaUser,
  ...otherSecrets,
  ...copied,
]

const objectMakers = byKind(makers)
const nameMakers = byKind([...makers, ...namers])

/** The maker of a kind's objects; undefined where none are made of it. */
export function makerOf(group: string, kind: string): Maker | undefined {
  return objectMakers.get(`${group}/${kind}`)
}

/** The maker of the names that a kind stands for; undefined where there are none. */
export function namerOf(group: string, kind: string): Maker | undefined {
  return nameMakers.get(`${group}/${kind}`)
}

function byKind(list: readonly Maker[]): ReadonlyMap<string, Maker> {
  return new Map(list.map((maker) => [`${maker.group}/${maker.kind}`, maker]))
}
