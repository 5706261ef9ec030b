// What a path names, judged: a platform file in a worker behind fences, a folder of manifests here.

import { statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Report } from '../check/report.ts'
import { withNearPaths } from './near-paths.ts'
import type { Given } from './options.ts'
import type { pathOptions } from './path-options.ts'
import { Refusal } from './refusal.ts'

const platformEndings: ReadonlySet<string> = new Set(['.ts', '.mts', '.js', '.mjs'])
const manifestEndings: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json'])

/** What was said beside the path, and by which command line. */
export interface Asking extends Given<typeof pathOptions> {
  readonly doing: string
}

/** Judges what lies at a path; throws a Refusal where nothing there can be judged. */
export async function judged(path: string, { doing, ...given }: Asking): Promise<Report> {
  const asOf = given.at ?? new Date().toISOString().slice(0, 10)
  const ending = isFile(path, doing) ? extname(path).toLowerCase() : undefined
  if (ending === undefined || manifestEndings.has(ending)) {
    const { judgedFolder } = await import('./judged-folder.ts')
    return withNearPaths(await judgedFolder(path, { ...given, asOf }))
  }
  if (!platformEndings.has(ending))
    throw new Refusal('it is neither a platform (.ts) nor manifests (.yaml, .yml, .json)', { doing, next })
  for (const option of ['kubernetes', 'nodes', 'assume', 'rendered', 'unreached'] as const)
    if (given[option] !== undefined)
      throw new Refusal(`a platform says itself what --${option} would say`, { doing, next: `leave --${option} out` })
  const { loadInWorker } = await import('./load/load-in-worker.ts')
  return withNearPaths(await loadInWorker<Report>(path, { task: 'judge', asOf }))
}

const next = 'name a platform file (platform.ts) or a folder of manifests'

function isFile(path: string, doing: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found) return found.isFile()
  throw new Refusal('there is no such file or folder', { doing, next })
}
