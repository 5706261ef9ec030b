import type { Outcome } from './outcome.ts'

const left = 52

/** One line for a comparison, then what disagreed in it. */
export function sayOutcome({ says, passed, failed, apart, notes, disagreements, tookSeconds }: Outcome): string {
  const counts = `${number(passed)} passed, ${number(failed)} failed`
  const lines = [`${says.padEnd(left)} ${counts}  (${tookSeconds.toFixed(1)} s)`]
  for (const [why, count] of [...apart].sort()) lines.push(`    not compared: ${number(count)} ${why}`)
  for (const [what, count] of [...notes].sort()) lines.push(`    of those: ${number(count)} ${what}`)
  for (const { asked, ours, theirs } of disagreements) {
    lines.push(
      `    asked   ${JSON.stringify(asked)}`,
      `    ours    ${JSON.stringify(ours)}`,
      `    theirs  ${JSON.stringify(theirs)}`,
    )
  }
  if (failed > disagreements.length && disagreements.length > 0) {
    lines.push(`    and ${number(failed - disagreements.length)} more like these or others`)
  }
  return lines.join('\n')
}

export function sayEnd(outcomes: readonly Outcome[]): string {
  const total = (of: 'passed' | 'failed') => outcomes.reduce((sum, outcome) => sum + outcome[of], 0)
  return `${total('passed')} passed, ${total('failed')} failed`
}

function number(count: number): string {
  return count.toLocaleString('en-US')
}
