// An alert on a job that nothing is called, or that brings nothing, finds no series: not even one that says that it is down.

import { needsOf } from '../../engine/monitoring/needs.ts'
import type { Query } from '../../estate/promql/query.ts'
import { nearest } from '../../platform/nearest.ts'
import { type Part, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'
import type { View } from '../world.ts'
import { jobsScraped } from './jobs.ts'
import { recorders } from './metric-sources.ts'
import { type SilentJob, silentJobs } from './silent-jobs.ts'

export interface JobNamed {
  readonly job: string
  readonly of: string
  readonly has: readonly string[]
  /** The job that is called most like it. */
  readonly near?: string
}

/** A job that is called so, of which nothing comes. */
export interface Brings {
  readonly job: string
  readonly monitor: string
  readonly why: string
  readonly rows: SilentJob['rows']
}

type JobPart = Part<'job', JobNamed> | Part<'brings', Brings>

export function jobParts(query: Query, { at, view }: { at: Part['at']; view: View }): readonly JobPart[] {
  const has = jobsScraped(view)
  return needsOf(query).flatMap((clause): readonly JobPart[] => {
    const [selector, ...others] = clause
    // Rules give what they record the labels that they like; what Prometheus says of alerts has none of a job.
    if (
      !selector?.metric ||
      others.length > 0 ||
      recorders(view).has(selector.metric) ||
      /^ALERTS/.test(selector.metric)
    )
      return []
    const { value: job = '' } = selector.matchers.find(({ label, op }) => label === 'job' && op === '=') ?? {}
    if (job === '') return []
    const silent = silentJobs(view).get(job)
    if (silent) return [bringsPart(job, silent)]
    if (!has) return []
    const near = nearest(job, has)
    const because = { job, of: selector.metric, has, near }
    if (has.includes(job)) return [part('job', true, because, { at })]
    const { cluster } = view.estate
    // Monitors of other repositories are taken as well.
    const assumption = {
      id: `job/${cluster}/${job}`,
      says: `a job ${job} is scraped in ${cluster}, though no monitor that is shown is called so${near === undefined ? '' : `: ${near} is`}`,
      kind: 'outside' as const,
    }
    const hint = near === undefined ? undefined : `job="${near}"`
    return [part('job', !view.denied.has(assumption.id), because, { at, hint, assumes: [assumption] })]
  })
}

function bringsPart(job: string, { monitor, why, rows, of }: SilentJob): Part<'brings', Brings> {
  const { at, cause, hint } = of
  return part('brings', false, { job, monitor, why, rows }, { at, cause, hint })
}

export function bringsWords({ job, monitor, why, rows }: Brings): Words {
  return { line: `it looks at the job ${job}, and ${monitor} brings nothing: ${why}`, rows }
}

export function jobWords({ job, of, has, near }: JobNamed, truth: Truth): string {
  if (has.includes(job)) return `${job} is a job that is scraped`
  const other = near === undefined ? '' : `: ${near} is`
  if (truth) return `${of} is looked for in the job ${job}, and no monitor that is shown is called so${other}`
  return `${of} is looked for in the job ${job}, and no job that is scraped is called so${other}`
}
