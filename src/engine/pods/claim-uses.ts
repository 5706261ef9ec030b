import type { Estate, EstateObject } from '../../estate/estate.ts'
import { attachedBy } from '../../knowledge/provisioners.ts'
import { type PodSpec, partsOf, type Ref, type Volume } from '../../kubernetes/types.ts'
import { amountIn, amountsOf } from './amounts.ts'
import { type BoundVolume, boundVolumesOf } from './bound-volumes.ts'
import type { ClaimUse } from './pod-class.ts'
import { type Fields, fieldsIn, fieldsOf, textOf } from './untrusted.ts'

/** What the claims of a cluster are looked up in: claims by reference, classes by name. */
export interface Storage {
  readonly claims: ReadonlyMap<Ref, EstateObject>
  readonly classes: Estate['classes']
  readonly defaultClass: string
  readonly bound: ReadonlyMap<Ref, BoundVolume>
  /** CSI driver by class; empty where no node says how many volumes it attaches. */
  readonly drivers: ReadonlyMap<string, string>
}

/** With the volume that each claim is bound to, where all pods of the class use the same one. */
export function withVolumes(
  uses: readonly ClaimUse[],
  pods: { readonly namespace: string; readonly names: readonly string[] },
  { bound }: Storage,
): readonly ClaimUse[] {
  if (bound.size === 0) return uses
  return uses.map((use) => {
    const [pod, ...others] = pods.names
    const ordinal = pod?.slice(pod.lastIndexOf('-') + 1) ?? ''
    const claim = use.perPod ? use.claim.replace('#', ordinal) : use.claim
    const volume = bound.get(`PersistentVolumeClaim/${pods.namespace}/${claim}`)
    return volume === undefined || (use.perPod && others.length > 0) ? use : { ...use, volume }
  })
}

export function storageOf(estate: Estate): Storage {
  const claims = estate.objects.filter(
    ({ manifest }) => manifest.kind === 'PersistentVolumeClaim' && manifest.apiVersion === 'v1',
  )
  const defaults = Object.keys(estate.classes)
    .filter((name) => estate.classes[name]?.default)
    .sort()
  return {
    claims: new Map(claims.map((claim) => [claim.ref, claim])),
    classes: estate.classes,
    defaultClass: defaults[0] ?? '',
    bound: boundVolumesOf(estate.objects),
    drivers: driversOf(estate.objects),
  }
}

function driversOf(objects: readonly EstateObject[]): ReadonlyMap<string, string> {
  if (!objects.some(({ manifest }) => manifest.kind === 'CSINode')) return new Map()
  const classes = objects.filter(({ ref }) => ref.startsWith('StorageClass//'))
  return new Map(
    classes.flatMap(({ ref, manifest }) => {
      const driver = attachedBy(textOf(manifest.provisioner) ?? '')
      return driver ? [[partsOf(ref).name, driver] as const] : []
    }),
  )
}

/** Claims of a StatefulSet's templates, by the names that the controller gives them. */
export function templateClaims(workload: Ref, templates: readonly Fields[], storage: Storage): readonly ClaimUse[] {
  const { name } = partsOf(workload)
  return templates.map((template) => {
    const claim = `${textOf(fieldsOf(template.metadata).name) ?? ''}-${name}-#`
    return { claim, perPod: true, ...claimed(fieldsOf(template.spec), storage) }
  })
}

/** Claims that the volumes of a pod name, or make (`ephemeral`: one per pod, `<pod>-<volume>`). */
export function volumeClaims(workload: Ref, spec: PodSpec, storage: Storage): readonly ClaimUse[] {
  const { namespace, name } = partsOf(workload)
  return (fieldsIn(spec.volumes) as unknown as readonly Volume[]).flatMap((volume): ClaimUse[] => {
    const ephemeral = fieldsOf(fieldsOf(volume.ephemeral).volumeClaimTemplate).spec
    if (ephemeral)
      return [{ claim: `${name}-#-${volume.name}`, perPod: true, ...claimed(fieldsOf(ephemeral), storage) }]

    const claim = textOf(fieldsOf(volume.persistentVolumeClaim).claimName)
    if (claim === undefined || claim.includes('#')) return []
    const object = storage.claims.get(`PersistentVolumeClaim/${namespace}/${claim}`)
    const found = object && claimed(fieldsOf(object.manifest.spec), storage)
    return [{ claim, perPod: false, ...(found ?? { class: '', bound: 'unknown' }) }]
  })
}

function claimed(spec: Fields, storage: Storage): Omit<ClaimUse, 'claim' | 'perPod' | 'volume'> {
  const said = textOf(spec.storageClassName)
  const name = said ?? storage.defaultClass
  const bound = Object.hasOwn(storage.classes, name) ? storage.classes[name]?.bound : undefined
  const size = amountIn(amountsOf(fieldsOf(spec.resources).requests), 'storage')
  const driver = storage.drivers.get(name)
  return {
    class: name,
    ...(said === undefined && { isUsual: true }),
    bound: bound ?? 'unknown',
    ...(size && { size }),
    ...(driver && { driver }),
  }
}
