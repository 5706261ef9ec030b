// What CloudNativePG 1.30 makes of its Clusters. Files cited are those of cloudnative-pg/cloudnative-pg.

import type { Manifest } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import { following } from './cloudnative-pg-archives.ts'
import { backups } from './cloudnative-pg-backups.ts'
import { instances } from './cloudnative-pg-pods.ts'
import type { MadeFact, MadeName, MadeObject, Maker, Near, Products } from './maker.ts'
import { countIn, listIn, textIn } from './values.ts'

const cloudNativePg = {
  operator: 'CloudNativePG 1.30',
  id: 'cloudnative-pg',
  group: 'postgresql.cnpg.io',
} as const

export const postgresCluster: Maker = { ...cloudNativePg, kind: 'Cluster', make: productsOf }

function productsOf(object: EstateObject, near: Near): Products {
  const { manifest } = object
  const spec = fieldsAt(manifest, 'spec')
  const count = countIn(spec, 'instances') ?? 1
  return {
    objects: [
      instances(manifest, count),
      ...services(manifest, spec, count),
      ...budget(manifest, spec, count),
      ...access(manifest),
      ...podMonitor(manifest, spec),
    ],
    facts: [replication(manifest, spec, count), ...backups(object, near), following(object, near)].filter(
      (fact) => fact !== undefined,
    ),
    names: secrets(manifest, spec),
  }
}

function metadata({ metadata: { name = '', namespace } }: Manifest, suffix = '') {
  return given({ name: `${name}${suffix}`, namespace, labels: { 'cnpg.io/cluster': name } })
}

// pkg/specs/services.go. One class of pods stands for all instances and each may be the primary, so all of them carry
// its role, and the Service of the replicas finds them where there are any.
function services(manifest: Manifest, spec: Fields, count: number): readonly MadeObject[] {
  const cluster = { 'cnpg.io/cluster': manifest.metadata.name ?? '' }
  const primary = { ...cluster, 'cnpg.io/instanceRole': 'primary' }
  const replica =
    count > 1 ? { ...cluster, 'cnpg.io/podRole': 'instance' } : { ...cluster, 'cnpg.io/instanceRole': 'replica' }
  const disabled = listIn(fieldsAt(spec, 'managed', 'services'), 'disabledDefaultServices')
  const selectors = { rw: primary, ro: replica, r: { ...cluster, 'cnpg.io/podRole': 'instance' } }
  const own = Object.entries(selectors)
    .filter(([suffix]) => !disabled.includes(suffix))
    .map(([suffix, selector]) => service(metadata(manifest, `-${suffix}`), {}, selector))
  const { namespace } = manifest.metadata
  // BuildManagedServices: a template for the Service, and the role of those that it leads to.
  const more = fieldsIn(fieldsAt(spec, 'managed', 'services').additional).flatMap((one) => {
    const template = fieldsAt(one, 'serviceTemplate')
    const { name, labels, annotations } = fieldsAt(template, 'metadata')
    const type = one.selectorType
    if (typeof name !== 'string' || (type !== 'rw' && type !== 'ro' && type !== 'r')) return []
    return service(given({ name, namespace, labels, annotations }), fieldsAt(template, 'spec'), selectors[type])
  })
  return [...own, ...more]
}

function service(metadata: object, spec: Fields, selector: object): MadeObject {
  const ports = [{ name: 'postgres', protocol: 'TCP', port: 5432, targetPort: 5432 }]
  return {
    manifest: {
      apiVersion: 'v1',
      kind: 'Service',
      metadata: metadata as Manifest['metadata'],
      spec: { type: 'ClusterIP', ports, ...spec, selector },
    },
  }
}

// pkg/specs/poddisruptionbudget.go: one primary must stay, and all replicas but one. The operator switches over when the
// primary's node is cordoned (internal/controller/cluster_controller.go), so with a second instance each of them may go,
// one at a time: said of all instances at once, as they are one class here. A single one has nowhere to switch to.
function budget(manifest: Manifest, spec: Fields, count: number): readonly MadeObject[] {
  const isOff = spec.enablePDB === false || fieldsAt(spec, 'nodeMaintenanceWindow').inProgress === true
  if (isOff || count === 0) return []
  return [
    {
      manifest: {
        apiVersion: 'policy/v1',
        kind: 'PodDisruptionBudget',
        metadata: metadata(manifest, count < 3 ? '-primary' : ''),
        spec: {
          minAvailable: Math.max(1, count - 1),
          selector: { matchLabels: { 'cnpg.io/cluster': manifest.metadata.name ?? '', 'cnpg.io/podRole': 'instance' } },
        },
      },
      from: { spec: 'spec.instances', 'spec.minAvailable': 'spec.instances' },
    },
  ]
}

