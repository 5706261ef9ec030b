import type { Json } from './json.ts'
import type { Outcome } from './outcome.ts'

const left = 52

/** One line for a comparison, then what disagreed in it. */
export function sayOutcome(outcome: Outcome): string {
  const { says, passed, failed, apart, notes, disagreements, tookSeconds, peakBytes } = outcome
  const counts = `${number(passed)} passed, ${number(failed)} failed`
  const lines = [`${says.padEnd(left)} ${counts}  (${tookSeconds.toFixed(1)} s)`]
  if (peakBytes !== undefined) lines.push(`    within ${number(Math.ceil(peakBytes / 2 ** 20))} MiB`)
  for (const [why, count] of [...apart].sort()) lines.push(`    not compared: ${number(count)} ${why}`)
  for (const [what, count] of [...notes].sort()) lines.push(`    of those: ${number(count)} ${what}`)
  for (const { asked, ours, theirs } of disagreements) {
    lines.push(`    asked   ${told(asked)}`, `    ours    ${told(ours)}`, `    theirs  ${told(theirs)}`)
  }
  if (failed > disagreements.length && disagreements.length > 0) {
    lines.push(`    and ${number(failed - disagreements.length)} more like these or others`)
  }
  return lines.join('\n')
}

/** The totals; before them what failed, once more and with the command that asks it again: the end of a long run is what is read. */
export function sayEnd(outcomes: readonly Outcome[], seed: number): string {
  const total = (of: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[of], 0)
  const failed = outcomes.filter((outcome) => outcome.failed > 0)
  return [
    ...failed.flatMap((outcome) => [
      `failed: ${sayOutcome({ ...outcome, notes: new Map(), apart: new Map() })}`,
      `next: npm run oracle -- --seed ${seed} --only ${outcome.comparison} --keep`,
    ]),
    `${total('passed')} passed, ${total('failed')} failed`,
  ].join('\n')
}

// The whole stands in the case that --keep writes.
function told(json: Json): string {
  const text = JSON.stringify(json)
  return text.length < 4000 ? text : `${text.slice(0, 4000)}… (${number(text.length)} characters)`
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
