import type { Election } from '../../platform/component.ts'
import type { FactOf, Standing } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { sortedBy, sortedTexts } from '../order.ts'
import { optionSource } from '../source.ts'

/** Which workloads' pods decide together by majority. */
export function elects(member: Member): FactOf<'elects'>[] {
  const { component, traits, environment, workloads } = member
  return sortedBy(traits.elects, ({ name }) => name).map((election) => ({
    trait: 'elects',
    name: election.name,
    voters: sortedTexts(
      workloads.filter(({ workload }) => election.voters.includes(workload.name)).map(refOfWorkload),
    ) as FactOf<'elects'>['voters'],
    standing: standingOf(election, member),
    source: optionSource(member, election.name, election.stated),
    component: component.name,
    environment: environment.name,
  }))
}

// Sentinels find each other by the master that they watch: their own workload is all of them.
function standingOf({ voters }: Election, { traits, workloads }: Member): Standing {
  const keeper = workloads.find(
    ({ workload }) => workload.name === traits.replicates?.by && voters.includes(workload.name),
  )
  return keeper ? { is: 'carried', by: refOfWorkload(keeper) } : { is: 'declared' }
}
