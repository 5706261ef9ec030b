// What Prometheus Operator 0.85 makes of Prometheus and Alertmanager. Files cited are those of prometheus-operator/prometheus-operator.

import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { type Fields, fieldsAt } from '../import/fields.ts'
import type { MadeObject, Maker, Products } from './maker.ts'
import { type Brand, claims, podSpec } from './prometheus-pod.ts'
import { countIn, textIn } from './values.ts'

const operator = {
  group: 'monitoring.coreos.com',
  operator: 'Prometheus Operator 0.85',
  id: 'prometheus-operator',
} as const

/** pkg/prometheus/server/statefulset.go; names: pkg/prometheus/operator.go:77. */
export const prometheus: Maker = { ...operator, kind: 'Prometheus', make: (object) => productsOf(object, server) }

/** pkg/alertmanager/statefulset.go; names: :838. */
export const alertmanager: Maker = { ...operator, kind: 'Alertmanager', make: (object) => productsOf(object, alerts) }

const server: Brand = { name: 'prometheus', port: 9090, more: [], graceSeconds: 600 }

const alerts: Brand = {
  name: 'alertmanager',
  port: 9093,
  more: [
    { name: 'mesh-tcp', port: 9094, protocol: 'TCP' },
    { name: 'mesh-udp', port: 9094, protocol: 'UDP' },
  ],
  graceSeconds: 120,
}

function productsOf({ manifest }: EstateObject, brand: Brand): Products {
  const spec = fieldsAt(manifest, 'spec')
  const shards = brand === server ? (countIn(spec, 'shards') ?? 1) : 1
  const sets = Array.from({ length: Math.min(shards, mostShards) }, (_, shard) =>
    statefulSet(manifest, spec, brand, shard),
  )
  return { objects: [...sets, ...governing(manifest, spec, brand)] }
}

// Nobody has more; what is said beyond is somebody's slip.
const mostShards = 100

function statefulSet(manifest: EstateObject['manifest'], spec: Fields, brand: Brand, shard: number): MadeObject {
  const { name = '', namespace } = manifest.metadata
  const matchLabels = {
    ...labelsOf(brand, name),
    ...(brand === server && { 'operator.prometheus.io/shard': `${shard}` }),
  }
  const labels = { ...fieldsAt(spec, 'podMetadata', 'labels'), ...matchLabels }
  const own = `${brand.name}-${name}`
  const made = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: given({ name: shard === 0 ? own : `${own}-shard-${shard}`, namespace }),
    spec: given({
      replicas: countIn(spec, 'replicas') ?? 1,
      serviceName: serviceName(spec, brand),
      podManagementPolicy: 'Parallel',
      selector: { matchLabels },
      template: { metadata: { labels }, spec: podSpec(spec, brand, own) },
      volumeClaimTemplates: claims(spec, own),
    }),
  }
  return { manifest: made, from: origins }
}

const pod = 'spec.template.spec'

const shared = ['affinity', 'nodeSelector', 'tolerations', 'topologySpreadConstraints', 'priorityClassName']

const origins = {
  'spec.replicas': 'spec.replicas',
  'spec.volumeClaimTemplates.0': 'spec.storage.volumeClaimTemplate',
  [`${pod}.containers.0.resources`]: 'spec.resources',
  [`${pod}.serviceAccountName`]: 'spec.serviceAccountName',
  ...Object.fromEntries(shared.map((field) => [`${pod}.${field}`, `spec.${field}`])),
}

function serviceName(spec: Fields, brand: Brand): string {
  return textIn(spec, 'serviceName') ?? `${brand.name}-operated`
}

// pkg/prometheus/common.go:481: one for all of the namespace, unless the resource names a Service of its own.
function governing({ metadata }: EstateObject['manifest'], spec: Fields, brand: Brand): readonly MadeObject[] {
  if (textIn(spec, 'serviceName') !== undefined) return []
  const web = textIn(spec, 'portName') ?? 'web'
  const ports = [
    { name: web, port: brand.port, targetPort: web, protocol: 'TCP' },
    ...brand.more.map(({ name, port, protocol }) => ({
      name: name.split('-').reverse().join('-'),
      port,
      targetPort: name,
      protocol,
    })),
  ]
  const made = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: given({
      name: serviceName(spec, brand),
      namespace: metadata.namespace,
      labels: { [`operated-${brand.name}`]: 'true' },
    }),
    spec: { clusterIP: 'None', ports, selector: { 'app.kubernetes.io/name': brand.name } },
  }
  return [{ manifest: made }]
}

// pkg/prometheus/server/operator.go:1386, pkg/alertmanager/operator.go:785.
function labelsOf(brand: Brand, name: string): Fields {
  return {
    'app.kubernetes.io/name': brand.name,
    'app.kubernetes.io/managed-by': 'prometheus-operator',
    'app.kubernetes.io/instance': name,
    ...(brand === server && { 'operator.prometheus.io/name': name }),
    [brand.name]: name,
  }
}
