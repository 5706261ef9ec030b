import type { AccessMode } from '../../platform/model.ts'

/** Who can mount a volume: `it can be mounted …`. */
export const modeWords: { readonly [mode in AccessMode]: string } = {
  ReadOnlyMany: 'by pods that read on several nodes',
  ReadWriteMany: 'by pods that write on several nodes',
  ReadWriteOnce: 'by pods of one node',
  ReadWriteOncePod: 'by one pod',
}
