// What becomes of displaced pods over every order in which they and all pending pods are tried, and every choice of a node that
// takes them, each that is refused tried again until nothing changes; with preemption. Found by trying them all.

import type { MustCase } from './case.ts'
import { type Counts, fits, type Scene } from './fits.ts'

export interface Truth {
  /** Of how many displaced pods, over all placements from which the failure may come. */
  readonly displaced: { readonly least: number; readonly most: number }
  readonly answer: 'must' | 'may' | 'cannot'
  /** Pods of the class that have no place in the end, in the kindest of all orders. */
  readonly without: number
}

/** More states than these are not tried. */
const mostStates = 60_000

/** Per class; undefined where none of its pods was displaced, or stood with all its fellows. Nothing where there is too much to try. */
export function everyOrder(asked: MustCase): readonly (Truth | undefined)[] | undefined {
  const budget = { left: mostStates }
  const starts = asked.seats ? [countsOf(asked)] : startsOf(asked, budget)
  if (!starts) return undefined
  const truths: (Truth | undefined)[] = asked.classes.map(() => undefined)
  for (const start of starts) {
    const ends = endsFrom(asked, start, budget)
    if (!ends) return undefined
    for (const [c, truth] of truths.entries()) {
      const met = meet(asked, start, ends, c)
      if (met) truths[c] = truth ? join(truth, met) : met
    }
  }
  return truths
}

function countsOf({ nodes, classes, seats = [] }: MustCase): Counts {
  return classes.map((_, c) => nodes.map((__, n) => (seats[c] ?? []).filter((at) => at === n).length))
}

const total = (row: readonly number[] = []) => row.reduce((sum, one) => sum + one, 0)

function startsOf({ nodes, classes }: MustCase, budget: { left: number }): readonly Counts[] | undefined {
  const none = classes.map(() => nodes.map(() => 0))
  const scene: Scene = { nodes, classes, isGone: () => false, isSilent: () => false, dying: none }
  return explore(
    scene,
    none,
    classes.map(({ count }) => count),
    budget,
  )
}

function isMoved({ classes, state }: MustCase, c: number): boolean {
  return state === 'removed' || classes[c]?.kind !== 'StatefulSet'
}

function endsFrom(asked: MustCase, start: Counts, budget: { left: number }): readonly Counts[] | undefined {
  const { nodes, classes, lost, state } = asked
  const isLost = (n: number) => lost.includes(n)
  const split = (on: boolean) => start.map((row) => row.map((many, n) => (isLost(n) === on ? many : 0)))
  const scene: Scene = {
    nodes,
    classes,
    isGone: (n) => state === 'removed' && isLost(n),
    isSilent: (n) => state === 'silent' && isLost(n),
    dying: state === 'silent' ? split(true) : split(true).map((row) => row.map(() => 0)),
  }
  // A StatefulSet makes no member anew while its old self is there.
  const most = classes.map(
    ({ count }, c) => Math.max(count, total(start[c])) - (isMoved(asked, c) ? 0 : total(split(true)[c])),
  )
  return explore(scene, split(false), most, budget)
}

/** Everything in which placing one pod after the other may end; `most` pods of each class. */
function explore(
  scene: Scene,
  from: Counts,
  most: readonly number[],
  budget: { left: number },
): readonly Counts[] | undefined {
  const seen = new Set<string>()
  const open = [from]
  const ends: Counts[] = []
  for (let live = open.pop(); live; live = open.pop()) {
    const key = live.join('|')
    if (seen.has(key)) continue
    seen.add(key)
    if (budget.left-- <= 0) return undefined
    const next = [...steps(scene, live, most)]
    if (next.length === 0) ends.push(live)
    open.push(...next)
  }
  return ends
}

function* steps(scene: Scene, live: Counts, most: readonly number[]): Generator<Counts> {
  for (const c of scene.classes.keys()) {
    if (total(live[c]) >= (most[c] ?? 0)) continue
    const open = [...scene.nodes.keys()].filter((n) => fits(scene, c, n, live))
    for (const n of open) yield moved(live, c, n, 1)
    if (open.length === 0) yield* preempting(scene, live, c)
  }
}

function moved(live: Counts, c: number, n: number, by: number): Counts {
  return live.map((row, i) => (i === c ? row.map((many, at) => (at === n ? many + by : many)) : row))
}

/** Of those of lower priority on one node, as many stay as may, whichever they are. */
function* preempting(scene: Scene, live: Counts, c: number): Generator<Counts> {
  const rank = (of: number) => scene.classes[of]?.priority ?? 0
  if (scene.classes[c]?.neverPreempts) return
  const lower = [...scene.classes.keys()].filter((other) => rank(other) < rank(c))
  for (const n of scene.nodes.keys()) {
    if (lower.every((other) => (live[other]?.[n] ?? 0) === 0)) continue
    const without = live.map((row, other) => row.map((many, at) => (at === n && lower.includes(other) ? 0 : many)))
    if (!fits(scene, c, n, without)) continue
    yield* reprieved(scene, { c, n, lower, before: live }, without)
  }
}

interface Preempted {
  readonly c: number
  readonly n: number
  readonly lower: readonly number[]
  readonly before: Counts
}

function* reprieved(scene: Scene, { c, n, lower, before }: Preempted, now: Counts): Generator<Counts> {
  const back = lower.filter((other) => {
    if ((now[other]?.[n] ?? 0) >= (before[other]?.[n] ?? 0)) return false
    return fits(scene, c, n, moved(now, other, n, 1))
  })
  if (back.length === 0) yield moved(now, c, n, 1)
  for (const other of back) yield* reprieved(scene, { c, n, lower, before }, moved(now, other, n, 1))
}

function meet(asked: MustCase, start: Counts, ends: readonly Counts[], c: number): Truth | undefined {
  const { classes, lost, seats } = asked
  const count = classes[c]?.count ?? 0
  const displaced = lost.reduce((sum, n) => sum + (start[c]?.[n] ?? 0), 0)
  if (displaced === 0 || !isMoved(asked, c) || (!seats && total(start[c]) < count)) return undefined
  const stayed = total(start[c]) - displaced
  const placed = ends.map((end) => Math.min(displaced, Math.max(0, total(end[c]) - stayed)))
  const [least, most] = [Math.min(...placed), Math.max(...placed)]
  const answer = least === displaced ? 'must' : most === 0 ? 'cannot' : 'may'
  const without = Math.min(
    ...ends.map((end) => (seats ? displaced - Math.min(displaced, total(end[c]) - stayed) : count - total(end[c]))),
  )
  return { displaced: { least: displaced, most: displaced }, answer, without }
}

function join(a: Truth, b: Truth): Truth {
  return {
    displaced: {
      least: Math.min(a.displaced.least, b.displaced.least),
      most: Math.max(a.displaced.most, b.displaced.most),
    },
    answer: a.answer === b.answer ? a.answer : 'may',
    without: Math.min(a.without, b.without),
  }
}
