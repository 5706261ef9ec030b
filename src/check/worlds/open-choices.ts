// What is still to be chosen, on the day of the check: each choice with its options, and how many platforms follow.

import type { Choice } from '../../platform/worlds.ts'
import type { Advice } from '../report.ts'

export function openChoices(name: string, choices: readonly Choice[], asOf: string): readonly Advice[] {
  if (choices.length === 0) return []
  const ways = choices.map(({ labels }) => labels.length)
  const all = ways.reduce((product, each) => product * each, 1)
  const open = choices.length === 1 ? 'one choice is open' : `${choices.length} choices are open`
  const line = `${open} on ${asOf}: ${ways.length > 1 ? `${ways.join(' × ')} = ` : ''}${all} platforms are meant at once`
  return [
    {
      id: `undecided/${name}`,
      says: { line, rows: choices.map(({ name, labels }) => [name, orText(labels)] as const) },
    },
  ]
}

function orText(labels: readonly string[]): string {
  return [labels.slice(0, -1).join(', '), labels.at(-1)].join(' or ')
}
