// Typed statements about objects, each with its standing: carried by an object, or declared by somebody.

import { flowsOf } from '../../platform/derive.ts'
import type { Fact } from '../estate.ts'
import type { Member } from '../lower/members.ts'
import type { WithMade } from '../operators/with-made.ts'
import { sortedBy } from '../order.ts'
import { backsUp } from './backs-up.ts'
import { calls, callsWithin, flowCalls } from './calls.ts'
import { accepts, pools } from './connections.ts'
import { elects } from './elects.ts'
import { endpoints } from './endpoint.ts'
import { geoReplicates, managed } from './managed.ts'
import { metered } from './metered.ts'
import { estimated, restingOn, storageCalls } from './operated.ts'
import { replicates } from './replicates.ts'
import { routed } from './routed.ts'
import { runs } from './runs.ts'
import { handles, resizes, scales } from './scales.ts'
import { scrapeCalls } from './scrape-calls.ts'
import { shares } from './shares.ts'
import { starts } from './starts.ts'
import { usesApi } from './uses-api.ts'
import { writes } from './writes.ts'

/**
 * The facts about one cluster's members; `all` are those of every cluster, for calls and copies that leave it; `made` is
 * what operators carry there.
 */
export function factsOf(members: readonly Member[], all: readonly Member[], made: WithMade): readonly Fact[] {
  const clusters = all.map(({ environment }) => environment.on)
  const environments = new Set(members.map(({ environment }) => environment))
  const flows = new Map([...environments].map((environment) => [environment, flowsOf(environment)]))
  const facts: Fact[] = members.flatMap((member) => [
    ...calls(member, all),
    ...routed(member, all),
    ...callsWithin(member),
    ...flowCalls(member, flows.get(member.environment) ?? [], all),
    ...replicates(member),
    ...elects(member),
    ...endpoints(member),
    ...backsUp(member, clusters, made.objects),
    ...managed(member),
    ...geoReplicates(member),
    ...shares(member, all),
    ...runs(member),
    ...starts(member),
    ...scales(member),
    ...resizes(member),
    ...handles(member),
    ...pools(member, all),
    ...accepts(member),
    ...usesApi(member),
    ...writes(member),
    ...metered(member),
    ...scrapeCalls(member, members),
    ...storageCalls(member, made.objects),
  ])
  return sortedBy([...restingOn(facts, made.objects), ...estimated(made.facts, members)], factText)
}

// The place breaks ties between facts of one content, so that the order of declaration does not.
function factText({ source, standing, ...said }: Fact): string {
  const { trait, environment, component, ...rest } = said
  return JSON.stringify([trait, environment, component, rest, standing, source.at, source.stated])
}
