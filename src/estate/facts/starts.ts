import type { FactOf } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { secondsRange } from '../lower/seconds.ts'
import { optionSource } from '../source.ts'

/** How long a pod takes until it is ready, where somebody estimates it. */
export function starts(member: Member): FactOf<'starts'>[] {
  const { component, environment, workloads } = member
  return workloads.flatMap((placed) => {
    const takesSeconds = secondsRange(placed.workload.starts)
    if (!takesSeconds) return []
    return {
      trait: 'starts',
      of: refOfWorkload(placed),
      takesSeconds,
      standing: { is: 'declared' },
      source: optionSource(member, 'starts'),
      component: component.name,
      environment: environment.name,
    } as const
  })
}
