import type { Container, Volume } from '../../kubernetes/types.ts'
import { unlessEmpty } from '../given.ts'
import { backupClaimName, isHere, sharedClaimName } from './claim.ts'
import { backupsBy, type Placed, statesOf } from './placed.ts'

/** Where the state of a workload, and the copies it writes, appear in its container. */
export function mounts(placed: Placed): Container['volumeMounts'] {
  const states = statesOf(placed).map(({ claim, mount }) => ({ name: claim, mountPath: mount }))
  const copies = copiesHere(placed).map(({ name }) => ({ name, mountPath: '/backup' }))
  const { scratch } = placed.workload
  const own = scratch === undefined ? [] : [{ name: 'scratch', mountPath: scratch }]
  return unlessEmpty([...states, ...copies, ...own])
}

/** Volumes by claim; those of a StatefulSet come from its templates. */
export function volumes(placed: Placed): readonly Volume[] | undefined {
  const states = placed.workload.controller === 'StatefulSet' ? [] : statesOf(placed)
  return unlessEmpty([
    ...states.map((state) => volume(state.claim, sharedClaimName(placed, state))),
    ...copiesHere(placed).map((backup) => volume(backup.name, backupClaimName(backup))),
    ...(placed.workload.scratch === undefined ? [] : [{ name: 'scratch', emptyDir: {} }]),
  ])
}

function copiesHere(placed: Placed) {
  return backupsBy(placed).filter((backup) => isHere(backup, placed.environment))
}

function volume(name: string, claimName: string): Volume {
  return { name, persistentVolumeClaim: { claimName } }
}
