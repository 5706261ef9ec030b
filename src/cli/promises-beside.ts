// What promises files add to the estates of a folder: those that lie in it, and those that --promises names. A slip in one
// leaves out what it says, by its line, and the rest is judged.

import { withBeside } from '../check/beside/beside.ts'
import type { Unread } from '../check/report.ts'
import type { Estate } from '../estate/estate.ts'
import type { ReadManifest } from '../kubernetes/read.ts'
import type { Platform } from '../platform/model.ts'
import { byCodePoint } from '../platform/order.ts'
import { type Problem, problemLine } from '../platform/problem.ts'
import { nearPath } from './near-paths.ts'
import { promisesGiven } from './promises-given.ts'

export interface PromisesBeside {
  readonly estates: readonly Estate[]
  readonly promises: Platform['promises']
  readonly unread: readonly Unread[]
  /** The documents that say so. */
  readonly documents: readonly ReadManifest[]
}

interface Asked {
  /** Documents of the folder. */
  readonly found: readonly ReadManifest[]
  /** Files that the command line names. */
  readonly given: readonly string[]
  readonly doing: string
}

export function promisesBeside(estates: readonly Estate[], { found, given, doing }: Asked): PromisesBeside {
  const named = given.flatMap((file) => promisesGiven(file, doing))
  const all = [...found, ...named].map((file) => ({ ...file, at: { ...file.at, file: nearPath(file.at.file) } }))
  // A file of the folder may be named as well.
  const files = new Map(all.map((file) => [`${file.at.file}:${file.document}`, file]))
  const documents = [...files.values()]
  const { problems, ...beside } = withBeside(estates, documents)
  return { ...beside, documents, unread: problems.map(unreadOf).sort(byPlace) }
}

export function unreadOf({ at, ...problem }: Problem): Unread {
  const { file = '', line, column } = at ?? {}
  return { file, line, column, says: problemLine(problem), next: 'mend it there: until then nobody promises it' }
}

function byPlace(a: Unread, b: Unread): number {
  return byCodePoint(a.file, b.file) || (a.line ?? 0) - (b.line ?? 0) || byCodePoint(a.says, b.says)
}
