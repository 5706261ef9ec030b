// All pods of a workload in one zone of several, by rules that do not name the zone: they were to survive more than a pod,
// and go with it. A member that waits for its zone is as it should be, and what may stand together is no certainty.

import { growsBy } from '../../engine/capacity/grows.ts'
import { type Split, worstSplit } from '../../engine/disruption/split.ts'
import { type Board, boardOf, type Member } from '../../engine/placement/board.ts'
import { sayReason, zoneKey } from '../../engine/placement/reasons.ts'
import { emptyNodeRefusals, takesWhenEmpty } from '../../engine/placement/refusals.ts'
import type { FactOf } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, defineQuestion, type Finding, part } from '../define.ts'
import { electionsOf, membershipOf } from '../disruption/quorum.ts'
import { subjectOf } from '../placement/subject.ts'
import type { View } from '../world.ts'
import { type FewerPlaces, fewerPlaces, sayFewer } from './fewer-places.ts'
import { namesItsPlace } from './names-its-place.ts'

type Rules = {
  elsewhere: {
    workload: string
    count: number
    /** The zones in which its pods may stand. */
    zones: readonly string[]
    /** Why the nodes of the other zones take none, where one zone only does. */
    nodes: readonly (readonly [node: string, why: string])[]
    /** A volume that all pods share, tied to its zone. */
    volume?: string
    /** Zones without which rules leave fewer places than there are pods. */
    fewer: readonly FewerPlaces[]
    grows: readonly string[]
  }
  majority: Pick<Split, 'voters' | 'needed' | 'mayLose' | 'worst' | 'atMost'> & {
    name: string
    /** The zone where most voters must stand, and how many. */
    certain: { readonly zone: string; readonly voters: number }
    grows: readonly string[]
  }
}

export const survivesZone = defineQuestion<Rules>({
  id: 'survives-zone',
  asks: 'Do replicated workloads and quorums have a place in more than one zone?',
  perCluster: true,

  *judge(world) {
    for (const view of world.views) {
      const { estate, pods, denied } = view
      // In one zone nothing survives it, and nobody meant it to.
      if (new Set(estate.nodes.map(({ zone }) => zone)).size < 2 || estate.nodes.some(({ zone }) => !zone)) continue
      const board = boardOf(estate, pods, { denied })
      const grows = growsBy(estate)
      yield* board.members.flatMap((member) => workloadFinding(board, member, grows, view))
      yield* electionsOf(view).flatMap((fact) => quorumFinding(board, fact, grows, view))
    }
  },

  says: {
    elsewhere: ({ workload, count, zones, nodes, volume, fewer, grows }, truth) => {
      if (truth === true)
        return {
          line: `pods of ${workload} may stand in ${zones.length} zones`,
          rows: fewer.map((one) => [`without ${one.zone}`, sayFewer(one, count)] as const),
        }
      if (volume !== undefined)
        return `all ${count} pods of ${workload} share the volume ${volume}, which is tied to its zone: with that zone all of them are gone`
      const line = `all ${count} pods of ${workload} stand in zone ${zones.join()}, and no node of another zone takes them`
      return { line: truth === false ? line : `${line}; ${grows.join(', ')} may add one that does`, rows: nodes }
    },
    majority: ({ name, voters, needed, worst, atMost, certain, grows }, truth) => {
      const majority = `${needed} of the ${voters} voters of ${name} are needed`
      if (truth === true) return `${majority}, and at most ${atMost} of them in one zone`
      const line = `${majority}, and ${certain.voters} have no place outside zone ${certain.zone}`
      if (truth === false) return line
      return grows.length > 0 && certain.voters > voters - needed
        ? `${line}; ${grows.join(', ')} may add one`
        : `${majority}, and up to ${worst.voters} may stand in zone ${worst.domain}: nothing rules it out`
    },
  },
})

function workloadFinding(board: Board, member: Member, grows: readonly string[], view: View): Finding<Rules>[] {
  const { pod, count, daemon } = member
  if (daemon || !pod.steady || count < 2 || namesItsPlace(pod)) return []
  const open = [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node))
  // No node, or one: `placed` and `survives-node` say that.
  if (open.length < 2) return []
  const found = elsewherePart(board, member, zonesOf(board, open), grows, view)
  return [
    {
      id: subjectOf(pod, view),
      environment: pod.environment,
      cluster: view.estate.cluster,
      says: `the rules of ${pod.name} leave at least one of its ${count} pods a place without any one zone`,
      source: pod.source,
      about: [pod.workload],
      parts: [found],
    },
  ]
}

