// What holds only under assumptions, turned round: each assumption once, with the verdicts that rest on it.

import type { Verdict } from '../../check/verdict.ts'
import { byCodePoint } from '../../platform/order.ts'
import { count } from './count.ts'
import { wrap } from './wrap.ts'

export function assumedText(assumed: readonly Verdict[], width: number | undefined): readonly string[] {
  const byAssumption = new Map<string, { says: string; verdicts: Verdict[] }>()
  for (const verdict of assumed)
    for (const { id, says } of verdict.assumes) {
      const known = byAssumption.get(id)
      if (known) known.verdicts.push(verdict)
      else byAssumption.set(id, { says, verdicts: [verdict] })
    }
  if (byAssumption.size === 0) return []
  const sorted = [...byAssumption].sort(([a], [b]) => byCodePoint(a, b))
  const lines = sorted.flatMap(([, { says, verdicts }]) => [
    ...wrap(`~ ${says}`, width, '    '),
    ...wrap(`    ${count(verdicts.length, 'verdict')}: ${named(verdicts)}`, width, '      '),
  ])
  return ['', 'kept only if', ...lines]
}

export function named(verdicts: readonly Verdict[]): string {
  const ids = verdicts.slice(0, 4).map(({ id }) => id)
  return verdicts.length > ids.length ? `${ids.join(', ')}, …` : ids.join(', ')
}
