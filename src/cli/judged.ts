// What a path names, judged or asked: a platform file in a worker behind fences, a folder of manifests here.

import { statSync } from 'node:fs'
import { extname } from 'node:path'
import type { Report } from '../check/report.ts'
import { compileWhole, fitBriefRun, fitShortRun } from './load/compile.ts'
import { withNearPaths } from './near-paths.ts'
import type { Given } from './options.ts'
import type { pathOptions } from './path-options.ts'
import { isPlatformFile } from './platform-file.ts'
import { Refusal } from './refusal.ts'

const manifestEndings: ReadonlySet<string> = new Set(['.yaml', '.yml', '.json'])

/** What was said beside the path, and by which command line. */
export interface Asking extends Given<typeof pathOptions> {
  readonly doing: string
  /** Whether all is done a moment after it has been read. */
  readonly isBrief?: boolean
  /** Whether nothing of what holds is shown but how much it is, and what it rests on. */
  readonly briefly?: boolean
  /** What can be done while a platform is judged elsewhere. */
  readonly meanwhile?: () => Promise<unknown>
}

/** Judges what lies at a path; throws a Refusal where nothing there can be judged. */
export async function judged(path: string, asking: Asking): Promise<Report> {
  const asOf = dayOf(asking)
  if (isOfManifests(path, asking)) {
    const { judgedFolder } = await compileWhole(() => import('./judged-folder.ts'))
    fitShortRun()
    return withNearPaths(await judgedFolder(path, { ...asking, asOf }))
  }
  const { loadInWorker } = await import('./load/load-in-worker.ts')
  const { briefly = false, meanwhile } = asking
  const [report] = await Promise.all([
    loadInWorker<Report>(path, { task: 'judge', asOf, options: { briefly } }),
    meanwhile?.(),
  ])
  return withNearPaths(report)
}

/** Asks one of `load/estate-tasks.ts` of the estates at a path; `options` and the answer are plain data. */
export async function askedEstates<T>(path: string, asking: Asking, task: string, options?: unknown): Promise<T> {
  const asOf = dayOf(asking)
  if (!isOfManifests(path, asking)) {
    const { loadInWorker } = await import('./load/load-in-worker.ts')
    return withNearPaths(await loadInWorker<T>(path, { task, asOf, options }))
  }
  const { folderEstates } = await compileWhole(() => import('./folder-estates.ts'))
  fitShortRun()
  if (asking.isBrief) fitBriefRun()
  const { estateTasks } = await import('./load/estate-tasks.ts')
  const [{ estates, promises }, run] = await Promise.all([folderEstates(path, asking), estateTasks[task]?.()])
  if (!run) throw new Error(`there is no task ${task}`)
  return withNearPaths(run(estates, { asOf, options, promises }) as T)
}

function dayOf({ at }: Asking): string {
  return at ?? new Date().toISOString().slice(0, 10)
}

const next = 'name a platform file (platform.ts) or a folder of manifests'

/** Whether a folder or a file of manifests lies there; throws a Refusal for what is neither that nor a platform. */
function isOfManifests(path: string, asking: Asking): boolean {
  const { doing } = asking
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Refusal('there is no such file or folder', { doing, next })
  const ending = found.isFile() ? extname(path).toLowerCase() : undefined
  if (ending === undefined || manifestEndings.has(ending)) return true
  if (!isPlatformFile(path))
    throw new Refusal('it is neither a platform (.ts) nor manifests (.yaml, .yml, .json)', { doing, next })
  for (const option of ['kubernetes', 'nodes', 'live', 'assume', 'promises', 'rendered', 'unreached'] as const)
    if (asking[option] !== undefined)
      throw new Refusal(`a platform says itself what --${option} would say`, { doing, next: `leave --${option} out` })
  return false
}
