// Claims behind the volumes of a pod: those that it names, and those made for its ephemeral volumes.

import { type Fields, fieldsOf, textOf } from '../pods/untrusted.ts'
import type { SchedulingPod } from './scheduling-pod.ts'
import type { Claim, Storage } from './storage.ts'

export interface VolumeUse {
  readonly volume: Fields
  readonly path: readonly (string | number)[]
  /** Name of the claim; absent for volumes that have none. */
  readonly claim?: string
  readonly isEphemeral: boolean
}

export function volumeUses({ volumes, name }: SchedulingPod): readonly VolumeUse[] {
  return volumes.map((volume, index) => {
    const path = ['spec', 'volumes', index]
    if (isSet(volume.persistentVolumeClaim)) {
      const claim = textOf(fieldsOf(volume.persistentVolumeClaim).claimName) ?? ''
      return { volume, path, claim, isEphemeral: false }
    }
    // k8s.io/component-helpers@v0.36.3/storage/ephemeral/ephemeral.go:40.
    if (isSet(volume.ephemeral)) {
      return { volume, path, claim: `${name}-${textOf(volume.name) ?? ''}`, isEphemeral: true }
    }
    return { volume, path, isEphemeral: false }
  })
}

export function isSet(value: unknown): boolean {
  return value !== undefined && value !== null
}

/** Whether a claim was made for this very pod (ephemeral.go:49). */
export function isMadeFor({ manifest }: SchedulingPod, { ownerUid }: Claim): boolean {
  return ownerUid !== undefined && ownerUid === (textOf(fieldsOf(manifest.metadata).uid) ?? '')
}

/** Whether one of its ephemeral volumes has a claim that was made for somebody else. */
export function usesStrayClaim(pod: SchedulingPod, { claims }: Storage): boolean {
  if (!pod.volumes.some(({ ephemeral }) => isSet(ephemeral))) return false
  return volumeUses(pod).some(({ claim: name, isEphemeral }) => {
    const claim = claims.get(`${pod.namespace}/${name ?? ''}`)
    return isEphemeral && claim !== undefined && !isMadeFor(pod, claim)
  })
}
