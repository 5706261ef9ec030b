import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { fewerFields, fewerObjects } from './shrink.ts'

const object = (name: string, spec: object = {}): Manifest => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec,
})
const namesOf = (manifests: readonly Manifest[]) => manifests.map(({ metadata }) => metadata.name)
const much = () => ({ runs: 1_000, objects: 100_000 })
const hundred = Array.from({ length: 100 }, (_, i) => object(`p${i}`))

const rows: [name: string, needs: readonly string[]][] = [
  ['one object', ['p42']],
  ['the first and the last', ['p0', 'p99']],
  ['three', ['p7', 'p8', 'p80']],
]

for (const [name, needs] of rows) {
  test(`shrink: ${name} of a hundred`, () => {
    const still = (some: readonly Manifest[]) => needs.every((need) => namesOf(some).includes(need))
    assert.deepEqual(namesOf(fewerObjects(hundred, still, much())), needs)
  })
}

test('shrink: fields and items of lists, but never what makes it an object', () => {
  const pod = object('web', {
    replicas: 2,
    containers: [{ name: 'a' }, { name: 'b', image: 'x', ports: [1, 2] }],
    note: null,
  })
  const still = ([one]: readonly Manifest[]) => JSON.stringify(one).includes('"image":"x"')
  assert.deepEqual(fewerFields([pod], still, much()), [object('web', { containers: [{ image: 'x' }] })])
})

test('shrink: what only another field needed goes with it', () => {
  const pod = object('web', { mounts: [{ name: 'a' }], image: 'x', volumes: [{ name: 'a' }] })
  const still = ([one]: readonly Manifest[]) => {
    const { mounts, volumes } = (one as { spec?: { mounts?: unknown; volumes?: unknown } }).spec ?? {}
    return JSON.stringify(one).includes('"x"') && (mounts === undefined || volumes !== undefined)
  }
  assert.deepEqual(fewerFields([pod], still, much()), [object('web', { image: 'x' })])
})

test('shrink: it stops where its effort is spent, with what still shows it', () => {
  let asked = 0
  const still = (some: readonly Manifest[]) => {
    asked += 1
    return namesOf(some).includes('p42')
  }
  const left = fewerObjects(hundred, still, { runs: 3, objects: 100_000 })
  assert.equal(asked, 3)
  assert.ok(still(left))
})
