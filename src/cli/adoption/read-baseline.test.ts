import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BaselineEntry } from '../../check/adopt/baseline.ts'
import { Refusal } from '../refusal.ts'
import { printBaseline, pruned } from './print-baseline.ts'
import { readBaseline } from './read-baseline.ts'

const entry: BaselineEntry = {
  id: 'drains/shop/ledger-db',
  verdict: 'broken',
  because: ['allowed'],
  cluster: 'harbour',
  about: ['PodDisruptionBudget/shop/ledger-db', 'StatefulSet/shop/ledger-db'],
  says: 'every node can be drained: yes',
  owner: '@plants/money',
  reason: 'stood when we began',
  until: '2027-03-31',
}
const entries: readonly BaselineEntry[] = [
  entry,
  { ...entry, id: 'survives/shop/web', verdict: 'unknown' },
  { ...entry, id: 'a: "b" #c\n- d', owner: 'yes', reason: '' },
]

test('baseline file: what is written is read again, sorted by id', () => {
  const read = readBaseline(printBaseline(entries, []), 'b.yaml').entries.map(({ line, ...rest }) => rest)
  assert.deepEqual(read, [entries[2], entries[0], entries[1]])
  assert.deepEqual(readBaseline(printBaseline([], []), 'b.yaml'), { toldWith: [], entries: [] })
  const toldWith = ['--nodes prod=nodes.yaml', '--kubernetes 1.34']
  assert.deepEqual(readBaseline(printBaseline([], toldWith), 'b.yaml').toldWith, toldWith)
  assert.equal(readBaseline('version: 1\nfindings: []\n', 'b.yaml').toldWith, undefined)
})

const list = (fields: string) => `version: 1\nfindings:\n- id: a/b\n  owner: me\n  until: 2027-03-31\n${fields}`

const refusals: [name: string, text: string, says: string][] = [
  ['nothing', '', 'b.yaml:1: version is 1'],
  ['another version', 'version: 2\nfindings: []\n', 'b.yaml:1: version is 1'],
  ['no list', 'version: 1\nfindings: none\n', 'b.yaml:2: findings is a list'],
  ['no YAML', 'version: 1\nfindings: [\n', 'b.yaml:2: '],
  ['a field that is none', list('  owners: me\n'), 'b.yaml:6: there is no field owners: did you mean owner?'],
  ['no id', 'version: 1\nfindings:\n- owner: me\n  until: 2027-03-31\n', 'b.yaml:3: id is a text, and needed'],
  ['no owner', 'version: 1\nfindings:\n- id: a/b\n  until: 2027-03-31\n', 'b.yaml:3: owner is a text, and needed'],
  ['no such day', list('').replace('03-31', '02-30'), 'b.yaml:5: until is a day such as 2027-03-31, found 2027-02-30'],
  ['no such verdict', list('  verdict: kept\n'), 'b.yaml:6: verdict is broken or unknown'],
  ['rules that are none', list('  because: allowed\n'), 'b.yaml:6: because is a list of rules'],
  ['objects that are none', list('  about: web\n'), 'b.yaml:6: about is a list of objects'],
  ['options that are none', 'version: 1\nwith: 1.34\nfindings: []\n', 'b.yaml:2: with is a list of options'],
  ['one id twice', `${list('')}- id: a/b\n  owner: me\n  until: 2027-03-31\n`, 'b.yaml:6: a/b stands twice'],
  ['a key twice', 'version: 1\nversion: 1\n', 'b.yaml:2: '],
]

for (const [name, text, says] of refusals) {
  test(`baseline file: refused: ${name}`, () => {
    assert.throws(
      () => readBaseline(text, 'b.yaml'),
      (error) => error instanceof Refusal && error.message.startsWith(says),
    )
  })
}

test('baseline file: names that every object inherits are names like others', () => {
  const [read] = readBaseline(list('').replace('a/b', '__proto__'), 'b.yaml').entries
  assert.equal(read?.id, '__proto__')
})

const written = `# ours
version: 1
findings:
# the store
- id: a
  owner: me # since May
  until: 2027-03-31

# the web
- id: b
  owner: me
  until: 2027-03-31
- {id: c, owner: me, until: 2027-03-31}
# the end
`

const prunings: [name: string, solved: readonly string[], left: string][] = [
  ['nothing', [], written],
  ['the first', ['a'], written.replace(/- id: a[\s\S]*?03-31\n/, '')],
  ['one in the middle', ['b'], written.replace(/- id: b[\s\S]*?03-31\n/, '')],
  ['the last', ['c'], written.replace(/- \{.*\n/, '')],
  ['all', ['a', 'b', 'c'], '# ours\nversion: 1\nfindings: []\n# the store\n\n# the web\n# the end\n'],
]

for (const [name, solved, left] of prunings) {
  test(`baseline file: pruning ${name} touches no other line`, () => {
    const text = pruned(written, readBaseline(written, 'b.yaml').entries, new Set(solved))
    assert.equal(text, left)
    assert.equal(readBaseline(text, 'b.yaml').entries.length, 3 - solved.length)
  })
}
