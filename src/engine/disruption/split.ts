// How many voters of a quorum may stand in one failure domain: the worst split that the rules permit. Preferences and the
// scheduler's habit of spreading promise nothing; volumes bound to their nodes keep a bad split for ever.

import type { Estate, FactOf } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { worstCrowd } from '../placement/crowd.ts'
import type { CrowdRule } from '../placement/crowd-cap.ts'
import type { PodClass } from '../pods/pod-class.ts'

export interface Split {
  readonly election: string
  readonly by: 'node' | 'zone'
  readonly voters: number
  /** A majority: more than half. */
  readonly needed: number
  /** Voters minus needed. */
  readonly mayLose: number
  /** A split that the rules permit: so many voters in that domain. */
  readonly worst: { readonly domain: string; readonly voters: number }
  /** No split that the rules permit has more voters in one domain. */
  readonly atMost: number
  /** `holds`: no loss of one domain takes the majority. `breaks`: the worst split does. */
  readonly answer: 'holds' | 'breaks' | 'unknown'
  /** Rules that bind voters, and so lower the bound; empty where nothing keeps them apart. */
  readonly rules: readonly CrowdRule[]
  readonly workloads: readonly PodClass[]
  /** Voters whose volumes are bound to their nodes: where they stand they stay. */
  readonly settled: readonly Ref[]
}

/**
 * The worst split of an election's voters over nodes, or over zones, among placements reachable from an empty cluster.
 * Nodes without a zone count as a zone each. Voters that are no workload of the estate are not counted.
 */
export function worstSplit(
  estate: Estate,
  pods: readonly PodClass[],
  election: Pick<FactOf<'elects'>, 'name' | 'voters'>,
  by: 'node' | 'zone',
): Split {
  const crowd = worstCrowd(estate, pods, election.voters, by)
  const { pods: voters, worst, atMost, rules, workloads } = crowd
  const needed = Math.floor(voters / 2) + 1
  const mayLose = voters - needed
  return {
    election: election.name,
    by,
    voters,
    needed,
    mayLose,
    worst,
    atMost,
    answer: answerOf(crowd.domains > 0 && voters > 0, worst.voters, atMost, mayLose),
    rules,
    workloads,
    settled: workloads
      .filter(({ claims }) => claims.some(({ bound }) => bound === 'node'))
      .map(({ workload }) => workload),
  }
}

function answerOf(isKnown: boolean, worst: number, atMost: number, mayLose: number): Split['answer'] {
  if (!isKnown) return 'unknown'
  if (atMost <= mayLose) return 'holds'
  return worst > mayLose ? 'breaks' : 'unknown'
}