function elsewherePart(
  board: Board,
  member: Member,
  zones: readonly string[],
  grows: readonly string[],
  view: View,
): AnyPart<Rules> {
  const { pod, count } = member
  const shared = pod.claims.find(({ perPod, bound }) => !perPod && bound === 'zone')
  const isAlone = zones.length === 1
  const nodes = isAlone
    ? [...board.nodes.entries()].flatMap(([node, { name, zone = '' }]) =>
        zones.includes(zone) ? [] : [[name, emptyNodeRefusals(board, member, node).map(sayReason).join('; ')] as const],
      )
    : []
  const fewer = fewerPlaces(board, member)
  const because = { workload: pod.name, count, zones, nodes, ...(shared && { volume: shared.claim }), fewer, grows }
  const truth = shared ? false : !isAlone ? true : grows.length > 0 ? undefined : false
  return part('elsewhere', truth, because, {
    cause: `one-zone/${subjectOf(pod, view).join('/')}`,
    hint: shared ? 'a volume that every zone reaches, or one for each pod' : 'a node of another zone that takes them',
    at: { source: pod.source },
  })
}

function quorumFinding(board: Board, fact: FactOf<'elects'>, grows: readonly string[], view: View): Finding<Rules>[] {
  const { environment, component, name, source } = fact
  const split = worstSplit(view.estate, view.pods, fact, 'zone')
  // Two voters are lost with either, wherever they stand: `quorum` says that.
  if (split.voters < 3) return []
  // A zone that all of them ask for by name is meant.
  if (split.workloads.every(namesItsPlace)) return []
  const certain = certainIn(board, fact)
  const { voters, needed, mayLose, worst, atMost } = split
  const isTaken = certain.voters > mayLose && grows.length === 0
  const assumes = membershipOf(fact)
  const isDenied = assumes.some(({ id }) => view.denied.has(id))
  const truth = isTaken || isDenied ? false : split.answer === 'holds' ? true : undefined
  const because = { name, voters, needed, mayLose, worst, atMost, certain, grows }
  return [
    {
      id: [environment, component, ...(name === component ? ['quorum'] : [name])],
      environment,
      cluster: view.estate.cluster,
      says: `${name} keeps a majority when any one zone is lost`,
      source,
      about: split.workloads.map(({ workload }) => workload),
      parts: [
        part('majority', truth, because, {
          assumes,
          cause: causeOf(split, view),
          hint: `a required spread of all voters over ${zoneKey}, in three zones or more`,
          at: { source: split.workloads[0]?.source ?? source },
        }),
      ],
    },
  ]
}

/** That of the workload whose pods all stand there, where it is one. */
function causeOf({ workloads, election }: Split, view: View): string {
  const [only, ...others] = workloads
  return only && others.length === 0
    ? `one-zone/${subjectOf(only, view).join('/')}`
    : `majority-in-one-zone/${view.estate.cluster}/${election}`
}

/** The zone that holds most of the voters that have no place in any other. */
function certainIn(board: Board, { voters }: FactOf<'elects'>): Rules['majority']['certain'] {
  const bound = new Map<string, number>()
  for (const member of board.members.filter(({ pod }) => voters.includes(pod.workload))) {
    const open = [...board.nodes.keys()].filter((node) => takesWhenEmpty(board, member, node))
    const [zone, ...others] = zonesOf(board, open)
    if (zone !== undefined && others.length === 0) bound.set(zone, (bound.get(zone) ?? 0) + member.count)
  }
  const [most] = [...bound].sort(([a, m], [b, n]) => n - m || byCodePoint(a, b))
  return { zone: most?.[0] ?? '', voters: most?.[1] ?? 0 }
}

function zonesOf({ nodes }: Board, at: readonly number[]): readonly string[] {
  return [...new Set(at.map((node) => nodes[node]?.zone ?? ''))].sort(byCodePoint)
}
