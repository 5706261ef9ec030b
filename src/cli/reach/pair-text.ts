import { clean } from '../text/clean.ts'
import { placeText } from '../text/place-text.ts'
import { wrap } from '../text/wrap.ts'
import type { PairAnswer } from './pair.ts'

const marks = { open: '✓', shut: '✗', unknown: '?' } as const

/** One pair, port by port: what lets it through, or the rules that come nearest. */
export function pairText(pairs: readonly PairAnswer[], width: number | undefined): string {
  const lines = pairs.flatMap(({ ways }) =>
    ways.flatMap(({ open, says, assumes, at }) => {
      const mark = marks[open ? 'open' : open === undefined ? 'unknown' : 'shut']
      return [
        ...says.flatMap(({ line, rows = [] }) => [
          `${mark} ${line}`,
          ...rows.map(([label, text]) => `    ${label}  ${text}`),
        ]),
        ...assumes.map((text) => `    only if ${text}`),
        ...(at ? [`    declared at ${placeText(at)}`] : []),
      ]
    }),
  )
  return `${lines.flatMap((line) => wrap(clean(line), width, '      ')).join('\n')}\n`
}
