import assert from 'node:assert/strict'
import { test } from 'node:test'
import { pairsProgress } from './pairs-progress.ts'

function told(isTTY: boolean, steps: readonly number[]): string {
  let text = ''
  const stream = { isTTY, write: (more: string) => (text += more) } as unknown as NodeJS.WriteStream
  const tell = pairsProgress(stream)
  for (const decided of steps) tell(decided, 200)
  return text
}

const rows: [name: string, isTTY: boolean, steps: readonly number[], says: string][] = [
  ['nothing where nobody looks', false, [1, 100, 200], ''],
  ['each percent once', true, [2, 3, 4], '\rtwo nodes at once: 1 %\rtwo nodes at once: 2 %'],
  ['and the line is clean at the end', true, [2, 200], `\rtwo nodes at once: 1 %\r${' '.repeat(22)}\r`],
]
for (const [name, isTTY, steps, says] of rows)
  test(`progress of pairs: ${name}`, () => assert.equal(told(isTTY, steps), says))
