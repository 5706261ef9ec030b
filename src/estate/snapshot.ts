// The head of a snapshot: when it was taken, of which server, and what it does not hold.

import type { ReadManifest } from '../kubernetes/read.ts'
import type { Unseen } from './estate.ts'
import { fieldsAt, fieldsIn } from './import/fields.ts'

export const snapshotVersion = 'seaworthy/v1'
export const snapshotKind = 'Snapshot'

export interface SnapshotRead {
  /** What is not its head. */
  readonly rest: readonly ReadManifest[]
  /** `1.34`, where one head alone says it. */
  readonly kubernetes?: string
  /** What nobody can tell from it: Secrets, which it never holds, and what its taker was not allowed to read. */
  readonly unseen: readonly Unseen[]
}

/** The heads of snapshots taken out of what was read. */
export function snapshotOf(read: readonly ReadManifest[]): SnapshotRead {
  const heads = read.filter(isHead)
  if (heads.length === 0) return { rest: read, unseen: [] }
  const minors = new Set(heads.map(({ manifest }) => fieldsAt(manifest, 'server').minor))
  const [minor] = minors.size === 1 ? minors : []
  return {
    rest: read.filter((one) => !isHead(one)),
    ...(typeof minor === 'string' && { kubernetes: minor }),
    unseen: heads.flatMap(unseenOf),
  }
}

function isHead({ manifest }: ReadManifest): boolean {
  return manifest.apiVersion === snapshotVersion && manifest.kind === snapshotKind
}

function unseenOf({ manifest, at }: ReadManifest): readonly Unseen[] {
  const source = { at }
  const missing = fieldsIn(fieldsAt({ manifest }, 'manifest').notAllowed)
  return [
    { id: 'unread/secrets', says: 'a snapshot never holds Secrets', kinds: ['Secret'], source },
    ...missing.map(
      ({ resource, kind }): Unseen => ({
        id: `unread/${resource}`,
        says: `who took the snapshot was not allowed to read ${resource}`,
        kinds: [`${kind}`],
        source,
      }),
    ),
  ]
}
