import type { Ref } from '../../kubernetes/types.ts'
import type { FactOf } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { endpointsOf, refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'

/** A name that promises a role stays declared: its Service selects every pod, whoever has the role. */
export function endpoints(member: Member): FactOf<'endpoint'>[] {
  const { component, environment, workloads } = member
  return workloads.flatMap((placed) =>
    endpointsOf(placed).map((endpoint) => {
      const service: Ref = `Service/${environment.namespace}/${endpoint.name}`
      return given<FactOf<'endpoint'>>({
        trait: 'endpoint',
        service,
        of: refOfWorkload(placed),
        role: endpoint.role,
        standing: endpoint.role === undefined ? { is: 'carried', by: service } : { is: 'declared' },
        source: optionSource(member, endpoint.headless ? 'headless' : 'names', endpoint.stated),
        component: component.name,
        environment: environment.name,
      })
    }),
  )
}
