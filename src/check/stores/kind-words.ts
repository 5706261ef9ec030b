import type { VolumeKind } from '../../platform/model.ts'

/** What volumes lie on: `they lie on …`. */
export const kindWords: { readonly [kind in VolumeKind]: string } = {
  ssd: 'SSDs',
  hdd: 'hard disks',
  network: 'a file server',
  memory: 'memory',
}
