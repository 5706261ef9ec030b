import assert from 'node:assert/strict'
import { test } from 'node:test'
import { compareMust } from './compare.ts'

test('must, may and cannot: a few hundred small clusters, every order tried', async () => {
  const lines: string[] = []
  const bounds = { seed: 20_261_121, cases: 400, until: Number.POSITIVE_INFINITY, show: 1 }
  const { failed, passed, disagreements } = await compareMust([], bounds, (line) => lines.push(line))
  assert.deepEqual([failed, disagreements], [0, []])
  assert.ok(passed > 350, `${passed} compared`)
  const answers = lines.map((line) => /that are (\w+): /.exec(line)?.[1])
  assert.deepEqual(answers, ['cannot', 'may', 'may', 'must'])
})
