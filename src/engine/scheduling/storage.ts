// Claims, volumes and classes as the scheduler's listers and caches hold them.
// Source: pkg/scheduler/framework/plugins/volumebinding/{binder,assume_cache}.go (kubernetes v1.36.3),
// k8s.io/component-helpers@v0.36.3/storage/volume/{helpers,pv_helpers}.go.

import { type Quantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { LabelSelector, Labels, Manifest, NodeSelectorTerm } from '../../kubernetes/types.ts'
import { amountIn, amountsOf } from '../pods/amounts.ts'
import { nodeTermsOf } from '../pods/node-terms.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf, textsOf } from '../pods/untrusted.ts'
import { selectorOf } from './affinity-terms.ts'
import type { SchedulingCluster } from './scheduler.ts'

export interface Claim {
  readonly namespace: string
  readonly name: string
  readonly uid: string
  /** Of the pod for whose ephemeral volume it was made. */
  readonly ownerUid: string | undefined
  readonly class: string
  volume: string
  /** The volume controller has finished. */
  isBound: boolean
  readonly isLost: boolean
  readonly isEnding: boolean
  readonly modes: readonly string[]
  readonly volumeMode: string
  readonly attributesClass: string
  readonly selector: LabelSelector | undefined
  readonly asks: Quantity | undefined
  /** Where a volume is being made for it; set as soon as a pod that uses it has a node. */
  selectedNode: string | undefined
}

export interface Volume {
  readonly name: string
  readonly class: string
  readonly capacity: Quantity
  readonly modes: readonly string[]
  readonly volumeMode: string
  readonly attributesClass: string
  readonly labels: Labels
  isAvailable: boolean
  readonly isEnding: boolean
  /** Nodes from which it can be reached; absent: from all. */
  readonly nodes: readonly NodeSelectorTerm[] | undefined
  readonly source: Fields
  /** The claim that it is kept for. */
  claim: { readonly namespace: string; readonly name: string; readonly uid: string } | undefined
}

export interface StorageClass {
  readonly name: string
  readonly provisioner: string
  readonly bindingMode: string | undefined
  readonly topologies: readonly Fields[]
}

export interface Storage {
  readonly claims: ReadonlyMap<string, Claim>
  /** Grows where volumes are made. */
  readonly volumes: Map<string, Volume>
  /** By name, so that of volumes of one size the first by name is taken. */
  readonly volumesOfClass: ReadonlyMap<string, readonly Volume[]>
  readonly classes: ReadonlyMap<string, StorageClass>
  /** Specs and annotations of CSINodes, by node. */
  readonly csiNodes: ReadonlyMap<string, Manifest>
  readonly drivers: ReadonlyMap<string, Fields>
  readonly capacities: readonly Fields[]
  /** Specs of VolumeAttachments, by node. */
  readonly attachments: ReadonlyMap<string, readonly Fields[]>
  readonly made: NonNullable<SchedulingCluster['made']>
}

export function storageOf({ others, made }: Pick<SchedulingCluster, 'others' | 'made'>): Storage {
  const of = (kind: string) => others.filter((one) => one.kind === kind)
  const named = (kind: string) => of(kind).map((one) => [textOf(one.metadata.name) ?? '', one] as const)
  const volumes = of('PersistentVolume').map(volumeOf).sort(byName)
  const attachments = of('VolumeAttachment').map(({ spec }) => fieldsOf(spec))
  return {
    claims: new Map(
      of('PersistentVolumeClaim')
        .map((one) => claimOf(one))
        .map((one) => [claimId(one), one]),
    ),
    volumes: new Map(volumes.map((one) => [one.name, one])),
    volumesOfClass: Map.groupBy(volumes, (one) => one.class),
    classes: new Map(
      of('StorageClass')
        .map(classOf)
        .map((one) => [one.name, one]),
    ),
    csiNodes: new Map(named('CSINode')),
    drivers: new Map(named('CSIDriver').map(([name, { spec }]) => [name, fieldsOf(spec)])),
    capacities: of('CSIStorageCapacity'),
    attachments: Map.groupBy(attachments, ({ nodeName }) => textOf(nodeName) ?? ''),
    made: made ?? (() => undefined),
  }
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : a.name > b.name ? 1 : 0
}

function claimId({ namespace, name }: { readonly namespace: string; readonly name: string }): string {
  return `${namespace}/${name}`
}

const betaClass = 'volume.beta.kubernetes.io/storage-class'

function claimOf({ metadata, spec: written, status }: Manifest): Claim {
  const spec = fieldsOf(written)
  const notes = textsOf(metadata.annotations)
  const volume = textOf(spec.volumeName) ?? ''
  const owner = fieldsIn(metadata.ownerReferences).find(({ controller }) => controller === true)
  return {
    namespace: textOf(metadata.namespace) ?? 'default',
    name: textOf(metadata.name) ?? '',
    uid: textOf(metadata.uid) ?? '',
    ownerUid: owner && (textOf(owner.uid) ?? ''),
    class: notes[betaClass] ?? textOf(spec.storageClassName) ?? '',
    volume,
    isBound: volume !== '' && Object.hasOwn(notes, 'pv.kubernetes.io/bind-completed'),
    isLost: fieldsOf(status).phase === 'Lost',
    isEnding: textOf(metadata.deletionTimestamp) !== undefined,
    modes: textsIn(spec.accessModes),
    volumeMode: textOf(spec.volumeMode) ?? 'Filesystem',
    attributesClass: textOf(spec.volumeAttributesClassName) ?? '',
    selector: selectorOf(spec.selector),
    asks: amountIn(amountsOf(fieldsOf(spec.resources).requests), 'storage'),
    selectedNode: Object.hasOwn(notes, selectedNode) ? notes[selectedNode] : undefined,
  }
}

const selectedNode = 'volume.kubernetes.io/selected-node'

function volumeOf({ metadata, spec: written, status }: Manifest): Volume {
  const spec = fieldsOf(written)
  const required = fieldsOf(spec.nodeAffinity).required
  const { namespace, name, uid } = fieldsOf(spec.claimRef)
  return {
    name: textOf(metadata.name) ?? '',
    class: textsOf(metadata.annotations)[betaClass] ?? textOf(spec.storageClassName) ?? '',
    capacity: amountIn(amountsOf(spec.capacity), 'storage') ?? zeroQuantity,
    modes: textsIn(spec.accessModes),
    volumeMode: textOf(spec.volumeMode) ?? 'Filesystem',
    attributesClass: textOf(spec.volumeAttributesClassName) ?? '',
    labels: textsOf(metadata.labels),
    isAvailable: fieldsOf(status).phase === 'Available',
    isEnding: textOf(metadata.deletionTimestamp) !== undefined,
    nodes: required === undefined ? undefined : nodeTermsOf(fieldsOf(required).nodeSelectorTerms),
    source: spec,
    claim:
      spec.claimRef === undefined
        ? undefined
        : { namespace: textOf(namespace) ?? '', name: textOf(name) ?? '', uid: textOf(uid) ?? '' },
  }
}

function classOf({ metadata, provisioner, volumeBindingMode, allowedTopologies }: Manifest): StorageClass {
  return {
    name: textOf(metadata.name) ?? '',
    provisioner: textOf(provisioner) ?? '',
    bindingMode: textOf(volumeBindingMode) ?? 'Immediate',
    topologies: fieldsIn(allowedTopologies),
  }
}

function textsIn(value: unknown): readonly string[] {
  return listOf(value).filter((one) => typeof one === 'string')
}
