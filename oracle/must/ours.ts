import { type LossAnswer, lossAnswers } from '../../src/engine/loss/after-node-loss.ts'
import { groundOf } from '../../src/engine/loss/ground.ts'
import { type Displaced, judge } from '../../src/engine/loss/judge.ts'
import { type LossFate, lossesOf } from '../../src/engine/loss/losses.ts'
import { sceneOf } from '../../src/engine/loss/scene.ts'
import { witnessesOf } from '../../src/engine/loss/witness.ts'
import { smallClass, smallEstate } from '../../src/engine/placement/small-cluster.ts'
import type { PodClass } from '../../src/engine/pods/pod-class.ts'
import type { MustCase, SmallWork } from './case.ts'

/** A row of ours, with the class of each member that its orders name. */
export interface Answered extends Displaced {
  readonly boardOrder: readonly number[]
}

/** What our engine says of each class; undefined where it has no row. */
export function ourAnswers(asked: MustCase, tries: boolean): readonly (Answered | undefined)[] {
  const { estate, pods } = estateOf(asked)
  const ground = groundOf(estate, pods)
  const boardOrder = ground.board.members.map(({ pod }) => Number(pod.name.slice(1)))
  const rows = judge(sceneOf(ground, asked), { tries })
  return asked.classes.map((_, c) => {
    const row = rows.find(({ member }) => member.pod.name === `c${c}`)
    return row && { ...row, boardOrder }
  })
}

/**
 * What a question or a drain asks of each class after the loss of one node, over every placement. What is said of a silent
 * node's pods is said of a StatefulSet's once they are fenced, and that they can be placed of both.
 */
export function questionAnswers(asked: MustCase): readonly (LossAnswer['answer'] | undefined)[] {
  const { classes, lost, seats, state } = asked
  if (seats || lost.length !== 1) return classes.map(() => undefined)
  const { estate, pods } = estateOf(asked)
  const loss = lossAnswers(estate, pods)
  return pods.map(({ workload, kind }) => {
    const answer = loss(workload, `n${lost[0]}`)?.answer
    const isOfOther = (kind === 'StatefulSet') !== (state === 'removed')
    return answer === 'cannot' && isOfOther ? undefined : answer
  })
}

/**
 * What a promise is told of each class, over every placement: of the loss of one node, or of a zone, in whichever state it is
 * worse. That it must find a place is said of both.
 */
export function promisedFates(asked: MustCase): readonly (readonly LossFate[])[] {
  const { classes, lost, seats, state } = asked
  const zone = zoneLost(asked)
  if (seats || (lost.length !== 1 && zone === undefined)) return classes.map(() => [])
  const { estate, pods } = estateOf(asked)
  const losses = lossesOf(estate, pods)
  return pods.map(({ workload }) => {
    const ofNode = lost.length === 1 ? losses.nodes(workload).fates : []
    const ofZone = zone === undefined ? [] : losses.zones(workload).fates
    const own = [
      ...ofNode.filter(({ failures }) => failures.includes(`n${lost[0]}`)),
      ...ofZone.filter(({ failures }) => failures.includes(zone ?? '')),
    ]
    return own.filter((fate) => fate.word === 'must' || fate.state === state)
  })
}

/** The zone, where all of its nodes are lost and no other. */
function zoneLost({ nodes, lost }: MustCase): string | undefined {
  const zone = nodes[lost[0] ?? -1]?.zone
  const own = [...nodes.keys()].filter((at) => nodes[at]?.zone === zone)
  return zone !== undefined && own.length === lost.length && own.every((at) => lost.includes(at)) ? zone : undefined
}

/** Classes of which the scheduler itself was found to leave a pod without a place, in one of its orders. */
export function scheduledFailures(asked: MustCase): readonly number[] {
  const { estate, pods } = estateOf(asked)
  const lost = asked.lost.map((node) => `n${node}`)
  return [...witnessesOf(estate, pods, { lost, state: asked.state }).found.keys()].map((workload) =>
    Number(workload.slice(workload.lastIndexOf('/c') + 2)),
  )
}

/** The estate and pods of a case. */
export function estateOf({ nodes, classes, seats }: MustCase) {
  const estate = smallEstate(
    nodes.map(({ zone, cpu, memory, slots, disk, isTainted }, at) => ({
      name: `n${at}`,
      cpu: `${cpu}`,
      memory: `${memory}`,
      pods: `${slots}`,
      ...(zone !== undefined && { zone }),
      ...(disk !== undefined && { labels: { disk } }),
      taints: isTainted ? [{ key: 'kept', effect: 'NoSchedule' }] : [],
    })),
  )
  return { estate, pods: classes.map((work, c) => classOf(work, c, seats?.[c])) }
}

function classOf(work: SmallWork, c: number, seats: readonly number[] | undefined): PodClass {
  const { kind, count, cpu, memory, disk, port, priority, neverPreempts, apart = [], near = [], spread = [] } = work
  const made = smallClass({
    name: `c${c}`,
    kind,
    count,
    cpu: `${cpu}`,
    memory: `${memory}`,
    ...(disk !== undefined && { nodeSelector: { disk } }),
    ...(port !== undefined && { hostPort: port }),
    ...(apart.length > 0 && { apart: apart.map(({ by, from }) => ({ by, from: `c${from}` })) }),
    ...(near.length > 0 && { near: near.map(({ by, to }) => ({ by, to: `c${to}` })) }),
    ...(spread.length > 0 && { spread: spread.map(rule) }),
    spec: {},
  })
  const ranks = { priority: priority ?? 0, preemptionPolicy: neverPreempts ? 'Never' : 'PreemptLowerPriority' }
  const standing = seats?.map((node, at) => ({ pod: `c${c}-x${at}`, node: `n${node}` }))
  return { ...made, spec: { ...made.spec, ...ranks }, ...(standing && { standing }) }
}

function rule({ by, maxSkew, minDomains, honorsTaints }: NonNullable<SmallWork['spread']>[number]) {
  const more = { ...(minDomains !== undefined && { minDomains }), ...(honorsTaints && { nodeTaintsPolicy: 'Honor' }) }
  return { by, maxSkew, more }
}
