import assert from 'node:assert/strict'
import { test } from 'node:test'
import { makingOf } from '../made.ts'
import { cluster } from './cluster.ts'
import { node } from './node.ts'

const nodes = ['east', 'west'].map((zone) => node(`n-${zone}`, { cpu: 4, memory: '16Gi', zone }))

const rows: [name: string, between: readonly [string, string], problems: readonly string[]][] = [
  ['two of its zones', ['east', 'west'], []],
  ['a zone of none of its nodes', ['east', 'north'], ['links[0].between | zone north']],
  ['one zone, twice', ['east', 'east'], ['links[0].between | east twice']],
]

for (const [name, between, expected] of rows) {
  test(`a link between ${name}`, () => {
    const made = cluster('harbour', { kubernetes: '1.34', nodes, links: [{ between, takes: '5ms' }] })
    assert.deepEqual(
      makingOf(made)?.problems.map(({ path, found }) => `${path} | ${found}`),
      expected,
    )
  })
}

test('a cluster is newer than a version that it says', () => {
  const problemsOf = (options: object) =>
    makingOf(cluster('east', { nodes, orNewer: true, ...options }))?.problems.map(
      ({ path, found }) => `${path} | ${found}`,
    )
  assert.deepEqual(problemsOf({ kubernetes: '1.28' }), [])
  assert.deepEqual(problemsOf({}), ['orNewer | no version'])
})
