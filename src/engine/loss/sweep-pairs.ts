// Two nodes at once: only what their loss leaves beyond what that of each alone does.

import type { Estate } from '../../estate/estate.ts'
import { firstAlike } from '../placement/alike.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { besideAny } from './beside-any.ts'
import { type Ground, groundOf } from './ground.ts'
import { hurtBy, type LostAlone, lostAlone } from './lost-alone.ts'
import { type Outcome, outcomeOf } from './outcome.ts'
import { type Failure, type Scene, sceneOf } from './scene.ts'
import { isSure } from './sure.ts'

/** An outcome of the first of some pairs that cannot be told apart, and how many there are of them. */
export interface PairOutcome extends Outcome {
  readonly pairs: number
}

export interface Pairs {
  /** Pairs that leave more without a place than each of the two; where nothing was seen, one row for all that are alike. */
  readonly rows: readonly PairOutcome[]
  readonly decided: Decided
}

/** How many pairs were decided in which way, silent and removed counted apart. */
export interface Decided {
  /** By what is sure of each of the two whichever other node is lost with it. */
  readonly atAGlance: number
  /** By some classes, asked with both lost. */
  readonly byClasses: number
  /** By all that both displace. */
  readonly asWhole: number
  /** Like a pair that was asked. */
  readonly alike: number
}

const states = ['silent', 'removed'] as const

/** `tell` hears now and then how many pairs are decided, of how many. */
export function sweepPairs(
  estate: Estate,
  pods: readonly PodClass[],
  tell: (decided: number, of: number) => void = () => undefined,
): Pairs {
  const ground = groundOf(estate, pods)
  const { length } = ground.board.nodes
  const all = length * (length - 1)
  const found = { rows: [] as PairOutcome[], decided: { atAGlance: 0, byClasses: 0, asWhole: 0, alike: 0 } }
  const told = () =>
    tell(
      Object.values(found.decided).reduce((sum, pairs) => sum + pairs, 0),
      all,
    )
  for (const state of states)
    if (ground.isObserved) seenPairs(ground, state, found, told)
    else likePairs(ground, state, found, told)
  return found
}

interface Found {
  readonly rows: PairOutcome[]
  readonly decided: { -readonly [By in keyof Decided]: number }
}

function seenPairs(ground: Ground, state: Failure['state'], { rows, decided }: Found, told: () => void): void {
  const beside = besideAny(ground, state)
  const alone = ground.board.nodes.map((_, node) => lostAlone(ground, { node, state }, beside))
  for (const [a, one] of alone.entries()) {
    for (let b = a + 1; b < alone.length; b++) {
      const other = alone[b]
      if (!other) continue
      const way = wayOf(ground, { lost: [a, b], state }, one, other)
      decided[way]++
      if (way !== 'asWhole') continue
      const outcome = judged(ground, [a, b], state)
      if (isMore(outcome, [one.hurt, other.hurt])) rows.push({ ...outcome, pairs: 1 })
    }
    told()
  }
}

/** What it takes to see that a pair leaves nothing more than its nodes do; `asWhole` where it may. */
function wayOf(ground: Ground, failure: Failure, one: LostAlone, other: LostAlone): keyof Omit<Decided, 'alike'> {
  const [a = 0, b = 0] = failure.lost
  // Somebody who preempts shakes others, who did not stand on the node that made it do so.
  if (one.preemptor !== other.preemptor) return 'asWhole'
  const [byOne, byOther] = [one.touched.get(b), other.touched.get(a)]
  if (one.loose.length + other.loose.length === 0 && !byOne && !byOther) return 'atAGlance'
  const scene = sceneOf(ground, failure)
  const asked = new Set([...one.loose, ...other.loose, ...(byOne ?? []), ...(byOther ?? [])])
  return areSure(scene, asked) ? 'byClasses' : 'asWhole'
}

function areSure(scene: Scene, asked: Iterable<number>): boolean {
  for (const index of asked) {
    const member = scene.ground.board.members[index]
    if (member && !isSure(scene, member)) return false
  }
  return true
}

function likePairs(ground: Ground, state: Failure['state'], { rows, decided }: Found, told: () => void): void {
  const kinds = kindsOf(ground)
  const alone = kinds.map(([first]) => new Set(first === undefined ? [] : hurtBy(judged(ground, [first], state))))
  for (const [i, a] of kinds.entries()) {
    for (const [j, b] of kinds.entries()) {
      const [one, other] = [a[0], i === j ? a[1] : b[0]]
      if (j < i || one === undefined || other === undefined) continue
      const outcome = judged(ground, [one, other], state)
      const pairs = i === j ? (a.length * (a.length - 1)) / 2 : a.length * b.length
      decided.asWhole++
      decided.alike += pairs - 1
      if (isMore(outcome, [alone[i], alone[j]])) rows.push({ ...outcome, pairs })
    }
    told()
  }
}

function isMore(outcome: Outcome, known: readonly (ReadonlySet<string> | undefined)[]): boolean {
  return hurtBy(outcome).some((ref) => known.every((hurt) => !hurt?.has(ref)))
}

function judged(ground: Ground, lost: readonly number[], state: Failure['state']): Outcome {
  const name = `node/${lost.map((node) => ground.board.nodes[node]?.name ?? '').join('+')}`
  return outcomeOf(name, { lost, state }, { ground, full: undefined, ask: () => undefined })
}

/** Nodes that are alike, together. */
function kindsOf({ board }: Ground): readonly (readonly number[])[] {
  const alike = firstAlike(board)
  return [...Map.groupBy(board.nodes.keys(), (node) => alike[node] ?? node).values()]
}
