import type { Failing } from '../../src/engine/loss/judge.ts'
import type { MustCase } from './case.ts'
import { type Counts, fits, type Scene } from './fits.ts'

/** Whether an order is one that may come, and leaves a displaced pod of the class without a place in the end. */
export function isFailing(asked: MustCase, c: number, { start, order }: Failing, classAt: readonly number[]): boolean {
  const { nodes, classes, lost, state, seats } = asked
  const none = classes.map(() => nodes.map(() => 0))
  const isLost = (n: number) => lost.includes(n)
  const before: Scene = { nodes, classes, isGone: () => false, isSilent: () => false, dying: none }
  const stood = run(before, none, start, classAt, seats !== undefined)
  if (!stood) return false
  const split = (on: boolean) => stood.map((row) => row.map((many, n) => (isLost(n) === on ? many : 0)))
  const after: Scene = {
    nodes,
    classes,
    isGone: (n) => state === 'removed' && isLost(n),
    isSilent: (n) => state === 'silent' && isLost(n),
    dying: state === 'silent' ? split(true) : none,
  }
  const end = run(after, split(false), order, classAt, false)
  if (!end) return false
  const total = (row: readonly number[] = []) => row.reduce((sum, one) => sum + one, 0)
  const isEnd = classes.every(({ count, kind }, other) => {
    const stuck = state === 'silent' && kind === 'StatefulSet' ? total(split(true)[other]) : 0
    return total(end[other]) + stuck >= count || nodes.every((_, n) => !fits(after, other, n, end))
  })
  const displaced = total(split(true)[c])
  return isEnd && displaced > 0 && total(end[c]) < total(stood[c])
}

function run(
  scene: Scene,
  from: Counts,
  steps: Failing['order'],
  classAt: readonly number[],
  isSeen: boolean,
): Counts | undefined {
  let live = from
  for (const { member, node } of steps) {
    const c = classAt[member] ?? -1
    // What was seen is there, however it came about.
    if (!isSeen && !fits(scene, c, node, live)) return undefined
    live = live.map((row, i) => (i === c ? row.map((many, n) => (n === node ? many + 1 : many)) : row))
  }
  return live
}
