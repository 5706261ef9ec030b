// Jobs whose monitor certainly finds nothing to scrape: no series ever has their name.

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { Part } from '../define.ts'
import { table, type View } from '../world.ts'
import { monitoringGroup } from './collectors.ts'
import { jobsOf, jobsScraped } from './jobs.ts'
import { monitorTaken, monitorWords, portPart } from './monitor-parts.ts'
import { scrapeTargets } from './scrape-targets.ts'

export interface SilentJob {
  /** `PodMonitor card-auth`. */
  readonly monitor: string
  /** Why it finds nothing, in the words of what was found of the monitor. */
  readonly why: string
  readonly rows: readonly (readonly [string, string])[]
  /** The part of the monitor's own finding that says so. */
  readonly of: Pick<Part, 'at' | 'cause' | 'hint'>
}

/** By the name of the job; nothing that is not certain. */
export const silentJobs = table((view): ReadonlyMap<string, SilentJob> => {
  const monitors = view.estate.objects.filter(
    ({ manifest }) => manifest.apiVersion.startsWith(monitoringGroup) && /^(?:Service|Pod)Monitor$/.test(manifest.kind),
  )
  const silent = new Map<string, SilentJob>()
  const others = new Set<string>()
  for (const monitor of monitors) {
    const why = silence(monitor, view)
    for (const job of jobsOf(monitor, view) ?? []) {
      if (!why) others.add(job)
      // The name of a Service may be that of a job elsewhere; namespace and name are those of one PodMonitor alone.
      else if (monitor.manifest.kind === 'PodMonitor' || jobsScraped(view)) silent.set(job, why)
    }
  }
  for (const job of others) silent.delete(job)
  return silent
})

function silence(monitor: EstateObject, view: View): SilentJob | undefined {
  const meant = scrapeTargets(monitor, view)
  const { kind, name } = partsOf(monitor.ref)
  const base = { monitor: `${kind} ${name}` }
  const taken = monitorTaken(monitor, view)
  if (taken.truth === false) return { ...base, why: monitorWords.taken(taken.because, false), rows: [], of: taken }
  if (meant.found.length === 0) return undefined
  const port = portPart(monitor, meant, view)
  if (port.truth !== false) return undefined
  const { line, rows } = monitorWords.port(port.because, false)
  return { ...base, why: line, rows, of: port }
}
