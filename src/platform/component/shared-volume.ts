import type { Content } from '../model.ts'
import { noun, set, stated } from '../schema.ts'
import { type BackupOptions, backupOf, backupsField, checkBackups } from './backup.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { stateOf, type VolumeOptions, volumeFields } from './volume.ts'
import { present } from './workload.ts'

export interface SharedVolumeOptions extends VolumeOptions {
  readonly holds?: readonly Content[]
  readonly backups?: readonly BackupOptions[]
}

export const sharedVolumeSpec: ComponentSpec<SharedVolumeOptions> = {
  noun: 'sharedVolume',
  fields: { ...volumeFields, holds: set(noun('content')), backups: backupsField, stated },
  ports: () => new Map(),
  traits(name, { holds, backups = [], ...volume }) {
    return present({
      runs: [],
      serves: [],
      calls: [],
      keeps: [stateOf(name, { accessMode: 'ReadWriteMany', claim: name, ...volume }, '/shared')],
      elects: [],
      backsUp: backups.map((backup) => backupOf(name, backup, backup.name)),
      holds,
      stated: volume.stated,
    })
  },
  rules: (name, { backups }, say) => checkBackups(name, backups, say),
}

/**
 * A volume that pods of several components may mount, with a claim of its own; `ReadWriteMany` unless it says less.
 * `sharedVolume('media', { size: '100Gi', class: 'network' })`
 */
export function sharedVolume(
  name: string,
  options: SharedVolumeOptions = {},
): PortedComponent<never, SharedVolumeOptions> {
  return component(sharedVolumeSpec, name, options)
}
