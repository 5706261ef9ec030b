import assert from 'node:assert/strict'
import { on } from 'node:events'
import { test } from 'node:test'
import type { Worker } from 'node:worker_threads'
import type { Task } from './answer.ts'
import { startAhead, threadFor } from './thread.ts'

const nowhere: Task = { file: '/nowhere/shop.ts', project: '/nowhere', asOf: '2026-11-21', denied: [] }

// What it says of a file that is not there, after it says that it starts. Both may come at once, where it ends quickly.
async function answerOf(worker: Worker): Promise<string> {
  const said: string[] = []
  for await (const [{ is }] of on(worker, 'message')) {
    said.push(is)
    if (said.length === 2) break
  }
  await worker.terminate()
  return said.join(' ')
}

test('a thread started ahead is told what is asked, and only once', async () => {
  startAhead('names')
  const first = threadFor('names', nowhere)
  const second = threadFor('names', nowhere)
  assert.notEqual(first, second)
  assert.deepEqual(await Promise.all([answerOf(first), answerOf(second)]), ['starts refused', 'starts refused'])
})

test('one that was started for something else is not asked', async () => {
  startAhead('judge')
  const names = threadFor('names', nowhere)
  const judge = threadFor('judge', nowhere)
  assert.notEqual(names, judge)
  assert.deepEqual(await Promise.all([answerOf(names), answerOf(judge)]), ['starts refused', 'starts refused'])
})
