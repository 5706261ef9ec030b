// What Strimzi makes of a Kafka and its node pools, as of August 2026 (API kafka.strimzi.io/v1). Files cited lie in
// strimzi/strimzi-kafka-operator under cluster-operator/src/main/java/io/strimzi/operator/cluster/model.

import type { Manifest, Ref } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { type Fields, fieldsAt, textsOf } from '../import/fields.ts'
import { sortedBy } from '../order.ts'
import type { MadeFact, MadeName, MadeObject, Maker, Near, Products } from './maker.ts'
import { listenersOf, networkPolicy } from './strimzi-network.ts'
import { nodePool, type Pool, poolOf } from './strimzi-pods.ts'
import { replication } from './strimzi-replication.ts'
import { countIn, listIn, textIn } from './values.ts'

const operator = { group: 'kafka.strimzi.io', operator: 'Strimzi', id: 'strimzi' } as const

export const kafka: Maker = { ...operator, kind: 'Kafka', make: productsOf }

/** KafkaUser: a Secret of its name; keys by the kind of authentication (operator-common, KafkaUserModel.java). */
export const kafkaUser: Maker = { ...operator, kind: 'KafkaUser', make: userSecret }

function productsOf({ manifest }: EstateObject, near: Near): Products {
  const { name = '', namespace = '' } = manifest.metadata
  const spec = fieldsAt(manifest, 'spec', 'kafka')
  const pools = poolsOf(name, namespace, near)
  const names = certificates(name, namespace)
  if (pools.length === 0) return { names }
  return {
    objects: [
      ...pools.map((pool) => nodePool(manifest, pool)),
      ...services(manifest, spec),
      budget(manifest, spec, pools),
      networkPolicy(manifest, spec),
      account(manifest, 'kafka'),
    ],
    facts: [...election(name, namespace, pools), ...replication(manifest, pools, near)],
    names,
  }
}

/** Node ids go on from pool to pool (KafkaPool.java). */
function poolsOf(cluster: string, namespace: string, near: Near): readonly Pool[] {
  const own = near
    .inNamespace(operator.group, 'KafkaNodePool', namespace)
    .filter(({ manifest }) => textsOf(fieldsAt(manifest, 'metadata', 'labels'))['strimzi.io/cluster'] === cluster)
  let first = 0
  return sortedBy(own, ({ ref }) => ref).map((object) => {
    const pool = poolOf(object, first)
    first += pool.replicas
    return pool
  })
}

function selectorOf(name: string): { readonly [label: string]: string } {
  return { 'strimzi.io/cluster': name, 'strimzi.io/kind': 'Kafka', 'strimzi.io/name': `${name}-kafka` }
}

// KafkaCluster.java: generateService (bootstrap, brokers only) and generateHeadlessService (all nodes).
function services(manifest: Manifest, spec: Fields): readonly MadeObject[] {
  const { name = '', namespace } = manifest.metadata
  const inside = listenersOf(spec).filter(({ type }) => type === 'internal')
  const clients = inside.map((listener) => ({ name: `tcp-${listener.name}`, port: listener.port }))
  const replication = { name: 'tcp-replication', port: 9091 }
  const own = [{ name: 'tcp-ctrlplane', port: 9090 }, replication, { name: 'tcp-kafkaagent', port: 8443 }]
  const ports = (all: readonly { readonly name: string; readonly port: number }[]) =>
    all.map((one) => ({ ...one, targetPort: one.port, protocol: 'TCP' }))
  const service = (suffix: string, more: object): MadeObject => ({
    manifest: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: given({ name: `${name}-kafka-${suffix}`, namespace, labels: selectorOf(name) }),
      spec: more,
    },
    from: { spec: 'spec.kafka.listeners' },
  })
  return [
    service('bootstrap', {
      type: 'ClusterIP',
      ports: ports([replication, ...clients]),
      selector: { ...selectorOf(name), 'strimzi.io/broker-role': 'true' },
    }),
    service('brokers', {
      clusterIP: 'None',
      publishNotReadyAddresses: true,
      ports: ports([...own, ...clients]),
      selector: selectorOf(name),
    }),
  ]
}

// PodDisruptionBudgetUtils.java: over all pools, in absolute numbers, as no scale stands behind these pods.
function budget(manifest: Manifest, spec: Fields, pools: readonly Pool[]): MadeObject {
  const { name = '', namespace } = manifest.metadata
  const nodes = pools.reduce((sum, { replicas }) => sum + replicas, 0)
  const unavailable = countIn(fieldsAt(spec, 'template', 'podDisruptionBudget'), 'maxUnavailable') ?? 1
  return {
    manifest: {
      apiVersion: 'policy/v1',
      kind: 'PodDisruptionBudget',
      metadata: given({ name: `${name}-kafka`, namespace, labels: selectorOf(name) }),
      spec: { minAvailable: Math.max(0, nodes - unavailable), selector: { matchLabels: selectorOf(name) } },
    },
    from: { spec: 'spec.kafka.template.podDisruptionBudget' },
  }
}

function account(manifest: Manifest, suffix: string): MadeObject {
  const { name = '', namespace } = manifest.metadata
  const metadata = given({ name: `${name}-${suffix}`, namespace })
  return { manifest: { apiVersion: 'v1', kind: 'ServiceAccount', metadata } }
}

// Controllers decide by majority (KRaft); brokers that are none do not vote.
function election(name: string, namespace: string, pools: readonly Pool[]): readonly MadeFact[] {
  const voters = pools
    .filter(({ spec, replicas }) => replicas > 0 && listIn(spec, 'roles').includes('controller'))
    .map((pool): Ref => `StatefulSet/${namespace}/${name}-${pool.name}`)
  return voters.length === 0 ? [] : [{ trait: 'elects', name: `${name} controllers`, voters }]
}

// Ca.java, ClusterCa.java, ClientsCa.java; names: api, KafkaResources.java.
function certificates(name: string, namespace: string): readonly MadeName[] {
  const certificate = ['ca.crt', 'ca.p12', 'ca.password']
  const rows = [
    ['cluster-ca-cert', certificate],
    ['cluster-ca', ['ca.key']],
    ['clients-ca-cert', certificate],
    ['clients-ca', ['ca.key']],
  ] as const
  return [
    ...rows.map(([suffix, keys]): MadeName => ({ ref: `Secret/${namespace}/${name}-${suffix}`, keys })),
    { ref: `Secret/${namespace}/${name}-cluster-operator-certs` },
    { ref: `ServiceAccount/${namespace}/${name}-entity-operator` },
    { ref: `Deployment/${namespace}/${name}-entity-operator` },
  ]
}

function userSecret({ manifest }: EstateObject): Products {
  const { name = '', namespace = '' } = manifest.metadata
  const type = textIn(fieldsAt(manifest, 'spec', 'authentication'), 'type')
  const keys =
    type === 'tls'
      ? ['ca.crt', 'user.crt', 'user.key', 'user.p12', 'user.password']
      : type === 'scram-sha-512'
        ? ['password', 'sasl.jaas.config']
        : undefined
  return keys ? { names: [{ ref: `Secret/${namespace}/${name}`, keys }] } : {}
}
