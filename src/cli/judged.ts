// What a path names, judged: a platform file in a worker behind fences, a folder of manifests here.

import { statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Report } from '../check/report.ts'
import type { Arguments } from './arguments.ts'
import { withNearPaths } from './near-paths.ts'
import { Refusal } from './refusal.ts'

const platformEndings = new Set(['.ts', '.mts', '.js', '.mjs'])

export async function judged(path: string, { at, kubernetes }: Arguments): Promise<Report> {
  const asOf = at ?? new Date().toISOString().slice(0, 10)
  if (isFile(path) && platformEndings.has(extname(path))) {
    const { loadInWorker } = await import('./load/load-in-worker.ts')
    return withNearPaths(await loadInWorker<Report>(path, { task: 'judge', asOf }))
  }
  const { judgedFolder } = await import('./judged-folder.ts')
  return withNearPaths(judgedFolder(path, { asOf, kubernetes }))
}

function isFile(path: string): boolean {
  const found = statSync(path, { throwIfNoEntry: false })
  if (found) return found.isFile()
  throw new Refusal('there is no such file or folder', {
    doing: `check ${path}`,
    next: 'name a platform file (platform.ts) or a folder of manifests',
  })
}
