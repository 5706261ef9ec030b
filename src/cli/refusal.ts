// Seaworthy cannot go on: one line that says what and why, one line that says what next. Exit 2.

import { clean } from './text/clean.ts'

export class Refusal extends Error {
  readonly doing: string
  readonly next: string
  readonly exitCode: number

  constructor(because: string, { doing, next, exitCode = 2 }: { doing: string; next: string; exitCode?: number }) {
    super(because)
    this.name = 'Refusal'
    this.doing = doing
    this.next = next
    this.exitCode = exitCode
  }
}

export function refusalText({ message, doing, next }: Refusal): string {
  const text = `seaworthy: cannot ${doing}: ${message}\nnext: ${next}\n`
  return text.split('\n').map(clean).join('\n')
}
