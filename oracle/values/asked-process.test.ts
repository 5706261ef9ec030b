import assert from 'node:assert/strict'
import { test } from 'node:test'
import { askedProcess } from './asked-process.ts'

// Doubles a number; hangs, ends or fails where it is told to.
const program = `
  const { createInterface } = require('node:readline')
  createInterface({ input: process.stdin }).on('line', (line) => {
    if (line === '') return
    const { asked } = JSON.parse(line)
    if (asked === 'hang') for (;;);
    if (asked === 'end') process.exit(0)
    if (asked === 'crash') throw new Error('no')
    console.log(JSON.stringify({ answer: asked * 2 }))
  })
`

const rows: [name: string, asked: (number | string)[], answers: unknown[]][] = [
  ['answers in order', [1, 2, 3], [{ answer: 2 }, { answer: 4 }, { answer: 6 }]],
  [
    'one that hangs, and those behind it',
    [1, 'hang', 3],
    [{ answer: 2 }, { hangs: 'no answer in 5 s' }, { answer: 6 }],
  ],
  ['one that ends', ['end', 2], [{ crashed: 'the process has ended' }, { answer: 4 }]],
  ['one that crashes last', [1, 'crash'], [{ answer: 2 }, { crashed: 'the process has ended' }]],
]

for (const [name, asked, answers] of rows) {
  test(`a process is asked: ${name}`, async () => {
    const process_ = askedProcess({ command: process.execPath, args: ['-e', program], longestSeconds: 5 })
    try {
      assert.deepEqual(await process_.ask(asked.map((one) => ({ asked: one }))), answers)
    } finally {
      process_.stop()
    }
  })
}

test('a process is asked: what is not accepted is no answer, and another process goes on', async () => {
  let starts = 0
  const process_ = askedProcess({
    command: process.execPath,
    args: ['-e', program],
    longestSeconds: 5,
    accept: (answer) => (starts++ === 0 ? { memory: '2048 MiB' } : answer),
  })
  assert.deepEqual(await process_.ask([{ asked: 1 }, { asked: 2 }]), [{ memory: '2048 MiB' }, { answer: 4 }])
  process_.stop()
})
