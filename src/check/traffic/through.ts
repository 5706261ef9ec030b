// A plain balancer before members with roles: it picks any of them, and only one takes writes.

import type { Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { Stated } from '../../platform/source.ts'
import { traitsOf } from '../../platform/traits.ts'
import { defineQuestion, type Finding, part } from '../define.ts'
import { declaredCalls } from './declared-calls.ts'

type Rules = {
  roles: {
    balancer: string
    store: string
    members: number
    callers: readonly string[]
    why: 'one' | 'names' | 'mode' | 'any' | 'unsaid'
  }
}

export const through = defineQuestion<Rules>({
  id: 'through',
  asks: 'Does what calls pass on their way lead them to the member that they need?',

  *judge({ platform }) {
    for (const environment of platform ? environmentsOf(platform) : []) yield* findingsOf(environment)
  },

  says: {
    roles: ({ balancer, store, members, why }) => {
      if (why === 'one') return `${store} has one member: ${balancer} cannot lead to another`
      if (why === 'mode') return `each of the ${members} members of ${store} takes what ${balancer} hands it`
      if (why === 'names') return `${store} has a name for each role, and ${balancer} can lead to that`
      return why === 'unsaid'
        ? `nobody says how many members ${store} has, and how ${balancer} would tell which of them takes writes`
        : `${balancer} leads to any of the ${members} members of ${store}, and one of them takes writes`
    },
  },
})

function* findingsOf(environment: Environment): Generator<Finding<Rules>> {
  const passing = declaredCalls(environment).flatMap(({ from, to, call }) =>
    call?.through ? [{ from, to, balancer: call.through, stated: call.stated }] : [],
  )
  const byWay = Map.groupBy(passing, ({ to, balancer }) => `${to.name} ${balancer.name}`)
  for (const [, calls] of byWay) {
    const [first] = calls
    const balancer = first && (componentIn(environment, first.balancer) ?? first.balancer)
    if (!first || !balancer || !traitsOf(balancer).forwards) continue
    yield {
      id: [environment.name, balancer.name, first.to.name],
      environment: environment.name,
      cluster: environment.on.name,
      says: `${balancer.name} leads to the member of ${first.to.name} that is needed`,
      source: { stated: first.stated },
      parts: [
        rolesPart(
          balancer,
          first.to,
          calls.map(({ from }) => from.name),
          environment.name,
          first.stated,
        ),
      ],
    }
  }
}

function rolesPart(
  balancer: Component,
  store: Component,
  callers: readonly string[],
  place: string,
  stated: Stated | undefined,
) {
  const { replicates, serves, runs } = traitsOf(store)
  const members = Math.max(
    0,
    ...runs.filter(({ controller }) => controller === 'StatefulSet').map((one) => one.replicas),
  )
  const hasRoles = replicates !== undefined && replicates.mode !== 'none'
  const isSaid = store.options.members !== undefined || store.options.replication !== undefined
  const named = serves.some(({ role }) => role !== undefined)
  const why: Rules['roles']['why'] = !isSaid
    ? 'unsaid'
    : members <= 1
      ? 'one'
      : !hasRoles
        ? 'mode'
        : named
          ? 'names'
          : 'any'
  return part(
    'roles',
    why === 'unsaid' ? undefined : why !== 'any',
    { balancer: balancer.name, store: store.name, members, callers, why },
    {
      cause: `any-member/${place}/${store.name}`,
      waitsFor: `members of ${store.name}`,
      hint: `names: { '${store.name}-rw': 'primary', '${store.name}-ro': 'replica' } of ${store.name}`,
      stated: [stated, traitsOf(balancer).stated],
    },
  )
}
