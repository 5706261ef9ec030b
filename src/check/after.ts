// An object that the API server would refuse is a finding of its own; every other question judges it as if admitted, and
// its verdict says so.

import type { Verdict } from './verdict.ts'

/** The verdicts, each with the ids of the refusals that it was judged past: those of the workloads that it names. */
export function withAfter(verdicts: readonly Verdict[]): readonly Verdict[] {
  const refused = new Map<string, string[]>()
  for (const { asks, verdict, id, subject, environment, cluster } of verdicts) {
    if (asks !== 'admitted' || verdict !== 'broken' || subject.endsWith('/shown')) continue
    const key = keyOf(environment ?? cluster, subject.split('/').at(-1) ?? '')
    refused.set(key, [...(refused.get(key) ?? []), id])
  }
  return refused.size === 0 ? verdicts : verdicts.map((verdict) => judgedPast(verdict, refused))
}

function judgedPast(verdict: Verdict, refused: ReadonlyMap<string, readonly string[]>): Verdict {
  if (verdict.asks === 'admitted' || verdict.kind === 'figure') return verdict
  const place = verdict.environment ?? verdict.cluster
  const past = namesIn(verdict.subject).flatMap((name) => refused.get(keyOf(place, name)) ?? [])
  return past.length === 0 ? verdict : { ...verdict, after: [...new Set([...verdict.after, ...past])].sort() }
}

// `api/orders:http` names api and orders.
function namesIn(subject: string): readonly string[] {
  return subject.split('/').map((segment) => segment.split(':')[0] ?? segment)
}

function keyOf(place: string | undefined, name: string): string {
  return JSON.stringify([place, name])
}
