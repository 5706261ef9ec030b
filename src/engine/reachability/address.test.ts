import assert from 'node:assert/strict'
import { test } from 'node:test'
import { blockOf, mayHoldPods } from './address.ts'

const rows: [says: string, cidr: string, said: readonly string[] | undefined, may: boolean][] = [
  ['a private block, and nobody says which addresses pods get', '10.0.0.0/20', undefined, true],
  ['a public one', '203.0.113.0/24', undefined, false],
  ['a private block beside the addresses of pods', '10.0.0.0/20', ['100.64.0.0/16'], false],
  ['one that holds some of them', '100.64.3.0/24', ['10.2.0.0/16', '100.64.0.0/16'], true],
  ['a public one of which pods get addresses', '203.0.113.0/24', ['203.0.113.0/25'], true],
]

for (const [says, cidr, said, may] of rows)
  test(`a block may hold pods: ${says}`, () => {
    const block = blockOf(cidr)
    assert.ok(block)
    assert.equal(mayHoldPods(block, [], said), may)
  })
