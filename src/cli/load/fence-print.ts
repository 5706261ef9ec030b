// What a platform file prints is told apart from what Seaworthy prints.

import { format } from 'node:util'
import type { Answer } from './answer.ts'
import { replace } from './fence-clock.ts'
import { userPlace } from './refused.ts'

const MOST_PRINTS = 100
const LONGEST_PRINT = 1000

export function fencePrint(send: (answer: Answer) => void): void {
  let count = 0
  const print = (...given: unknown[]) => {
    count++
    if (count > MOST_PRINTS) return
    const place = userPlace()
    const text = count === MOST_PRINTS ? 'and more, which is left out' : textOf(given)
    send({ is: 'prints', ...place, text })
  }
  const silent = () => {}
  const console: { [name: string]: unknown } = {}
  for (const name of Object.keys(globalThis.console)) console[name] = silent
  for (const name of ['log', 'info', 'warn', 'error', 'debug', 'trace', 'dir', 'table']) console[name] = print
  replace(globalThis, 'console', Object.freeze(console))
}

function textOf(given: readonly unknown[]): string {
  try {
    const text = format(...given)
    return text.length > LONGEST_PRINT ? `${text.slice(0, LONGEST_PRINT)}…` : text
  } catch {
    return 'something that cannot be printed'
  }
}
