import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Worker } from 'node:worker_threads'
import { endOf } from './end-of.ts'

const rows: [says: string, code: string, ends: string][] = [
  ['the file runs too long', "send({ is: 'starts' })", 'late false'],
  ['what is made of it may take longer', "send({ is: 'starts' }); send({ is: 'loaded' }); done(300)", 'done'],
  ['but not for ever', "send({ is: 'starts' }); send({ is: 'loaded' })", 'late true'],
]

for (const [says, code, ends] of rows)
  test(`the end of a worker: ${says}`, async () => {
    const script = `const { parentPort } = require('node:worker_threads')
      const send = (answer) => parentPort.postMessage(answer)
      const done = (ms) => setTimeout(() => send({ is: 'done' }), ms)
      setInterval(() => {}, 1000)
      ${code}`
    const watch = { longestMs: 150, judgingMs: 3_000, memoryMiB: 1024, print: () => {} }
    const end = await endOf(new Worker(script, { eval: true }), watch)
    assert.equal(end.is === 'late' ? `late ${end.ours}` : end.is, ends)
  })
