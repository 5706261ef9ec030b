import type { Never } from '../../engine/monitoring/series.ts'

/** Why an expression gives nothing, ever. */
export function neverWords(never: Never): string {
  switch (never.why) {
    case 'matchers':
      return `${short(never.of)} selects nothing: no label is ${never.said} at once`
    case 'value':
      return `${short(never.of)} is ${never.values}, so ${never.op} ${short(never.with)} is never true`
    case 'sides':
      return `the sides of ${never.op} never have the same labels: on the left ${never.left}, on the right ${never.right}`
    case 'present':
      return `${short(never.of)} is always there, so its absence never is`
    case 'both':
      return never.op === 'unless'
        ? `whatever is ${short(never.left)} is also ${short(never.right)}, and unless takes it away`
        : `nothing is ${short(never.left)} and ${short(never.right)} at once`
  }
}

function short(expression: string): string {
  const line = expression.replaceAll(/\s+/g, ' ')
  return line.length > 80 ? `${line.slice(0, 77)}…` : line
}
