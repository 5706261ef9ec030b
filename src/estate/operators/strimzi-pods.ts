// The nodes of one pool of a Kafka, said as a StatefulSet: names with ids, volumes of their own.

import type { Manifest } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { MadeObject } from './maker.ts'
import { listenersOf } from './strimzi-network.ts'
import { countIn, listIn, textIn } from './values.ts'

export interface Pool {
  readonly name: string
  readonly replicas: number
  readonly firstId: number
  readonly spec: Fields
}

export function poolOf({ manifest }: EstateObject, firstId: number): Pool {
  const spec = fieldsAt(manifest, 'spec')
  return { name: manifest.metadata.name ?? '', replicas: countIn(spec, 'replicas') ?? 0, firstId, spec }
}

/** KafkaCluster.java, generatePodSets; labels: Labels.java; what a pool does not say, the Kafka says. */
export function nodePool(manifest: Manifest, pool: Pool): MadeObject {
  const { name = '', namespace } = manifest.metadata
  const roles = listIn(pool.spec, 'roles')
  const labels = {
    'app.kubernetes.io/instance': name,
    'app.kubernetes.io/managed-by': 'strimzi-cluster-operator',
    'app.kubernetes.io/name': 'kafka',
    'strimzi.io/cluster': name,
    'strimzi.io/kind': 'Kafka',
    'strimzi.io/name': `${name}-kafka`,
    'strimzi.io/component-type': 'kafka',
    'strimzi.io/controller': 'strimzipodset',
    'strimzi.io/controller-name': `${name}-${pool.name}`,
    'strimzi.io/pool-name': pool.name,
    'strimzi.io/broker-role': `${roles.includes('broker')}`,
    'strimzi.io/controller-role': `${roles.includes('controller')}`,
  }
  const spec = fieldsAt(manifest, 'spec', 'kafka')
  const template = { ...fieldsAt(spec, 'template', 'pod'), ...fieldsAt(pool.spec, 'template', 'pod') }
  const more = fieldsAt(template, 'metadata', 'labels')
  return {
    manifest: {
      apiVersion: 'apps/v1',
      kind: 'StatefulSet',
      metadata: given({ name: `${name}-${pool.name}`, namespace, labels }),
      spec: given({
        replicas: pool.replicas,
        ordinals: { start: pool.firstId },
        serviceName: `${name}-kafka-brokers`,
        podManagementPolicy: 'Parallel',
        selector: { matchLabels: { 'strimzi.io/cluster': name, 'strimzi.io/pool-name': pool.name } },
        template: { metadata: { labels: { ...more, ...labels } }, spec: podSpec(name, spec, pool, template) },
        volumeClaimTemplates: unlessEmpty(claims(fieldsAt(pool.spec, 'storage'))),
      }),
    },
    part: `KafkaNodePool/${namespace ?? ''}/${pool.name}`,
    from: { 'spec.template.spec.affinity': 'spec.kafka.template.pod.affinity' },
  }
}

function podSpec(cluster: string, spec: Fields, pool: Pool, template: Fields): object {
  const ports = portsOf(spec, listIn(pool.spec, 'roles'))
  const resources = { ...fieldsAt(spec, 'resources'), ...fieldsAt(pool.spec, 'resources') }
  return given({
    serviceAccountName: `${cluster}-kafka`,
    affinity: unlessEmpty(fieldsAt(template, 'affinity')) ?? rackAffinity(cluster, fieldsAt(spec, 'rack')),
    tolerations: unlessEmpty(fieldsIn(template.tolerations)),
    topologySpreadConstraints: unlessEmpty(fieldsIn(template.topologySpreadConstraints)),
    priorityClassName: textIn(template, 'priorityClassName'),
    imagePullSecrets: unlessEmpty(fieldsIn(template.imagePullSecrets)),
    terminationGracePeriodSeconds: countIn(template, 'terminationGracePeriodSeconds') ?? 30,
    // Which contexts are set is chosen where the operator is installed; with these no level of Pod Security refuses them.
    securityContext: unlessEmpty(fieldsAt(template, 'securityContext')) ?? { runAsNonRoot: true, seccompProfile },
    containers: [
      given({
        name: 'kafka',
        image: textIn(spec, 'image') ?? 'quay.io/strimzi/kafka',
        ports: ports.map((port) => ({ ...port, protocol: 'TCP' })),
        resources: unlessEmpty(resources),
        securityContext: { allowPrivilegeEscalation: false, capabilities: { drop: ['ALL'] } },
      }),
    ],
  })
}

// KafkaCluster.java, getContainerPortList: clients and replication come to brokers, votes to controllers.
function portsOf(spec: Fields, roles: readonly string[]) {
  const clients = listenersOf(spec).map(({ name, port }) => ({ name: `tcp-${name}`, containerPort: port }))
  return [
    { name: 'tcp-kafkaagent', containerPort: 8443 },
    ...(roles.includes('controller') ? [{ name: 'tcp-ctrlplane', containerPort: 9090 }] : []),
    ...(roles.includes('broker') ? [{ name: 'tcp-replication', containerPort: 9091 }, ...clients] : []),
    ...(Object.hasOwn(spec, 'metricsConfig') ? [{ name: 'tcp-prometheus', containerPort: 9404 }] : []),
  ]
}

const seccompProfile = { type: 'RuntimeDefault' }

// ModelUtils.java: nodes must say where they stand, and nodes of one cluster keep apart where they can.
function rackAffinity(cluster: string, rack: Fields): object | undefined {
  const topologyKey = textIn(rack, 'topologyKey')
  if (topologyKey === undefined) return undefined
  const labelSelector = { matchLabels: { 'strimzi.io/cluster': cluster, 'strimzi.io/name': `${cluster}-kafka` } }
  return {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [{ matchExpressions: [{ key: topologyKey, operator: 'Exists' }] }],
      },
    },
    podAntiAffinity: {
      preferredDuringSchedulingIgnoredDuringExecution: [
        { weight: 100, podAffinityTerm: { labelSelector, topologyKey } },
      ],
    },
  }
}

// VolumeUtils.java: `data-<id>` of each volume of a set, `data` of a single one; each claim is `<that>-<pod>`.
function claims(storage: Fields): readonly object[] {
  const volumes = storage.type === 'jbod' ? fieldsIn(storage.volumes) : [storage]
  return volumes
    .filter(({ type }) => type === 'persistent-claim')
    .map((volume) => ({
      metadata: { name: storage.type === 'jbod' ? `data-${countIn(volume, 'id') ?? 0}` : 'data' },
      spec: given({
        accessModes: ['ReadWriteOnce'],
        storageClassName: textIn(volume, 'class'),
        resources: { requests: { storage: textIn(volume, 'size') ?? '1Gi' } },
      }),
    }))
}
