// What a promises file in a folder adds to the estates of that folder; a slip in it is refused with its line.

import { type Beside, withBeside } from '../check/beside/beside.ts'
import type { Estate } from '../estate/estate.ts'
import type { ReadManifest } from '../kubernetes/read.ts'
import { problemLine } from '../platform/problem.ts'
import { nearPath } from './near-paths.ts'
import { Refusal } from './refusal.ts'

export function promisesBeside(estates: readonly Estate[], files: readonly ReadManifest[], doing: string): Beside {
  const near = files.map((file) => ({ ...file, at: { ...file.at, file: nearPath(file.at.file) } }))
  const beside = withBeside(estates, near)
  if (beside.problems.length === 0) return beside
  const lines = beside.problems.map((problem) => problemLine(problem, (file) => file)).sort()
  throw new Refusal(lines.join('\n'), { doing, next: 'mend the promises there' })
}
