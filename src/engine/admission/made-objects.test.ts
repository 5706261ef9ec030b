// Whatever operators make is admitted: a refusal here would be a fault of what we know about the operator.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { admitObject } from './admit-object.ts'
import { sayRefusal } from './words.ts'

const resources: [name: string, yaml: string][] = [
  [
    'CloudNativePG',
    `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: ledger-db, namespace: shop}
spec:
  instances: 3
  storage: {size: 20Gi}
  walStorage: {size: 5Gi, storageClass: fast}
  resources: {requests: {cpu: 1, memory: 2Gi}, limits: {memory: 2Gi}}
  affinity: {podAntiAffinityType: required, tolerations: [{key: db, operator: Exists}], nodeSelector: {disk: fast}}
---
apiVersion: postgresql.cnpg.io/v1
kind: Pooler
metadata: {name: ledger-pool, namespace: shop}
spec:
  cluster: {name: ledger-db}
  instances: 2
  template: {spec: {containers: [{name: pgbouncer, resources: {requests: {cpu: 100m}}}]}}`,
  ],
  [
    'KEDA',
    `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: {name: checkout, namespace: shop}
spec:
  scaleTargetRef: {name: checkout}
  maxReplicaCount: 8
  triggers: [{type: cpu, metricType: Utilization, metadata: {value: "60"}}, {type: kafka, metadata: {topic: orders}}]`,
  ],
  [
    'Argo Rollouts',
    `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec:
  replicas: 2
  strategy: {blueGreen: {activeService: web}}
  selector: {matchLabels: {app: web}}
  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web, image: web}]}}`,
  ],
  [
    'Prometheus Operator',
    `
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: {name: main, namespace: monitoring}
spec:
  replicas: 2
  shards: 2
  serviceAccountName: prometheus
  thanos: {image: thanos}
  storage: {volumeClaimTemplate: {spec: {resources: {requests: {storage: 50Gi}}}}}
---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: {name: main, namespace: monitoring}
spec: {replicas: 3}`,
  ],
  [
    'Strimzi',
    `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: events, namespace: shop}
spec:
  kafka:
    listeners: [{name: plain, port: 9092, type: internal, tls: false}]
    metricsConfig: {type: strimziMetricsReporter}
    rack: {topologyKey: topology.kubernetes.io/zone}
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: dual, namespace: shop, labels: {strimzi.io/cluster: events}}
spec:
  replicas: 3
  roles: [controller, broker]
  storage: {type: persistent-claim, size: 10Gi}
  resources: {requests: {memory: 2Gi}}`,
  ],
]

for (const [name, yaml] of resources) {
  test(`made objects: ${name}`, () => {
    const { estate } = importManifests(readManifests(yaml, 'one.yaml').manifests, { kubernetes: '1.34' })
    const made = estate.objects.filter(({ origin }) => origin === 'made')
    assert.notEqual(made.length, 0)
    for (const { manifest, ref } of made)
      if (manifest.apiVersion.split('/')[0]?.includes('.coreos.com') !== true)
        assert.deepEqual(admitObject(manifest, { minor: '1.34' }).refused.map(sayRefusal), [], ref)
  })
}
