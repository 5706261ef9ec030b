// What Prometheus Operator 0.85 makes of Prometheus and Alertmanager. Files cited are those of prometheus-operator/prometheus-operator.

import type { EstateObject } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { MadeObject, Maker, Products } from './maker.ts'
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

interface Brand {
  readonly name: 'prometheus' | 'alertmanager'
  readonly port: number
  readonly more: readonly { readonly name: string; readonly port: number; readonly protocol: 'TCP' | 'UDP' }[]
  readonly graceSeconds: number
}

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

function podSpec(spec: Fields, brand: Brand, own: string): object {
  const web = { name: textIn(spec, 'portName') ?? 'web', containerPort: brand.port, protocol: 'TCP' }
  const more = brand.more.map(({ name, port, protocol }) => ({ name, containerPort: port, protocol }))
  const image = textIn(spec, 'image') ?? `quay.io/prometheus/${brand.name}`
  const reloader = 'quay.io/prometheus-operator/prometheus-config-reloader:v0.85.0'
  return given({
    serviceAccountName: textIn(spec, 'serviceAccountName'),
    securityContext: unlessEmpty(fieldsAt(spec, 'securityContext')),
    affinity: unlessEmpty(fieldsAt(spec, 'affinity')),
    nodeSelector: unlessEmpty(fieldsAt(spec, 'nodeSelector')),
    tolerations: listed(spec.tolerations),
    topologySpreadConstraints: listed(spec.topologySpreadConstraints),
    priorityClassName: textIn(spec, 'priorityClassName'),
    imagePullSecrets: listed(spec.imagePullSecrets),
    terminationGracePeriodSeconds: countIn(spec, 'terminationGracePeriodSeconds') ?? brand.graceSeconds,
    initContainers: [{ name: 'init-config-reloader', image: reloader, resources: small, securityContext }],
    containers: [
      given({
        name: brand.name,
        image,
        ports: spec.listenLocal === true ? undefined : [web, ...more],
        volumeMounts: dataMounts(spec, brand, own),
        resources: unlessEmpty(fieldsAt(spec, 'resources')),
        readinessProbe: { httpGet: { path: '/-/ready', port: web.name } },
        securityContext,
      }),
      {
        name: 'config-reloader',
        image: reloader,
        ports: [{ name: 'reloader-web', containerPort: 8080, protocol: 'TCP' }],
        resources: small,
        securityContext,
      },
      ...sidecar(fieldsAt(spec, 'thanos')),
      ...additional(spec, brand),
    ],
  })
}

// cmd/operator/main.go:101, where the operator itself is told nothing else.
const small = { requests: { cpu: '10m', memory: '50Mi' }, limits: { cpu: '10m', memory: '50Mi' } }
const securityContext = {
  allowPrivilegeEscalation: false,
  readOnlyRootFilesystem: true,
  capabilities: { drop: ['ALL'] },
}

// pkg/prometheus/server/statefulset.go, createThanosContainer.
function sidecar(thanos: Fields): readonly object[] {
  if (Object.keys(thanos).length === 0) return []
  const ports = [
    { name: 'http', containerPort: 10902, protocol: 'TCP' },
    { name: 'grpc', containerPort: 10901, protocol: 'TCP' },
  ]
  const image = textIn(thanos, 'image') ?? 'quay.io/thanos/thanos'
  const resources = unlessEmpty(fieldsAt(thanos, 'resources'))
  return [given({ name: 'thanos-sidecar', image, ports, resources, securityContext })]
}

// Those of the names above are patches of them, and change nothing that is read here but what they say.
function additional(spec: Fields, brand: Brand): readonly Fields[] {
  const own: readonly unknown[] = [brand.name, 'config-reloader']
  return fieldsIn(spec.containers).filter(({ name }) => !own.includes(name))
}

// pkg/prometheus/common.go:331; without a claim the data lies in an emptyDir.
function claims(spec: Fields, own: string): readonly object[] | undefined {
  const claim = fieldsAt(spec, 'storage', 'volumeClaimTemplate', 'spec')
  if (Object.keys(claim).length === 0) return undefined
  return [{ metadata: { name: claimName(spec, own) }, spec: { accessModes: ['ReadWriteOnce'], ...claim } }]
}

function claimName(spec: Fields, own: string): string {
  return textIn(fieldsAt(spec, 'storage', 'volumeClaimTemplate', 'metadata'), 'name') ?? `${own}-db`
}

// pkg/prometheus/common.go, VolumeClaimName and SubPathForStorage; pkg/alertmanager/statefulset.go alike.
function dataMounts(spec: Fields, { name: brand }: Brand, own: string): readonly object[] | undefined {
  if (claims(spec, own) === undefined) return undefined
  return [{ name: claimName(spec, own), mountPath: `/${brand}`, subPath: `${brand}-db` }]
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

function listed(value: unknown): readonly Fields[] | undefined {
  return unlessEmpty(fieldsIn(value))
}
