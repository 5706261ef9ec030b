// How many connections callers hold open, and how many a store takes.

import type { FactOf } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import { refOfWorkload } from '../lower/placed.ts'
import { optionSource, sourceOf } from '../source.ts'
import { spokenCalls } from './calls.ts'

export function pools(member: Member, members: readonly Member[]): FactOf<'pools'>[] {
  if (!member.traits.tuned) return []
  return spokenCalls(member, members).flatMap(({ fact, call }) => {
    if (call?.connections === undefined || fact.to.is !== 'workload') return []
    const { standing, component, environment, from } = fact
    const source = sourceOf(call, call.stated, fact.source.stated)
    const { connections } = call
    return { trait: 'pools', from, to: fact.to.workload, connections, standing, component, environment, source }
  })
}

export function accepts(member: Member): FactOf<'accepts'>[] {
  const { connections } = member.component.options
  if (typeof connections !== 'number') return []
  return member.workloads
    .filter(({ workload }) => workload.controller === 'StatefulSet')
    .map((placed) => ({
      trait: 'accepts',
      of: refOfWorkload(placed),
      connections,
      standing: { is: 'declared' },
      source: optionSource(member, 'connections'),
      component: member.component.name,
      environment: member.environment.name,
    }))
}
