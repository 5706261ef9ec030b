// What the loss of every node, and of every zone, leaves of one class, from every placement that may come about: silent, and
// once removed. The same rows as a sweep's, with what shows them; whether volumes can follow is a question of its own.

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Assumption } from '../assumption.ts'
import { hasEstimates, takenAssumption } from '../capacity/node-room.ts'
import { firstAlike } from '../placement/alike.ts'
import type { BoardOptions, Member } from '../placement/board.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type Asked, askingOf } from './asking.ts'
import { type Fate, fateOf } from './fate.ts'
import { type Ground, groundOf } from './ground.ts'
import { type Displaced, isCertain, rowOf, tried } from './judge.ts'
import { withLooseVolumes } from './loose-volumes.ts'
import { hasRanks } from './priority.ts'
import { type Failure, type Scene, sceneOf } from './scene.ts'
import { isDisplaced } from './sure.ts'
import type { Word } from './word.ts'

/** One failure, with all that leave the same. */
export interface LossFate extends Fate {
  /** Nodes by name, or the zone. */
  readonly failures: readonly string[]
  /** How many nodes are lost in one of them. */
  readonly nodes: number
  readonly assumes: readonly Assumption[]
}

export interface Losses {
  /** How many nodes, or zones, were lost, each alone. */
  readonly asked: number
  /** Of these: by what they leave; those that hold no pod of the class are in none. */
  readonly words: { readonly [W in Word]: number }
  /** The least to spare first; of equals by name. */
  readonly fates: readonly LossFate[]
}

export interface LossesOf {
  readonly nodes: (workload: Ref) => Losses
  readonly zones: (workload: Ref) => Losses
}

/** Found when asked for, and once. */
export function lossesOf(estate: Estate, pods: readonly PodClass[], options: BoardOptions = {}): LossesOf {
  const loose = withLooseVolumes(pods)
  const from = { isAnywhere: true, isLoose: pods.some(isTied) } as const
  const ground = groundOf(estate, loose, { ...options, ...from })
  const { board } = ground
  const taken = takenAssumption(estate)
  const isEstimated = hasEstimates(estate) && !options.denied?.has(taken.id)
  const full = isEstimated
    ? groundOf(estate, loose, { denied: new Set([...(options.denied ?? []), taken.id]), ...from })
    : undefined
  const judging: Judging = {
    ground,
    sceneAt: scenesOn(ground),
    fullAt: full && scenesOn(full),
    ask: askingOf(estate, pods, board),
    taken,
  }
  const members = new Map(board.members.map((member) => [member.pod.workload, member]))
  const among = (failures: readonly Failed[]) => {
    const known = new Map<Ref, Losses>()
    return (workload: Ref) => {
      const member = members.get(workload)
      const found = known.get(workload) ?? lossesAmong(judging, member, failures)
      known.set(workload, found)
      return found
    }
  }
  return { nodes: among(nodesOf(ground)), zones: among(zonesOf(ground)) }
}

/** It looks for a node itself, and would not find the same ones with its volumes. */
function isTied({ claims, kind, count }: PodClass): boolean {
  if (kind === 'DaemonSet' || count === 0) return false
  return claims.some(({ bound, volume }) => bound === 'node' || bound === 'zone' || volume !== undefined)
}

interface Failed {
  readonly failures: readonly string[]
  readonly lost: readonly number[]
}

/** Nodes that are alike are one failure. */
function nodesOf({ board }: Ground): readonly Failed[] {
  const { nodes } = board
  const like = Map.groupBy(nodes.keys(), (node) => firstAlike(board)[node] ?? node)
  return [...like].map(([first, all]) => ({
    failures: all.map((node) => nodes[node]?.name ?? '').sort(byCodePoint),
    lost: [first],
  }))
}

function zonesOf({ board: { nodes } }: Ground): readonly Failed[] {
  return [...Map.groupBy(nodes.keys(), (node) => nodes[node]?.zone ?? '')].map(([zone, lost]) => ({
    failures: [zone],
    lost,
  }))
}

interface Judging {
  readonly ground: Ground
  readonly sceneAt: SceneAt
  /** The same with everything taken of which somebody made an estimate. */
  readonly fullAt: SceneAt | undefined
  readonly ask: Asked
  readonly taken: Assumption
}

type SceneAt = (failure: Failure) => Scene

function scenesOn(ground: Ground): SceneAt {
  const known = new Map<string, Scene>()
  return (failure) => {
    const key = `${failure.state} ${failure.lost.join()}`
    const found = known.get(key) ?? sceneOf(ground, failure)
    known.set(key, found)
    return found
  }
}

function lossesAmong(judging: Judging, member: Member | undefined, failures: readonly Failed[]): Losses {
  const fates = member ? failures.flatMap((failed) => worstOf(judging, member, failed) ?? []) : []
  const words = { must: 0, may: 0, cannot: 0, unknown: 0 }
  for (const { word, failures: all } of fates) words[word] += all.length
  const asked = failures.reduce((sum, { failures: all }) => sum + all.length, 0)
  return { asked, words, fates: fates.sort(byNeed) }
}

const states = ['silent', 'removed'] as const

/** Of the two states the worse one; nothing where nothing is made anew in either. */
function worstOf(judging: Judging, member: Member, { failures, lost }: Failed): LossFate | undefined {
  const { sceneAt, ask } = judging
  const both = states.flatMap((state) => {
    const scene = sceneAt({ lost, state })
    const row = triedRow(scene, member)
    return row ? [{ scene, row }] : []
  })
  // Where some certainly have no place in one state, nobody is asked for an order in the other.
  const short = both.filter(({ row: { most, without } }) => most === 0 || without > 0)
  const [worst] = (short.length > 0 ? short : both).map(({ scene, row }) => fateOf(scene, row, ask)).sort(byWord)
  return worst && { ...worst, failures, nodes: lost.length, assumes: assumesOf(judging, member, lost, worst) }
}

function triedRow(scene: Scene, { index }: Member): Displaced | undefined {
  const row = rowOf(scene, scene.ground.board.members[index])
  return row && tried(scene, row)
}

/** That somebody's estimate holds, where they would have no sure place if it did not. */
function assumesOf({ fullAt, taken }: Judging, member: Member, lost: Failure['lost'], { word }: Fate) {
  if (word !== 'must' || !fullAt) return []
  return states.every((state) => isServed(fullAt({ lost, state }), member)) ? [] : [taken]
}

function isServed(scene: Scene, { index }: Member): boolean {
  const member = scene.ground.board.members[index]
  if (!member || !isDisplaced(scene, member) || isCertain(scene, member)) return true
  // Orders are tried where nobody preempts.
  const row = hasRanks(scene.ground.board) ? undefined : triedRow(scene, member)
  return row !== undefined && row.least === row.pods
}

const order: readonly Word[] = ['cannot', 'may', 'unknown', 'must']

function byWord(a: Fate, b: Fate): number {
  return order.indexOf(a.word) - order.indexOf(b.word) || b.without - a.without || spareOf(a) - spareOf(b)
}

// Where every order was tried, nobody knows by how much.
function spareOf({ sums }: Fate): number {
  return sums?.spare ?? 0
}

function byNeed(a: LossFate, b: LossFate): number {
  return byWord(a, b) || byCodePoint(a.failures[0] ?? '', b.failures[0] ?? '')
}
