import type { ClaimSpec, Manifest } from '../../kubernetes/types.ts'
import type { Backup, State } from '../../platform/component.ts'
import type { Environment } from '../../platform/model.ts'
import { given } from '../given.ts'
import { metadataOf } from './metadata.ts'
import { type Placed, statesOf } from './placed.ts'

/** What is asked of a volume; unless somebody says more, one node writes to it, as all node-bound and zonal ones allow. */
export function claimSpec(size: string, storageClass: string | undefined, mode = 'ReadWriteOnce'): ClaimSpec {
  return given<ClaimSpec>({
    accessModes: [mode],
    storageClassName: storageClass,
    resources: { requests: { storage: size } },
  })
}

/** The claims that all pods of a workload share; a StatefulSet has templates instead. */
export function stateClaims(placed: Placed): readonly Manifest[] {
  if (placed.workload.controller === 'StatefulSet' || placed.workload.controller === 'outside') return []
  return statesOf(placed).map((state) => ({
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf(placed, sharedClaimName(placed, state)),
    spec: claimSpec(state.size, state.class, state.accessMode),
  }))
}

export function sharedClaimName({ workload }: Placed, { claim }: State): string {
  return `${claim}-${workload.name}`
}

/** The volume that a backup is written to, where it lies in this very cluster. */
export function backupClaim(placed: Placed, backup: Backup): Manifest | undefined {
  if (backup.to?.is !== 'volume' || !isHere(backup, placed.environment)) return undefined

  return {
    apiVersion: 'v1',
    kind: 'PersistentVolumeClaim',
    metadata: metadataOf(placed, backupClaimName(backup)),
    spec: claimSpec(backup.to.size, backup.to.class),
  }
}

export function backupClaimName(backup: Backup): string {
  return (backup.to?.is === 'volume' ? backup.to.claim : undefined) ?? backup.name
}

/** No pod can mount a volume of another cluster. */
export function isHere({ to }: Backup, { on }: Environment): boolean {
  return to?.is === 'volume' && to.cluster === on.name
}