// pkg/specs/serviceaccount.go, roles.go, rolebinding.go: all of the cluster's name; what the role allows is the operator's.
function access(manifest: Manifest): readonly MadeObject[] {
  const { name = '', namespace } = manifest.metadata
  const own = metadata(manifest)
  const rbac = 'rbac.authorization.k8s.io'
  return [
    { manifest: { apiVersion: 'v1', kind: 'ServiceAccount', metadata: own } },
    { manifest: { apiVersion: `${rbac}/v1`, kind: 'Role', metadata: own, rules: [] } },
    {
      manifest: {
        apiVersion: `${rbac}/v1`,
        kind: 'RoleBinding',
        metadata: own,
        roleRef: { apiGroup: rbac, kind: 'Role', name },
        subjects: [given({ kind: 'ServiceAccount', name, namespace })],
      },
    },
  ]
}

// pkg/specs/podmonitor.go.
function podMonitor(manifest: Manifest, spec: Fields): readonly MadeObject[] {
  if (fieldsAt(spec, 'monitoring').enablePodMonitor !== true) return []
  return [
    {
      manifest: {
        apiVersion: 'monitoring.coreos.com/v1',
        kind: 'PodMonitor',
        metadata: metadata(manifest),
        spec: {
          selector: { matchLabels: { 'cnpg.io/cluster': manifest.metadata.name ?? '', 'cnpg.io/podRole': 'instance' } },
          podMetricsEndpoints: [{ port: 'metrics' }],
        },
      },
      from: { spec: 'spec.monitoring' },
    },
  ]
}

// Streaming replication; synchronous where the cluster asks for it (api/v1/cluster_types.go: postgresql.synchronous, minSyncReplicas).
function replication(manifest: Manifest, spec: Fields, count: number): MadeFact | undefined {
  if (count < 2) return undefined
  const number = countIn(fieldsAt(spec, 'postgresql', 'synchronous'), 'number') ?? countIn(spec, 'minSyncReplicas') ?? 0
  const { name = '', namespace = '' } = manifest.metadata
  return {
    trait: 'replicates',
    of: `StatefulSet/${namespace}/${name}`,
    mode: number > 0 ? 'synchronous' : 'asynchronous',
    failover: 'automatic',
  }
}

// pkg/specs/secrets.go, CreateSecret: these keys for every user; certificates have those of kubernetes.io/tls.
const userKeys = [
  'username',
  'user',
  'password',
  'dbname',
  'host',
  'port',
  'pgpass',
  'uri',
  'jdbc-uri',
  'fqdn-uri',
  'fqdn-jdbc-uri',
]
const pairKeys = ['tls.crt', 'tls.key']

function secrets({ metadata: { name = '', namespace = '' } }: Manifest, spec: Fields): readonly MadeName[] {
  const user = textIn(fieldsAt(spec, 'bootstrap', 'initdb', 'secret'), 'name') === undefined
  const rows: readonly (readonly [suffix: string, keys: readonly string[], isMade: boolean])[] = [
    ['app', userKeys, user],
    [
      'superuser',
      userKeys,
      spec.enableSuperuserAccess === true && fieldsAt(spec, 'superuserSecret').name === undefined,
    ],
    ['ca', ['ca.crt', 'ca.key'], true],
    ['server', pairKeys, true],
    ['replication', pairKeys, true],
  ]
  const made = rows.filter(([, , isMade]) => isMade)
  return [
    ...made.map(([suffix, keys]): MadeName => ({ ref: `Secret/${namespace}/${name}-${suffix}`, keys })),
    { ref: `ConfigMap/${namespace}/cnpg-default-monitoring`, keys: ['queries'] },
  ]
}
