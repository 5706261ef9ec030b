// The instances of a CloudNativePG Cluster, said as a StatefulSet: names with ordinals from 1, volumes of their own.

import type { Manifest } from '../../kubernetes/types.ts'
import { given, unlessEmpty } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn } from '../import/fields.ts'
import type { MadeObject } from './maker.ts'
import { countIn, textIn } from './values.ts'

/** CloudNativePG 1.30: pkg/specs/pods.go:CreateClusterPodSpec, PodWithExistingStorage; pkg/specs/pvcs.go:CreatePVC. */
export function instances(manifest: Manifest, count: number): MadeObject {
  const { name = '', namespace } = manifest.metadata
  const spec = fieldsAt(manifest, 'spec')
  const labels = { 'cnpg.io/cluster': name, 'cnpg.io/podRole': 'instance' }
  const made: Manifest = {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: given({ name, namespace, labels: { 'cnpg.io/cluster': name } }),
    spec: {
      replicas: count,
      ordinals: { start: 1 },
      serviceName: `${name}-r`,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels: { ...inherited(spec), ...labels, 'cnpg.io/instanceRole': 'primary', role: 'primary' } },
        spec: podSpec(name, spec),
      },
      volumeClaimTemplates: claims(spec),
    },
  }
  return { manifest: made, from: origins }
}

const pod = 'spec.template.spec'
const origins = {
  'spec.replicas': 'spec.instances',
  'spec.volumeClaimTemplates': 'spec.storage',
  [`${pod}.affinity`]: 'spec.affinity',
  [`${pod}.nodeSelector`]: 'spec.affinity.nodeSelector',
  [`${pod}.tolerations`]: 'spec.affinity.tolerations',
  [`${pod}.topologySpreadConstraints`]: 'spec.topologySpreadConstraints',
  [`${pod}.priorityClassName`]: 'spec.priorityClassName',
  [`${pod}.imagePullSecrets`]: 'spec.imagePullSecrets',
  [`${pod}.containers.0.resources`]: 'spec.resources',
  [`${pod}.containers.0.env`]: 'spec.env',
  [`${pod}.containers.0.envFrom`]: 'spec.envFrom',
  [`${pod}.containers.0.image`]: 'spec.imageName',
}

function podSpec(cluster: string, spec: Fields): object {
  const resources = unlessEmpty(fieldsAt(spec, 'resources'))
  const image = textIn(spec, 'imageName') ?? 'ghcr.io/cloudnative-pg/postgresql'
  const ports = [
    { name: 'postgresql', containerPort: 5432, protocol: 'TCP' },
    { name: 'metrics', containerPort: 9187, protocol: 'TCP' },
    { name: 'status', containerPort: 8000, protocol: 'TCP' },
  ]
  const ready = { httpGet: { path: '/readyz', port: 8000, scheme: 'HTTPS' }, timeoutSeconds: 5, periodSeconds: 10 }
  return given({
    serviceAccountName: cluster,
    affinity: affinityOf(cluster, fieldsAt(spec, 'affinity')),
    nodeSelector: unlessEmpty(fieldsAt(spec, 'affinity', 'nodeSelector')),
    tolerations: listed(fieldsAt(spec, 'affinity').tolerations),
    topologySpreadConstraints: listed(spec.topologySpreadConstraints),
    priorityClassName: textIn(spec, 'priorityClassName'),
    schedulerName: textIn(spec, 'schedulerName'),
    imagePullSecrets: listed(spec.imagePullSecrets),
    terminationGracePeriodSeconds: countIn(spec, 'stopDelay') ?? 1800,
    securityContext: { runAsNonRoot: true, runAsUser: 26, runAsGroup: 26, fsGroup: 26, seccompProfile },
    initContainers: [given({ name: 'bootstrap-controller', image, resources, securityContext })],
    containers: [
      given({
        name: 'postgres',
        image,
        ports,
        env: listed(spec.env),
        envFrom: listed(spec.envFrom),
        resources,
        readinessProbe: ready,
        securityContext,
      }),
    ],
  })
}

const seccompProfile = { type: 'RuntimeDefault' }
const securityContext = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
  seccompProfile,
}

// pkg/specs/pods.go:CreateAffinitySection; on by default, preferred by default, by node by default.
function affinityOf(cluster: string, said: Fields): object | undefined {
  const added = fieldsAt(said, 'additionalPodAntiAffinity')
  const own = said.enablePodAntiAffinity === false ? {} : ownAffinity(cluster, said)
  const podAntiAffinity = {
    ...joined('requiredDuringSchedulingIgnoredDuringExecution', own, added),
    ...joined('preferredDuringSchedulingIgnoredDuringExecution', own, added),
  }
  return unlessEmpty(
    given({
      podAntiAffinity: unlessEmpty(podAntiAffinity),
      podAffinity: unlessEmpty(fieldsAt(said, 'additionalPodAffinity')),
      nodeAffinity: unlessEmpty(fieldsAt(said, 'nodeAffinity')),
    }),
  )
}

function ownAffinity(cluster: string, said: Fields): Fields {
  const term = {
    labelSelector: {
      matchExpressions: [
        { key: 'cnpg.io/cluster', operator: 'In', values: [cluster] },
        { key: 'cnpg.io/podRole', operator: 'In', values: ['instance'] },
      ],
    },
    topologyKey: textIn(said, 'topologyKey') ?? 'kubernetes.io/hostname',
  }
  return said.podAntiAffinityType === 'required'
    ? { requiredDuringSchedulingIgnoredDuringExecution: [term] }
    : { preferredDuringSchedulingIgnoredDuringExecution: [{ weight: 100, podAffinityTerm: term }] }
}

function joined(rule: string, own: Fields, added: Fields): Fields {
  const terms = [...fieldsIn(own[rule]), ...fieldsIn(added[rule])]
  return terms.length === 0 ? {} : { [rule]: terms }
}

// The names of real claims are `<instance>`, `<instance>-wal` and `<instance>-tbs-<name>`.
function claims(spec: Fields): readonly object[] {
  const tablespaces = fieldsIn(spec.tablespaces).map((one, index) => ({
    name: `tbs-${textIn(one, 'name') ?? index}`.replaceAll('_', '-'),
    storage: fieldsAt(one, 'storage'),
  }))
  const wal = fieldsAt(spec, 'walStorage')
  const all = [
    { name: 'pgdata', storage: fieldsAt(spec, 'storage') },
    ...(Object.keys(wal).length > 0 ? [{ name: 'pg-wal', storage: wal }] : []),
    ...tablespaces,
  ]
  return all.map(({ name, storage }) => ({ metadata: { name }, spec: claimSpec(storage) }))
}

function claimSpec(storage: Fields): object {
  const template = fieldsAt(storage, 'pvcTemplate')
  const size = textIn(storage, 'size')
  return given({
    accessModes: ['ReadWriteOnce'],
    ...template,
    storageClassName: textIn(storage, 'storageClass') ?? textIn(template, 'storageClassName'),
    resources:
      size === undefined ? (template.resources ?? { requests: { storage: '1Gi' } }) : { requests: { storage: size } },
  })
}

function inherited(spec: Fields): Fields {
  return fieldsAt(spec, 'inheritedMetadata', 'labels')
}

function listed(value: unknown): readonly Fields[] | undefined {
  return unlessEmpty(fieldsIn(value))
}
