import type { Replication } from '../../platform/component.ts'
import type { FactOf, Standing } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { operatorOf } from '../lower/operated.ts'
import { refOfKept, refOfWorkload } from '../lower/placed.ts'
import { secondsRange } from '../lower/seconds.ts'
import { optionSource } from '../source.ts'

/** Always declared: a Deployment or StatefulSet starts members and makes none follow another. An operator's is carried. */
export function replicates(member: Member): FactOf<'replicates'>[] {
  const { component, traits, environment, workloads } = member
  const { replicates: said } = traits
  if (!said) return []
  const placed = workloads.filter(({ workload }) => workload.name === said.of)
  const own = placed.filter((one) => !operatorOf(one)).map(refOfWorkload)
  return (placed.length > 0 ? own : [refOfKept(said.of, member)]).map((of) =>
    given<FactOf<'replicates'>>({
      trait: 'replicates',
      of,
      mode: said.mode,
      failover: said.failover,
      promotesSeconds: secondsRange(said.promotes),
      lagSeconds: secondsRange(said.lag)?.to,
      shards: traits.shards?.by === 'hash' ? given<{ parts?: number }>({ parts: traits.shards.parts }) : undefined,
      standing: standingOf(said, member),
      source: optionSource(member, 'replication', said.stated),
      component: component.name,
      environment: environment.name,
    }),
  )
}

// Whoever promotes a follower and turns the others to it makes the members follow.
function standingOf({ by }: Replication, { workloads }: Member): Standing {
  const keeper = workloads.find(({ workload }) => workload.name === by)
  return keeper ? { is: 'carried', by: refOfWorkload(keeper) } : { is: 'declared' }
}
