// Where a baseline lies: beside what is judged, or in a folder above it as far as the repository goes.

import { statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { nearPath } from '../near-paths.ts'
import type { Repository } from './repository.ts'

const baselineName = 'seaworthy-baseline.yaml'

/** The file that holds for a path: the nearest one, from the path itself up to the root of the repository. */
export function baselineFor(path: string, { root, isGit }: Repository): string | undefined {
  const start = resolve(path)
  let folder = statSync(start).isDirectory() ? start : dirname(start)
  for (;;) {
    const file = join(folder, baselineName)
    if (statSync(file, { throwIfNoEntry: false })?.isFile()) return nearPath(file)
    if (!isGit || folder === root || dirname(folder) === folder) return undefined
    folder = dirname(folder)
  }
}

/** A day on which a first baseline may end: 90 days from now. */
export function firstUntil(asOf: string): string {
  return new Date(Date.parse(asOf) + 90 * 86_400_000).toISOString().slice(0, 10)
}

/** The folder that a new baseline is written into: that of what is judged. */
export function newBaselineFor(path: string): string {
  const start = resolve(path)
  return nearPath(join(statSync(start).isDirectory() ? start : dirname(start), baselineName))
}
