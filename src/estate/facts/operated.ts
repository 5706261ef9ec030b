// What an operator does with a store that a platform declares: as its resource carries it, with what only people know of
// it (how long a promotion takes, how long a copy), and whom the store must reach for that.

import type { Bucket } from '../../platform/component.ts'
import type { Fact, FactOf } from '../estate.ts'
import { given } from '../given.ts'
import type { Member } from '../lower/members.ts'
import { operatorOf, resourceOf } from '../lower/operated.ts'
import { type Placed, refOfWorkload } from '../lower/placed.ts'
import { secondsRange } from '../lower/seconds.ts'
import { optionSource } from '../source.ts'

/** The facts that operators carry, each with the estimates of whoever declares the store. */
export function estimated(made: readonly Fact[], members: readonly Member[]): readonly Fact[] {
  const stores = new Map(
    members.flatMap((member) =>
      member.workloads.filter(operatorOf).map((placed) => [resourceOf(placed), member] as const),
    ),
  )
  return made.map((fact) => {
    const member = fact.standing.is === 'carried' ? stores.get(fact.standing.by) : undefined
    if (!member) return fact
    if (fact.trait === 'replicates') return replicating(fact, member)
    return fact.trait === 'backsUp' ? copying(fact, member) : fact
  })
}

function replicating(fact: FactOf<'replicates'>, member: Member): Fact {
  const said = member.traits.replicates
  return given<FactOf<'replicates'>>({
    ...fact,
    promotesSeconds: secondsRange(said?.promotes),
    lagSeconds: secondsRange(said?.lag)?.to,
    source: { ...optionSource(member, 'replication', said?.stated), made: fact.source.made },
  })
}

function copying(fact: FactOf<'backsUp'>, member: Member): Fact {
  const { backsUp, operated } = member.traits
  const said = backsUp.find(({ name }) => name === fact.name)
  const archive = operated?.archive
  const option = said ? 'backups' : 'operatedBy'
  return given<FactOf<'backsUp'>>({
    ...fact,
    takesSeconds: secondsRange(said ? said.takes : archive?.takes),
    restoresSeconds: secondsRange(said?.restores),
    keep: said?.keep,
    source: { ...optionSource(member, option, said ? said.stated : archive?.stated), made: fact.source.made },
  })
}

/** Whom the pods of an operated store call by what the operator makes them do. */
export function operatedCalls(member: Member): readonly FactOf<'calls'>[] {
  return member.workloads.flatMap((placed) => {
    const operator = operatorOf(placed)
    if (!operator) return []
    const from = refOfWorkload(placed)
    const buckets = bucketsOf(placed).map(({ host, port = 443 }) => ({ is: 'outside', name: host, port }) as const)
    // The manager in each pod holds its lease and reads its Cluster there (pkg/management/postgres).
    const targets = [{ is: 'outside', name: 'kube-apiserver', port: 6443 } as const, ...buckets]
    const base = {
      trait: 'calls',
      standing: { is: 'declared' },
      source: optionSource(member, 'operatedBy', operator.stated),
      component: member.component.name,
      environment: member.environment.name,
    } as const
    const pools = (operator.poolers ?? []).map(({ name }) => ({
      ...base,
      from: `Deployment/${member.environment.namespace}/${name}` as const,
      to: { is: 'workload', workload: from, port: 5432, protocol: 'TCP', portName: 'postgresql' } as const,
    }))
    return [...targets.map((to) => ({ ...base, from, to })), ...pools]
  })
}

function bucketsOf({ traits }: Placed): readonly Bucket[] {
  const { operated, backsUp } = traits
  const copies = backsUp.flatMap(({ to }) => (to.is === 'bucket' ? [to] : []))
  const all = [operated?.archive?.to, operated?.follows?.archive, ...copies].filter((one) => one !== undefined)
  return [...new Map(all.map((one) => [`${one.host}:${one.port}`, one])).values()]
}
