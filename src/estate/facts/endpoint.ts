import type { Ref } from '../../kubernetes/types.ts'
import type { Endpoint } from '../../platform/component.ts'
import type { FactOf, Standing } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { operatorOf, resourceOf } from '../lower/operated.ts'
import { endpointsOf, type Placed, refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'

/** A name that promises a role stays declared unless an operator keeps it: its Service selects every pod. */
export function endpoints(member: Member): FactOf<'endpoint'>[] {
  const { component, environment, workloads } = member
  return workloads.flatMap((placed) =>
    endpointsOf(placed).map((endpoint) => {
      const service: Ref = `Service/${environment.namespace}/${endpoint.name}`
      return given<FactOf<'endpoint'>>({
        trait: 'endpoint',
        service,
        of: meantBy(endpoint, placed, member),
        role: endpoint.role,
        standing: standingOf(endpoint, placed, service),
        source: optionSource(member, endpoint.headless ? 'headless' : 'names', endpoint.stated),
        component: component.name,
        environment: environment.name,
      })
    }),
  )
}

function standingOf(endpoint: Endpoint, placed: Placed, service: Ref): Standing {
  if (endpoint.leadsTo !== undefined) return { is: 'carried', by: refOfWorkload(placed) }
  if (operatorOf(placed)) return { is: 'carried', by: resourceOf(placed) }
  return endpoint.role === undefined ? { is: 'carried', by: service } : { is: 'declared' }
}

function meantBy({ leadsTo }: Endpoint, placed: Placed, { workloads }: Member): Ref {
  return refOfWorkload(workloads.find(({ workload }) => workload.name === leadsTo) ?? placed)
}
