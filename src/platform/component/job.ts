import { duration, schedule } from '../schema.ts'
import type { Duration } from '../units.ts'
import { type ComponentSpec, component, type PortedComponent } from './define.ts'
import { workloadFields } from './fields.ts'
import type { WorkloadOptions } from './options.ts'
import { checkSchedule, scheduleOf } from './schedule.ts'
import { simpleTraits, workloadOf } from './workload.ts'

export interface JobOptions extends Omit<WorkloadOptions, 'names' | 'headless' | 'update' | 'budget' | 'metrics'> {
  /** Five cron fields: `0 2 * * *`. */
  readonly schedule?: string
  /** Instead of `schedule`, where it divides an hour, a day or a week: `6h`. */
  readonly every?: Duration
}

const { names: _, headless: __, update: ___, budget: ____, metrics: _____, ...jobFields } = workloadFields

export const jobSpec: ComponentSpec<JobOptions> = {
  noun: 'job',
  fields: { ...jobFields, schedule, every: duration },
  ports: () => new Map(),
  traits(name, options) {
    const base = { name, controller: 'CronJob', replicas: 1, ports: [] } as const
    return simpleTraits(workloadOf(base, options, scheduleOf(options)), options)
  },
  rules: (_, options, say) => checkSchedule(options, '', say),
}

/**
 * Something that runs at set times and ends: a CronJob.
 * `job('close-of-day', { schedule: '0 2 * * *', calls: [ledgerDb] })`
 */
export function job(name: string, options: JobOptions): PortedComponent<never, JobOptions> {
  return component(jobSpec, name, options)
}
