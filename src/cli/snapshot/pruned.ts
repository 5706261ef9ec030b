// What a snapshot keeps of an object: what decides something. What people or tools noted beside it goes.

import { type Fields, fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { keptByName } from '../../estate/snapshot.ts'

/** The object without what no question reads; undefined for one that decides nothing. */
export function pruned(object: Fields): Fields | undefined {
  if (isOver(object)) return undefined
  const { metadata: _, status, data, binaryData, spec, ...rest } = object
  const kept = statusOf(`${object.kind}`, fieldsAt({ status }, 'status'))
  return {
    ...rest,
    metadata: metadataOf(object.kind, fieldsAt(object, 'metadata')),
    ...(spec !== undefined && !keptByName.has(`${object.kind}`) && { spec: specOf(object) }),
    ...(data !== undefined && { data: withoutValues(data) }),
    ...(binaryData !== undefined && { binaryData: withoutValues(binaryData) }),
    ...(Object.keys(kept).length > 0 && { status: kept }),
  }
}

// ReplicaSets of older revisions have no pods.
function isOver(object: Fields): boolean {
  if (object.kind !== 'ReplicaSet') return false
  const owners = fieldsIn(fieldsAt(object, 'metadata').ownerReferences)
  return fieldsAt(object, 'spec').replicas === 0 && owners.length > 0
}

const metadataKept = [
  'name',
  'namespace',
  'labels',
  'annotations',
  'ownerReferences',
  'deletionTimestamp',
  'finalizers',
]

function metadataOf(kind: unknown, metadata: Fields): Fields {
  // Whether a budget has been counted as it stands is told by the number of the spec that was counted.
  const kept = picked(metadata, kind === 'PodDisruptionBudget' ? [...metadataKept, 'generation'] : metadataKept)
  if (kept.annotations === undefined) return kept
  // The whole manifest stands in it once more.
  const { 'kubectl.kubernetes.io/last-applied-configuration': _, ...annotations } = fieldsAt(kept, 'annotations')
  return { ...kept, annotations }
}

const statusKept: { readonly [kind: string]: readonly string[] } = {
  Node: ['allocatable', 'capacity', 'nodeInfo'],
  Namespace: ['phase'],
  Pod: ['phase', 'conditions', 'nominatedNodeName'],
  PersistentVolume: ['phase'],
  PersistentVolumeClaim: ['phase', 'capacity'],
  ResourceQuota: ['hard', 'used'],
  PodDisruptionBudget: [
    'observedGeneration',
    'disruptionsAllowed',
    'currentHealthy',
    'desiredHealthy',
    'expectedPods',
    'disruptedPods',
  ],
  Deployment: ['replicas', 'readyReplicas'],
  StatefulSet: ['replicas', 'readyReplicas', 'currentRevision', 'updateRevision'],
  ReplicaSet: ['replicas', 'readyReplicas', 'availableReplicas'],
  DaemonSet: ['desiredNumberScheduled', 'numberReady'],
  HorizontalPodAutoscaler: ['currentReplicas', 'desiredReplicas'],
  Job: ['active', 'succeeded', 'failed'],
}

function statusOf(kind: string, status: Fields): Fields {
  const kept = picked(status, Object.hasOwn(statusKept, kind) ? (statusKept[kind] ?? []) : [])
  if (kept.conditions === undefined) return kept
  // How long a pod has been ready is what `minReadySeconds` asks.
  const conditions = fieldsIn(kept.conditions).map((condition) =>
    picked(condition, ['type', 'status', ...(condition.type === 'Ready' ? ['lastTransitionTime'] : [])]),
  )
  return { ...kept, conditions }
}

function specOf(object: Fields): unknown {
  return object.kind === 'CustomResourceDefinition' ? definitionOf(object) : object.spec
}

// Schemas are most of what a definition is; which kinds there are is what is asked.
function definitionOf(object: Fields): Fields {
  const spec = fieldsAt(object, 'spec')
  const versions = fieldsIn(spec.versions).map((version) => picked(version, ['name', 'served', 'storage']))
  return { ...picked(spec, ['group', 'names', 'scope']), versions }
}

// The keys of a ConfigMap are what pods refer to; its values may be anything.
function withoutValues(data: unknown): Fields {
  const keys = Object.keys(fieldsAt({ data }, 'data'))
  return Object.fromEntries(keys.map((key) => [key, '']))
}

function picked(fields: Fields, names: readonly string[]): Fields {
  return Object.fromEntries(names.filter((name) => Object.hasOwn(fields, name)).map((name) => [name, fields[name]]))
}
