import assert from 'node:assert/strict'
import { resolve } from 'node:path'
import { test } from 'node:test'
import { differences, saidWith } from './said-with.ts'

test('said with: what decides, in one order, and no folder of the machine', () => {
  const given = {
    nodes: [`prod=${resolve('nodes.yaml')}`, '/srv/away/staging/nodes-b.yaml'],
    kubernetes: '1.34',
    width: 80,
    at: '2026-11-21',
  }
  const said = ['--kubernetes 1.34', '--nodes prod=nodes.yaml', '--nodes nodes-b.yaml']
  assert.deepEqual(saidWith(given), said)
  assert.deepEqual(saidWith({}), [])
})

const nodes = '--nodes nodes.yaml'
const rows: [name: string, written: readonly string[] | undefined, now: readonly string[], says: readonly string[]][] =
  [
    ['a file that does not say', undefined, [nodes], []],
    ['the same', [nodes, '--kubernetes 1.34'], [nodes, '--kubernetes 1.34'], []],
    ['nodes from another folder', [nodes], ['--nodes ../nodes.yaml'], []],
    ['no nodes any more', [nodes], [], [`was written with ${nodes}, and this run has no --nodes`]],
    ['nodes now', [], [nodes], [`was written without --nodes, and this run has ${nodes}`]],
    [
      'another version',
      ['--kubernetes 1.33'],
      ['--kubernetes 1.34'],
      ['was written with --kubernetes 1.33, and this run has --kubernetes 1.34'],
    ],
    ['sentences in another order', ['--assume a', '--assume b'], ['--assume b', '--assume a'], []],
  ]

for (const [name, written, now, says] of rows)
  test(`said with: ${name}`, () => assert.deepEqual(differences(written, now), says))
