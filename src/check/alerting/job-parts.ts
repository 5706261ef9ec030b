// An alert on a job that nothing is called finds no series: not even one that says that it is down.

import { needsOf } from '../../engine/monitoring/needs.ts'
import type { Query } from '../../estate/promql/query.ts'
import { nearest } from '../../platform/nearest.ts'
import { type Part, part } from '../define.ts'
import type { Truth } from '../verdict.ts'
import type { View } from '../world.ts'
import { jobsScraped } from './jobs.ts'
import { recorders } from './metric-sources.ts'

export interface JobNamed {
  readonly job: string
  readonly of: string
  readonly has: readonly string[]
}

export function jobParts(query: Query, { at, view }: { at: Part['at']; view: View }): readonly Part<'job', JobNamed>[] {
  const has = jobsScraped(view)
  if (!has) return []
  return needsOf(query).flatMap((clause): readonly Part<'job', JobNamed>[] => {
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
    const near = nearest(job, has)
    const because = { job, of: selector.metric, has }
    return [part('job', has.includes(job), because, { at, hint: near === undefined ? undefined : `job="${near}"` })]
  })
}

export function jobWords({ job, of, has }: JobNamed, truth: Truth): string {
  if (truth) return `${job} is a job that is scraped`
  const some = has.length > 8 ? `${has.slice(0, 8).join(', ')} and ${has.length - 8} more` : has.join(', ') || 'none'
  return `${of} is looked for in the job ${job}, and no job that is scraped is called so: there are ${some}`
}
