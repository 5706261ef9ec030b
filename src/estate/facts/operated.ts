// What an operator does with a store that a platform declares: as its resource carries it, with what only people know of
// it (how long a promotion takes, how long a copy), and whom the store must reach for that.

import type { Ref } from '../../kubernetes/types.ts'
import type { Backup } from '../../platform/component.ts'
import { copiesKept, keptSeconds } from '../../platform/copies-kept.ts'
import { regionsKnown } from '../../platform/regions-of.ts'
import { secondsOf } from '../../platform/units.ts'
import type { CallTarget, EstateObject, Fact, FactOf } from '../estate.ts'
import { given } from '../given.ts'
import { fieldsAt } from '../import/fields.ts'
import { followsOf } from '../lower/follows.ts'
import type { Member } from '../lower/members.ts'
import { operatorOf, resourceOf } from '../lower/operated.ts'
import { backupsBy, type Placed, refOfWorkload } from '../lower/placed.ts'
import { secondsRange } from '../lower/seconds.ts'
import { optionSource } from '../source.ts'

/** What a resource of an operator carries rests on what that makes of it. */
export function restingOn(facts: readonly Fact[], objects: readonly EstateObject[]): readonly Fact[] {
  const made = new Map(objects.flatMap(({ source }) => (source.made ? [[source.made.by, source.made]] : [])))
  if (made.size === 0) return facts
  return facts.map((fact) => {
    const by = fact.standing.is === 'carried' ? made.get(fact.standing.by) : undefined
    return by && !fact.source.made ? { ...fact, source: { ...fact.source, made: by } } : fact
  })
}

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
  const place = said?.to ?? archive?.to
  return given<FactOf<'backsUp'>>({
    ...fact,
    to: place?.is === 'bucket' && fact.to.is === 'outside' ? { ...fact.to, ...regionsKnown(place) } : fact.to,
    takesSeconds: secondsRange(said ? said.takes : archive?.takes),
    archivedSeconds: secondsOf(said?.archive?.for),
    restoresSeconds: secondsRange(said?.restores),
    keep: said && copiesKept(said),
    keepsSeconds: said && keptSeconds(said),
    source: { ...optionSource(member, option, said ? said.stated : archive?.stated), made: fact.source.made },
  })
}

/** Whom pods call for what an operator makes them do, and for copies that lie in a bucket. */
export function storageCalls(member: Member, objects: readonly EstateObject[]): readonly FactOf<'calls'>[] {
  return member.workloads.flatMap((placed) => {
    const operator = operatorOf(placed)
    const from = refOfWorkload(placed)
    if (!operator) return bucketsOf(backupsBy(placed)).map((to) => callOf(from, to, member, 'backups'))
    // Members stream from each other. That they reach the API server is asked of whatever an account is granted.
    const store = { is: 'workload', workload: from, port: 5432, protocol: 'TCP', portName: 'postgresql' } as const
    const places = [operator.archive?.to, followsOf(placed, operator)?.archive].filter((place) => place !== undefined)
    const buckets = bucketsOf([...places.map((to) => ({ to })), ...member.traits.backsUp])
    const targets = [...(hasFollowers(placed, objects) ? [store] : []), ...buckets]
    return [
      ...targets.map((to) => callOf(from, to, member, 'operatedBy')),
      ...(operator.poolers ?? []).map(({ name }) =>
        callOf(`Deployment/${member.environment.namespace}/${name}`, store, member, 'operatedBy'),
      ),
    ]
  })
}

// As the resource that stands there says, which a file may hold; what a declaration says of it may be left out then.
function hasFollowers(placed: Placed, objects: readonly EstateObject[]): boolean {
  const ref = resourceOf(placed)
  const resource = objects.find((object) => object.ref === ref)
  return Number(fieldsAt(resource?.manifest ?? {}, 'spec').instances) > 1
}

function callOf(from: Ref, to: CallTarget, member: Member, option: string): FactOf<'calls'> {
  return {
    trait: 'calls',
    from,
    to,
    standing: { is: 'declared' },
    source: optionSource(member, option),
    component: member.component.name,
    environment: member.environment.name,
  }
}

/** Each host once. */
function bucketsOf(copies: readonly Pick<Backup, 'to'>[]): readonly CallTarget[] {
  const hosts = copies.flatMap(({ to }) =>
    to?.is === 'bucket'
      ? [
          [
            `${to.host}:${to.port}`,
            given<CallTarget>({ is: 'outside', name: to.host, port: to.port ?? 443, address: to.at }),
          ] as const,
        ]
      : [],
  )
  return [...new Map(hosts).values()]
}
