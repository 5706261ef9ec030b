// What was written last, by digest: `seaworthy.lock`, as `sha256sum --check` reads it. A file that no longer has its digest
// was changed by somebody since.

import { createHash } from 'node:crypto'
import { sortedBy } from '../../estate/order.ts'

export const lockName = 'seaworthy.lock'

/** Digests by path. */
export type Lock = ReadonlyMap<string, string>

export function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

export function lockText(lock: Lock): string {
  return sortedBy(lock, ([path]) => path)
    .map(([path, digest]) => `${digest}  ${path}\n`)
    .join('')
}

/** Lines of another form, and paths that may lead elsewhere, count for nothing. */
export function readLock(text: string): Lock {
  const lines = text.split('\n').map((line) => /^([0-9a-f]{64}) {2}(.+)$/.exec(line))
  const entries = lines.flatMap((found) =>
    found?.[1] && found[2] && isBelow(found[2]) ? [[found[2], found[1]] as const] : [],
  )
  return new Map(entries)
}

/** `harbour/live/checkout.yaml`: names that lie in the folder on every system. */
export function isBelow(path: string): boolean {
  return path.split('/').every((name) => /^[A-Za-z0-9_][A-Za-z0-9_.-]*$/.test(name))
}
