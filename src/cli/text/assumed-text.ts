// What holds only under assumptions, turned round: each assumption once, with the verdicts that rest on it.

import type { Verdict } from '../../check/verdict.ts'
import { byCodePoint } from '../../platform/order.ts'
import { count } from './count.ts'
import { wrap } from './wrap.ts'

// More assumptions of one family than these are said as one.
const mostOfAFamily = 3

interface Resting {
  readonly family: string
  readonly says: string
  readonly verdicts: Set<Verdict>
}

export function assumedText(assumed: readonly Verdict[], width: number | undefined): readonly string[] {
  const found = restingOn(assumed)
  if (found.length === 0) return []
  const lines = [...Map.groupBy(found, ({ family }) => family).values()].flatMap((of) =>
    of.length > mostOfAFamily ? [together(of)] : of,
  )
  return [
    '',
    'kept only if',
    ...lines.flatMap(({ says, verdicts }) => wrap(`~ ${says} (${restText(verdicts)})`, width, '    ')),
  ]
}

/** Each thing that is assumed once, however many clusters it is said of, in the order of its id. */
function restingOn(assumed: readonly Verdict[]): readonly Resting[] {
  const all = assumed.flatMap((verdict) => verdict.assumes.map(({ id, says }) => ({ id, says, verdict })))
  const byWords = new Map<string, Resting>()
  for (const { id, says, verdict } of all.sort((a, b) => byCodePoint(a.id, b.id))) {
    const known = byWords.get(says)
    if (known) known.verdicts.add(verdict)
    else byWords.set(says, { family: id.split('/')[0] ?? id, says, verdicts: new Set([verdict]) })
  }
  return [...byWords.values()]
}

// One is named; of more, each says itself what it rests on (`explain`).
function restText(verdicts: ReadonlySet<Verdict>): string {
  const [only] = verdicts
  return verdicts.size === 1 && only ? only.id : count(verdicts.size, 'verdict')
}

function together(of: readonly Resting[]): Resting {
  const [first] = of as readonly [Resting, ...Resting[]]
  return {
    ...first,
    says: `${first.says}; and ${of.length - 1} more like it`,
    verdicts: new Set(of.flatMap(({ verdicts }) => [...verdicts])),
  }
}

export function named(verdicts: readonly Verdict[]): string {
  const ids = verdicts.slice(0, 4).map(({ id }) => id)
  return verdicts.length > ids.length ? `${ids.join(', ')}, …` : ids.join(', ')
}
