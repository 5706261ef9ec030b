// Claims, volumes and classes of an estate. A picture of a cluster shows all there are, and they count as they are. Files
// show what is asked for: what is not bound yet can be made wherever its class allows, and what nobody shows is reachable
// from everywhere.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { formatQuantity } from '../../kubernetes/quantity.ts'
import type { Manifest } from '../../kubernetes/types.ts'
import type { ClaimUse } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import type { EstatePod } from './estate-pods.ts'

export function estateStorage(
  { objects }: Estate,
  pods: readonly EstatePod[],
  isPicture: boolean,
): readonly Manifest[] {
  const shown = new Map(objects.map((object) => [object.ref as string, object]))
  const volumes = objects.filter(({ manifest }) => manifest.kind === 'PersistentVolume')
  const kept = keptVolumes(volumes)
  const claims = new Map(
    pods.flatMap((one) => claimsOf(one, shown, kept, isPicture)).map((claim) => [idOf(claim.metadata), claim]),
  )
  const named = new Set(volumes.map(({ manifest }) => manifest.metadata.name ?? ''))
  const bound = [...claims.values()].map(({ spec }) => textOf(fieldsOf(spec).volumeName) ?? '')
  const unseen = isPicture ? [] : [...new Set(bound)].filter((name) => name !== '' && !named.has(name))
  const classes = new Set([...claims.values()].map(({ spec }) => textOf(fieldsOf(spec).storageClassName) ?? ''))
  return [
    ...claims.values(),
    ...volumes.map(({ manifest }) => withPhase(manifest)),
    ...unseen.map((name) => ({ apiVersion: 'v1', kind: 'PersistentVolume', metadata: { name }, spec: {} })),
    ...[...classes].map((name) => classOf(name, shown, volumes, isPicture)),
  ]
}

function idOf({ namespace, name }: Manifest['metadata']): string {
  return `${namespace}/${name}`
}

/** By claim: the volume that names it. */
function keptVolumes(volumes: readonly EstateObject[]): ReadonlyMap<string, string> {
  return new Map(
    volumes.flatMap(({ manifest }) => {
      const { namespace, name } = fieldsOf(fieldsOf(manifest.spec).claimRef)
      return textOf(name) === undefined ? [] : [[`${textOf(namespace)}/${name}`, manifest.metadata.name ?? '']]
    }),
  )
}

function claimsOf(
  { pod, manifest, name }: EstatePod,
  shown: ReadonlyMap<string, EstateObject>,
  kept: ReadonlyMap<string, string>,
  isPicture: boolean,
): readonly Manifest[] {
  const ordinal = name.slice(name.lastIndexOf('-') + 1)
  return fieldsIn(fieldsOf(manifest.spec).volumes).flatMap((volume) => {
    const isEphemeral = volume.ephemeral !== undefined && volume.ephemeral !== null
    const claim = isEphemeral
      ? `${name}-${textOf(volume.name) ?? ''}`
      : textOf(fieldsOf(volume.persistentVolumeClaim).claimName)
    if (claim === undefined) return []
    const use = pod.claims.find(
      (one) => one.claim.replace('#', ordinal) === claim || isNamedByPod(one, pod.name, volume),
    )
    const object = shown.get(`PersistentVolumeClaim/${pod.namespace}/${claim}`)
    if (isPicture && object) return [shownClaim(object.manifest, manifest)]
    // Of a pod that is there the claim is there as well, as soon as its controller has made it.
    if (isPicture && (isEphemeral ? pod.kind === 'Pod' : !use?.perPod)) return []
    const made = claimManifest({
      namespace: pod.namespace,
      name: claim,
      use,
      object,
      volume: kept.get(`${pod.namespace}/${claim}`),
    })
    const owner = { apiVersion: 'v1', kind: 'Pod', name, uid: manifest.metadata.uid, controller: true }
    return [isEphemeral ? { ...made, metadata: { ...made.metadata, ownerReferences: [owner] } } : made]
  })
}

// Pods are made anew here, without the identity that a claim of theirs knows them by.
function shownClaim(claim: Manifest, { metadata }: Manifest): Manifest {
  const owners = fieldsIn(claim.metadata.ownerReferences).map((owner) =>
    owner.kind === 'Pod' && owner.name === metadata.name ? { ...owner, uid: metadata.uid } : owner,
  )
  return { ...claim, metadata: { ...claim.metadata, namespace: metadata.namespace ?? '', ownerReferences: owners } }
}

function isNamedByPod({ claim }: ClaimUse, workload: string, volume: { readonly name?: unknown }): boolean {
  return claim === `${workload}-#-${textOf(volume.name) ?? ''}`
}

interface ClaimGiven {
  readonly namespace: string
  readonly name: string
  readonly use: ClaimUse | undefined
  readonly object: EstateObject | undefined
  readonly volume: string | undefined
}

function claimManifest({ namespace, name, use, object, volume }: ClaimGiven): Manifest {
  const spec = fieldsOf(object?.manifest.spec)
  const volumeName = textOf(spec.volumeName) || volume
  const { size } = use ?? {}
  const modes = listOf(spec.accessModes)
  const own = {
    accessModes: modes.length > 0 ? modes : ['ReadWriteOnce'],
    storageClassName: use?.class || unknownClass,
  }
  const resources = size ? { requests: { storage: formatQuantity(size) } } : spec.resources
  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: {
      namespace,
      name,
      uid: `${namespace}/${name}`,
      ...(volumeName && { annotations: { 'pv.kubernetes.io/bind-completed': 'yes' } }),
    },
    spec: { ...spec, ...own, resources, ...(volumeName && { volumeName }) },
  }
}

const unknownClass = 'unknown'

function withPhase(manifest: Manifest): Manifest {
  const status = fieldsOf(manifest.status)
  return status.phase === undefined ? { ...manifest, status: { ...status, phase: 'Available' } } : manifest
}

/** Waits for a pod, as a claim of it is bound before its pods come; volumes that nobody shows are made by somebody. */
function classOf(
  name: string,
  shown: ReadonlyMap<string, EstateObject>,
  volumes: readonly EstateObject[],
  isPicture: boolean,
): Manifest {
  const found = shown.get(`StorageClass//${name}`)?.manifest
  if (isPicture && found) return found
  const isStatic = volumes.some(({ manifest }) => fieldsOf(manifest.spec).storageClassName === name)
  const written = textOf(found?.provisioner) ?? ''
  const isMade = !isStatic && (written === '' || written === 'kubernetes.io/no-provisioner')
  return {
    ...(found ?? { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name } }),
    provisioner: isMade ? unknownClass : written,
    volumeBindingMode: 'WaitForFirstConsumer',
  }
}
