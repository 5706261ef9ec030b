// An estate as the scheduler would see it: its nodes and objects, and the pods that run already.

import type { Estate, EstateNode } from '../../estate/estate.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import { type Manifest, partsOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { nodeRoom } from '../capacity/node-room.ts'
import { budgetsOf } from '../disruption/budget.ts'
import { isSeen } from '../pods/is-seen.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsOf } from '../pods/untrusted.ts'
import { type EstatePod, podsInOrder } from './estate-pods.ts'
import { shownStanding, shownWaiting } from './estate-shown.ts'
import { estateStorage } from './estate-storage.ts'
import type { MadeVolumes, SchedulingCluster } from './scheduler.ts'

export interface EstateCluster {
  /** Pods that were seen on nodes stand there. */
  readonly cluster: SchedulingCluster
  readonly standing: readonly EstatePod[]
  /** In the order in which they ask for a place. */
  readonly waiting: readonly EstatePod[]
}

/** Nodes by name; what somebody estimates to be taken is taken off what they have. Neither argument is changed. */
export function estateCluster(estate: Estate, classes: readonly PodClass[]): EstateCluster {
  const nodes = [...estate.nodes].sort((a, b) => byCodePoint(a.name, b.name))
  const ordered = podsInOrder(classes, nodes)
  const standing = shownStanding(estate, ordered.standing)
  const waiting = shownWaiting(estate, ordered.waiting)
  const pods = [...standing, ...waiting]
  const isPicture = classes.some(isSeen)
  return {
    cluster: {
      nodes: nodes.map((node) => nodeManifest(estate, node)),
      pods: [...standing, ...waiting.filter(isNominated)].map(({ manifest }) => manifest),
      others: [
        ...objectsOf(estate),
        ...replicaSets(estate, classes),
        ...disruptionBudgets(estate, classes),
        ...estateStorage(estate, pods, isPicture),
      ],
      made: (name) => tieOf(estate, name),
    },
    standing,
    waiting,
  }
}

// Room is kept for it from the beginning.
function isNominated({ manifest }: EstatePod): boolean {
  return fieldsOf(manifest.status).nominatedNodeName !== undefined
}

function nodeManifest(estate: Estate, node: EstateNode): Manifest {
  const shown = estate.objects.find(({ ref }) => ref === `Node//${node.name}`)?.manifest
  const { images, declaredFeatures } = fieldsOf(shown?.status)
  const resources = new Set(['pods', 'cpu', 'memory', ...Object.keys(node.allocatable)])
  const allocatable = [...resources].map((name) => [name, formatQuantity(nodeRoom(estate, node, name).free)])
  return {
    apiVersion: 'v1',
    kind: 'Node',
    metadata: { name: node.name, labels: node.labels },
    spec: { taints: node.taints, unschedulable: fieldsOf(shown?.spec).unschedulable },
    status: { allocatable: Object.fromEntries(allocatable), images, declaredFeatures },
  }
}

const read: ReadonlySet<string> = new Set([
  'Namespace',
  'Service',
  'ReplicationController',
  'ReplicaSet',
  'StatefulSet',
  'CSINode',
  'CSIDriver',
  'CSIStorageCapacity',
  'VolumeAttachment',
  'DeviceClass',
])

function objectsOf({ objects }: Estate): readonly Manifest[] {
  return objects.filter(({ manifest }) => read.has(manifest.kind)).map(({ manifest, ref }) => placed(manifest, ref))
}

/** With what they allow as a picture shows it, else when all is well. */
function disruptionBudgets(estate: Estate, classes: readonly PodClass[]): readonly Manifest[] {
  const budgets = estate.objects.filter(({ manifest }) => manifest.kind === 'PodDisruptionBudget')
  const counted = budgets.every(({ manifest }) => 'disruptionsAllowed' in fieldsOf(manifest.status))
  const allowed = new Map(counted ? [] : budgetsOf(estate, classes).map((one) => [one.ref, one.allowed]))
  return budgets.map(({ manifest, ref }) => {
    const status = { disruptionsAllowed: allowed.get(ref), ...fieldsOf(manifest.status) }
    return placed({ ...manifest, status }, ref)
  })
}

// A file may leave the namespace to whoever applies it; the API server gives every namespace its name as a label.
function placed(manifest: Manifest, ref: Parameters<typeof partsOf>[0]): Manifest {
  const { namespace, name } = partsOf(ref)
  const { metadata } = manifest
  if (manifest.kind !== 'Namespace')
    return namespace === '' ? manifest : { ...manifest, metadata: { ...metadata, namespace } }
  const labels = { ...fieldsOf(metadata.labels), 'kubernetes.io/metadata.name': name } as Manifest['metadata']['labels']
  return { ...manifest, metadata: { ...metadata, ...(labels && { labels }) } }
}

/** What stands between a Deployment and its pods: by its selector the pods are spread where nobody says more. */
function replicaSets({ objects }: Estate, classes: readonly PodClass[]): readonly Manifest[] {
  const manifests = new Map(objects.map(({ ref, manifest }) => [ref, manifest]))
  return classes
    .filter(({ kind }) => kind === 'Deployment')
    .map(({ workload, namespace, name, labels }) => {
      const selector = fieldsOf(fieldsOf(manifests.get(workload)?.spec).selector)
      const revision = { 'pod-template-hash': labels['pod-template-hash'] ?? '' }
      const matchLabels = { ...fieldsOf(selector.matchLabels), ...revision }
      const spec = { selector: { ...selector, matchLabels } }
      return { apiVersion: 'apps/v1', kind: 'ReplicaSet', metadata: { name, namespace }, spec }
    })
}

function tieOf({ classes }: Estate, name: string): MadeVolumes {
  const bound = Object.hasOwn(classes, name) ? classes[name]?.bound : undefined
  return bound === undefined || bound === 'unknown' ? 'cluster' : bound
}
