import type { Step } from '../../platform/model.ts'

/** Of each step the indices of those that are over when it begins: it follows the one before unless it says what it follows. */
export function overBefore(steps: readonly Step[]): readonly ReadonlySet<number>[] {
  const over: Set<number>[] = []
  for (const [at, { after }] of steps.entries()) {
    const before = after ? after.map((one) => steps.findIndex((step) => step.name === one)) : at === 0 ? [] : [at - 1]
    over.push(new Set(before.flatMap((index) => [index, ...(over[index] ?? [])])))
  }
  return over
}
