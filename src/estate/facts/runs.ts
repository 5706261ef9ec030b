import type { FactOf } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'

/** What software a component is, where somebody says it beside the image. */
export function runs(member: Member): FactOf<'runs'>[] {
  const { component, environment, workloads } = member
  return workloads.flatMap((placed) => {
    const { software } = placed.workload
    if (!software) return []
    return given<FactOf<'runs'>>({
      trait: 'runs',
      of: refOfWorkload(placed),
      software: software.name,
      version: software.version,
      standing: { is: 'declared' },
      source: optionSource(member, 'software' in component.options ? 'software' : 'version'),
      component: component.name,
      environment: environment.name,
    })
  })
}
