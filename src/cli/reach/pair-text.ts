import { clean } from '../text/clean.ts'
import { wrap } from '../text/wrap.ts'
import type { PairAnswer } from './pair.ts'
import type { ToldSide } from './pair-sides.ts'
import { sideLines } from './pair-sides-text.ts'

// A pair that is kept apart is no fault, so there is no sign of one.
const marks = { open: 'open', shut: 'blocked', unknown: 'unknown' } as const

/** One pair, port by port: what lets it through, or the rules that come nearest; what all of it rests on stands last. */
export function pairText(pairs: readonly PairAnswer[], width: number | undefined): string {
  const clusters = [...new Set(pairs.map(({ cluster }) => cluster))]
  const told = pairs.map((pair) => ({ cluster: pair.cluster, lines: linesOf(pair) }))
  const alike = [...Map.groupBy(told, ({ lines }) => lines.join('\n')).values()]
  const blocks = alike.map((group) => {
    const where = [...new Set(group.map(({ cluster }) => cluster))]
    const head = clusters.length > 1 ? [`in ${where.join(', ')}`] : []
    return [...head, ...(group[0]?.lines ?? [])]
  })
  const byHead =
    clusters.length > 1 ? blocks.flatMap((block, at) => (at === 0 ? block : ['', ...block])) : blocks.flat()
  const lines = [...byHead, ...unlessLines(pairs)]
  return `${lines.flatMap((line) => wrap(clean(line), width, hanging(line))).join('\n')}\n`
}

// What goes on stands a little deeper than where it began.
function hanging(line: string): string {
  const [, head = ''] = /^( *(?:(?:out|in) +)?)/.exec(line) ?? []
  return ' '.repeat(Math.max(head.length + 2, 6))
}

function linesOf({ ways }: PairAnswer): readonly string[] {
  return ways.flatMap(({ open, says, assumes, egress, ingress }) => {
    const mark = marks[open ? 'open' : open === undefined ? 'unknown' : 'shut']
    return [
      ...says.map(({ line }) => `${mark}: ${line}`),
      ...assumes.map((text) => `    only if ${text}`),
      ...bothLines(egress, ingress),
    ]
  })
}

// Where no policy has a say the line above says so.
function bothLines(egress: ToldSide | undefined, ingress: ToldSide | undefined): readonly string[] {
  const isSaid = [egress, ingress].some((side) => side && (side.isolatedBy.length > 0 || side.rules.length > 0))
  return isSaid ? [...sideLines('out', egress), ...sideLines('in', ingress)] : []
}

// It holds of every port alike: said once.
function unlessLines(pairs: readonly PairAnswer[]): readonly string[] {
  const says = pairs.flatMap(({ ways }) => ways.flatMap((way) => way.says))
  const texts = says.flatMap(({ rows = [] }) => rows.flatMap(([label, text]) => (label === 'unless' ? [text] : [])))
  return [...new Set(texts)].map((text) => `unless ${text}`)
}
