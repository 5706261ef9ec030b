// What pods use that the board does not follow: then no proof says that they have a place, and some proofs say nothing at all.

import type { Estate } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { ClaimUse, PodClass } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import { featuresWanted } from '../scheduling/node-filters.ts'
import { otherScheduler, servedBy } from '../scheduling/unmodelled.ts'
import { unmodelledSays as says } from '../scheduling/unmodelled-says.ts'
import { disksOf } from '../scheduling/volume-restrictions.ts'
import { zoneKeys } from '../scheduling/volume-zone.ts'

export interface Unmodelled {
  readonly says: string
  /** A node may take such pods though all that is followed here refuses them; else it refuses more, never less. */
  readonly isOpen?: true
  /** Only in the way while the pod that was there before is Terminating. */
  readonly isOwn?: true
}

export interface UnmodelledIn {
  /** Sorted as they are said; mostly none. */
  readonly usesOf: (pod: PodClass) => readonly Unmodelled[]
  /** Whether a resource may come from a DeviceClass, so that no node has to list it. */
  readonly isServed: (resource: string) => boolean
}

/** What counts of it: when all is well, or after nodes have fallen silent, or were removed. */
export function usesWhen(
  { unmodelled }: { readonly unmodelled: readonly Unmodelled[] },
  state: 'well' | 'silent' | 'removed',
): readonly Unmodelled[] {
  return state === 'silent' || unmodelled.length === 0 ? unmodelled : unmodelled.filter(({ isOwn }) => !isOwn)
}

const none: readonly Unmodelled[] = []

export function unmodelledIn({ objects }: Estate, classes: readonly PodClass[]): UnmodelledIn {
  const { served, claims } = saidBy(objects)
  const disks = diskUsers(classes)
  const users = claims.single.size === 0 ? new Map<Ref, number>() : claimUsers(classes)
  return {
    isServed: (resource) => served.has(resource),
    usesOf: (pod) => {
      const all = [
        ...inSpec(pod),
        ...(served.size === 0
          ? []
          : Object.keys(pod.requests)
              .filter((name) => served.has(name))
              .map(device)),
        ...(disks.size === 0 ? [] : disksIn(pod).filter((kind) => (disks.get(kind) ?? 0) > 1)).map((kind) =>
          refusing(says.disk(kind)),
        ),
        ...(claims.zoned.size + claims.single.size === 0
          ? []
          : pod.claims.flatMap((use) => inClaim(idOf(pod, use), use, claims, users))),
      ]
      return all.length === 0 ? none : all.sort((a, b) => (a.says < b.says ? -1 : 1))
    },
  }
}

interface Said {
  /** Resources that come from DeviceClasses. */
  readonly served: ReadonlySet<string>
  readonly claims: ToldClaims
}

const saidOf = new WeakMap<Estate['objects'], Said>()

// The same for every board of an estate, and there is one for each of its pods.
function saidBy(objects: Estate['objects']): Said {
  const known = saidOf.get(objects)
  if (known) return known
  const said = { served: new Set(objects.flatMap(({ manifest }) => servedBy(manifest))), claims: toldClaims(objects) }
  saidOf.set(objects, said)
  return said
}

function refusing(words: string): Unmodelled {
  return { says: words }
}

function device(resource: string): Unmodelled {
  return { says: says.deviceClass(resource), isOpen: true }
}

function inSpec({ spec }: PodClass): readonly Unmodelled[] {
  const scheduler = otherScheduler(spec.schedulerName)
  const found = [
    ...(listOf(spec.resourceClaims).length > 0 ? [says.devices()] : []),
    ...(spec.schedulingGroup === undefined ? [] : [says.podGroup()]),
    ...(listOf(spec.schedulingGates).length > 0 ? [says.gates()] : []),
    ...featuresWanted(spec).map(({ feature }) => says.feature(feature)),
  ].map(refusing)
  return scheduler === undefined ? found : [...found, { says: says.scheduler(scheduler), isOpen: true }]
}

function disksIn({ spec }: PodClass): readonly string[] {
  return spec.volumes === undefined ? [] : disksOf(fieldsIn(spec.volumes))
}

/** By kind: how many pods mount such disks; one alone is in nobody's way. */
function diskUsers(classes: readonly PodClass[]): ReadonlyMap<string, number> {
  const users = new Map<string, number>()
  for (const pod of classes) for (const kind of disksIn(pod)) users.set(kind, (users.get(kind) ?? 0) + pod.count)
  return users
}

function claimUsers(classes: readonly PodClass[]): ReadonlyMap<Ref, number> {
  const users = new Map<Ref, number>()
  for (const pod of classes)
    for (const use of pod.claims.filter(({ perPod }) => !perPod))
      users.set(idOf(pod, use), (users.get(idOf(pod, use)) ?? 0) + pod.count)
  return users
}

function inClaim(
  ref: Ref,
  { perPod }: ClaimUse,
  { zoned, single }: ToldClaims,
  users: ReadonlyMap<Ref, number>,
): readonly Unmodelled[] {
  const volume = zoned.get(ref)
  const isSingle = !perPod && single.has(ref)
  return [
    ...(volume === undefined ? [] : [refusing(says.zoneLabel(volume))]),
    ...(isSingle
      ? [{ says: says.single(partsOf(ref).name), ...((users.get(ref) ?? 0) <= 1 && { isOwn: true as const }) }]
      : []),
  ]
}

/** Of a template's claims the first stands for all of them. */
function idOf({ namespace, podNames: [first = ''] }: PodClass, { claim, perPod }: ClaimUse): Ref {
  const ordinal = first.slice(first.lastIndexOf('-') + 1)
  return `PersistentVolumeClaim/${namespace}/${perPod ? claim.replace('#', ordinal) : claim}`
}

interface ToldClaims {
  /** Bound to a volume that says by a label alone where it lies: that volume. */
  readonly zoned: ReadonlyMap<Ref, string>
  /** For one pod only. */
  readonly single: ReadonlySet<Ref>
}

function toldClaims(objects: Estate['objects']): ToldClaims {
  const volumes = new Set<string>()
  const zoned = new Map<Ref, string>()
  const single = new Set<Ref>()
  for (const { manifest, ref } of objects) {
    if (manifest.kind !== 'PersistentVolume') continue
    const { claimRef, nodeAffinity } = fieldsOf(manifest.spec)
    const labels = fieldsOf(manifest.metadata.labels)
    if (nodeAffinity !== undefined || !zoneKeys.some((key) => Object.hasOwn(labels, key))) continue
    const { namespace, name } = fieldsOf(claimRef)
    const volume = partsOf(ref).name
    volumes.add(volume)
    if (textOf(name)) zoned.set(`PersistentVolumeClaim/${textOf(namespace) ?? ''}/${textOf(name)}`, volume)
  }
  for (const { manifest, ref } of objects) {
    if (manifest.kind !== 'PersistentVolumeClaim') continue
    const { accessModes, volumeName } = fieldsOf(manifest.spec)
    if (listOf(accessModes).includes('ReadWriteOncePod')) single.add(ref)
    const volume = textOf(volumeName) ?? ''
    if (volumes.has(volume)) zoned.set(ref, volume)
  }
  return { zoned, single }
}
