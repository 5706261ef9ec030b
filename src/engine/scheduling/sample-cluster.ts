// Small clusters for tests, as an API server would return their objects.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsOf } from '../pods/untrusted.ts'

type Values = { readonly [field: string]: unknown }

/** `sampleNode('n1')` has 4 cores, 8Gi, 10 pods, its hostname, and zone a. */
export function sampleNode(name: string, { labels, allocatable, status, ...spec }: Values = {}): Manifest {
  const own = { 'kubernetes.io/hostname': name, 'topology.kubernetes.io/zone': 'a' }
  const all = Object.entries({ ...own, ...fieldsOf(labels) }).filter(([, value]) => value !== null)
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name, labels: Object.fromEntries(all) as { readonly [key: string]: string } },
    spec,
    status: { allocatable: { cpu: '4', memory: '8Gi', pods: '10', ...fieldsOf(allocatable) }, ...fieldsOf(status) },
  }
}

/** `samplePod('web', { nodeName: 'n1' })` asks for one core and 1Gi, in the namespace shop, with the label app=web. */
export function samplePod(name: string, given: Values = {}): Manifest {
  const { labels = { app: name }, namespace = 'shop', metadata, status, requests, container, ...spec } = given
  const resources = { requests: requests ?? { cpu: '1', memory: '1Gi' } }
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: {
      name,
      namespace: String(namespace),
      uid: name,
      labels: labels as Values & Manifest['metadata']['labels'],
      ...fieldsOf(metadata),
    },
    spec: { containers: [{ name: 'main', image: 'web:1', resources, ...fieldsOf(container) }], ...spec },
    status: fieldsOf(status),
  }
}

export function sampleObject(kind: string, name: string, fields: Values = {}): Manifest {
  const { metadata, namespace, apiVersion = 'v1', ...rest } = fields
  return {
    apiVersion: String(apiVersion),
    kind,
    metadata: { name, ...(namespace !== undefined && { namespace: String(namespace) }), ...fieldsOf(metadata) },
    ...rest,
  }
}

/** A volume of a pod that uses the claim. */
export function claimVolume(claimName: string): { readonly volumes: readonly Values[] } {
  return { volumes: [{ name: 'data', persistentVolumeClaim: { claimName } }] }
}

/** A claim of shop for 1Gi of the class `disk`; bound to a volume where one is named. */
export function sampleClaim(name: string, { volumeName, ...spec }: Values = {}): Manifest {
  const annotations = volumeName === undefined ? {} : { 'pv.kubernetes.io/bind-completed': 'yes' }
  const asked = {
    accessModes: ['ReadWriteOnce'],
    storageClassName: 'disk',
    resources: { requests: { storage: '1Gi' } },
  }
  return sampleObject('PersistentVolumeClaim', name, {
    namespace: 'shop',
    metadata: { annotations },
    spec: { ...asked, ...(volumeName !== undefined && { volumeName }), ...spec },
  })
}

/** A free volume of the class `disk` with 1Gi; on one node where one is named. */
export function sampleVolume(name: string, { node, labels, ...spec }: Values = {}): Manifest {
  const requirement = { key: 'kubernetes.io/hostname', operator: 'In', values: [node] }
  const nodeAffinity = { required: { nodeSelectorTerms: [{ matchExpressions: [requirement] }] } }
  const own = { accessModes: ['ReadWriteOnce'], storageClassName: 'disk', capacity: { storage: '1Gi' } }
  return sampleObject('PersistentVolume', name, {
    metadata: { labels: fieldsOf(labels) },
    spec: { ...own, ...(node !== undefined && { nodeAffinity }), ...spec },
    status: { phase: 'Available' },
  })
}

/** The class `disk`, which waits for a pod; nothing provisions it but what is named. */
export function sampleClass(fields: Values = {}): Manifest {
  const own = { provisioner: 'kubernetes.io/no-provisioner', volumeBindingMode: 'WaitForFirstConsumer' }
  return sampleObject('StorageClass', 'disk', { apiVersion: 'storage.k8s.io/v1', ...own, ...fields })
}

/** Anti-affinity, required, to pods with these labels. */
export function apartFrom(app: string, topologyKey = 'kubernetes.io/hostname', more: Values = {}): Values {
  return {
    affinity: { podAntiAffinity: { [required]: [{ topologyKey, labelSelector: { matchLabels: { app } }, ...more }] } },
  }
}

/** Affinity, required, to pods with these labels. */
export function nearTo(app: string, topologyKey = 'kubernetes.io/hostname', more: Values = {}): Values {
  return {
    affinity: { podAffinity: { [required]: [{ topologyKey, labelSelector: { matchLabels: { app } }, ...more }] } },
  }
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution'

/** A spread constraint over pods with these labels. */
export function spreadOver(topologyKey: string, app: string, more: Values = {}): Values {
  const constraint = {
    maxSkew: 1,
    topologyKey,
    whenUnsatisfiable: 'DoNotSchedule',
    labelSelector: { matchLabels: { app } },
  }
  return { topologySpreadConstraints: [{ ...constraint, ...more }] }
}
