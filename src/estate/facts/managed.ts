import { secondsOf } from '../../platform/units.ts'
import type { FactOf } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { refOfKept, refOfWorkload } from '../lower/placed.ts'
import { optionSource } from '../source.ts'

/** Which service of a provider a store is: declared, as nothing in a cluster shows it. */
export function managed(member: Member): FactOf<'managed'>[] {
  const { component, traits, environment } = member
  if (!traits.managed) return []
  const { name: service, region, zones, isPublic, restoresBack, stated } = traits.managed
  return [
    given<FactOf<'managed'>>({
      trait: 'managed',
      of: refOfKept(component.name, member),
      service,
      region,
      zones,
      isPublic,
      restoresBackSeconds: secondsOf(restoresBack),
      standing: { is: 'declared' },
      source: optionSource(member, 'managedBy', stated),
      component: component.name,
      environment: environment.name,
    }),
  ]
}

/** Which other regions have all that is written, after a while. */
export function geoReplicates(member: Member): FactOf<'geoReplicates'>[] {
  const { component, traits, environment, workloads } = member
  const own = workloads.find(({ workload }) => workload.name === component.name)
  return (traits.geo ?? []).map(({ region, lag, stated }) =>
    given<FactOf<'geoReplicates'>>({
      trait: 'geoReplicates',
      of: own ? refOfWorkload(own) : refOfKept(component.name, member),
      region,
      lagSeconds: secondsOf(lag),
      standing: { is: 'declared' },
      source: optionSource(member, 'replicatesTo', stated),
      component: component.name,
      environment: environment.name,
    }),
  )
}
