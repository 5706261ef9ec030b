import { countOne } from '../outcome.ts'
import type { RealAnswer } from './real.ts'

/** Counts what decided about a pod: who refused it where, who told nodes apart, who had to go. */
export function countDecisions(notes: Map<string, number>, answer: RealAnswer): void {
  const { nowhere, refused = {}, scores = {}, chosen, nominated } = answer
  if (nowhere) countOne(notes, `nowhere: ${nowhere.plugin}: ${nowhere.reasons.map(general).join(', ')}`)
  for (const { plugin, reasons } of Object.values(refused)) {
    for (const reason of reasons) countOne(notes, `refused: ${plugin}: ${general(reason)}`)
  }
  for (const plugin of deciding(scores)) countOne(notes, `scored apart: ${plugin}`)
  if (chosen) countOne(notes, 'placed')
  else countOne(notes, nominated ? 'preempting' : 'not placed')
}

/** A reason without the names of this cluster. */
export function general(reason: string): string {
  return reason
    .replace(/"[^"]*"/g, '"…"')
    .replace(/\{[^}]*\}/g, '{…}')
    .replace(/\b(stands|asked|claim|volume|uid)-[\w-]+/g, '…')
}

function deciding(scores: NonNullable<RealAnswer['scores']>): readonly string[] {
  const nodes = Object.values(scores)
  const [first] = nodes
  if (!first) return []
  return Object.keys(first.by).filter((plugin) => nodes.some(({ by }) => by[plugin] !== first.by[plugin]))
}
