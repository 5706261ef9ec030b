// What one line of the files decides by one rule has one root, however many objects are made of that line: a slip in a
// chart that fifty releases use is one slip.

import { byCodePoint } from '../platform/order.ts'
import type { Reason, Verdict } from './verdict.ts'

/** The verdicts with one cause for what one rule of one question finds at one line. */
export function withSameLine(verdicts: readonly Verdict[]): readonly Verdict[] {
  const rootOf = joined(verdicts.flatMap(causesAtLines))
  if (rootOf.size === 0) return verdicts
  return verdicts.map((verdict) => (verdict.verdict === 'broken' ? rooted(verdict, rootOf) : verdict))
}

interface AtLine {
  readonly line: string
  readonly cause: string
  readonly id: string
  /** What is judged there: the cluster, and the objects that the verdict is about. */
  readonly of: string
}

function causesAtLines(verdict: Verdict): readonly AtLine[] {
  if (verdict.verdict !== 'broken' || verdict.kind !== 'question') return []
  const { id, cluster, about = [] } = verdict
  const of = JSON.stringify([cluster, about])
  return verdict.because.flatMap((reason) => {
    const line = lineOf(verdict, reason)
    return line === undefined || reason.cause === undefined ? [] : [{ line, cause: reason.cause, id, of }]
  })
}

function lineOf({ asks }: Verdict, { rule, truth, at }: Reason): string | undefined {
  if (truth !== false || !at) return undefined
  return JSON.stringify([asks, rule, at.file, at.line])
}

/** Cause → the one that stands for all that share a line with it, directly or by another; only those that change. */
function joined(found: readonly AtLine[]): ReadonlyMap<string, string> {
  const parents = new Map<string, string>()
  const rootOf = (cause: string): string => {
    const parent = parents.get(cause)
    return parent === undefined ? cause : rootOf(parent)
  }
  for (const of of Map.groupBy(found, ({ line }) => line).values()) {
    if (isCoarse(of)) continue
    const [first = '', ...others] = [...new Set(of.map(({ cause }) => rootOf(cause)))].sort(byCodePoint)
    for (const other of others) parents.set(other, first)
  }
  return new Map([...parents.keys()].map((cause) => [cause, rootOf(cause)]))
}

// Where one object has several findings at one line, the line is only where they begin: a file within a ConfigMap.
function isCoarse(found: readonly AtLine[]): boolean {
  return [...Map.groupBy(found, ({ of }) => of).values()].some((same) => new Set(same.map(({ id }) => id)).size > 1)
}

function rooted(verdict: Verdict, rootOf: ReadonlyMap<string, string>): Verdict {
  const because = verdict.because.map((reason) => {
    const cause = reason.cause === undefined ? undefined : rootOf.get(reason.cause)
    return cause === undefined ? reason : { ...reason, cause }
  })
  return { ...verdict, because, cause: because.find(({ truth }) => truth === false)?.cause }
}
