import type { FactOf } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'

/** Which tables of which stores a component writes or reads. */
export function writes(member: Member): FactOf<'writes'>[] {
  const { component, environment, workloads } = member
  return workloads.flatMap((placed) =>
    (placed.workload.writes ?? []).map(
      ({ in: store, name, stated }) =>
        ({
          trait: 'writes',
          of: refOfWorkload(placed),
          store: store.name,
          table: name,
          standing: { is: 'declared' },
          source: optionSource(member, 'writes', stated),
          component: component.name,
          environment: environment.name,
        }) as const,
    ),
  )
}
