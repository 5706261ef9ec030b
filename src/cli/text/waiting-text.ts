// What nobody can tell yet, turned round: each thing that somebody could say, with the verdicts that wait for it.

import type { Verdict } from '../../check/verdict.ts'
import { byCodePoint } from '../../platform/order.ts'
import { named } from './assumed-text.ts'
import { count } from './count.ts'
import { signs } from './verdict-text.ts'
import { wrap } from './wrap.ts'

/** What a verdict waits for, where that alone would decide it; undefined where something else is unknown too. */
export function waitsFor({ because }: Verdict): string | undefined {
  const open = new Set(because.filter(({ truth }) => truth === undefined).map((reason) => reason.waitsFor))
  const [only] = open
  return open.size === 1 ? only : undefined
}

export function waitingText(unknown: readonly Verdict[], width: number | undefined): readonly string[] {
  const groups = Map.groupBy(unknown, waitsFor)
  const sorted = [...groups].sort(([a = ''], [b = '']) => byCodePoint(a, b))
  return sorted.flatMap(([what, verdicts]) =>
    what === undefined
      ? []
      : [
          '',
          ...wrap(
            `${signs.unknown} ${count(verdicts.length, 'verdict')} ${verdicts.length === 1 ? 'waits' : 'wait'} for ${what}`,
            width,
            '    ',
          ),
          ...wrap(`    ${named(verdicts)}`, width, '      '),
        ],
  )
}
