import type { StorageClass, VolumeKind } from '../../platform/model.ts'

/** What volumes lie on: `they lie on …`. */
export const kindWords: { readonly [kind in VolumeKind]: string } = {
  ssd: 'SSDs',
  hdd: 'hard disks',
  network: 'a file server',
  memory: 'memory',
}

export function kindsOf({ kind }: StorageClass): readonly VolumeKind[] {
  return kind === undefined ? [] : typeof kind === 'string' ? [kind] : kind
}
