import assert from 'node:assert/strict'
import { test } from 'node:test'
import { digestOf, isBelow, lockText, readLock } from './lock-file.ts'

test('what is written is read again, sorted by path', () => {
  const lock = new Map([
    ['b/x.yaml', digestOf('b')],
    ['a.yaml', digestOf('a')],
  ])
  assert.equal(lockText(lock), `${digestOf('a')}  a.yaml\n${digestOf('b')}  b/x.yaml\n`)
  assert.deepEqual(new Map([...readLock(lockText(lock))].sort()), new Map([...lock].sort()))
})

const paths: [path: string, isBelow: boolean][] = [
  ['harbour/live/checkout.yaml', true],
  ['_namespace.yaml', true],
  ['../shop.yaml', false],
  ['live/../../shop.yaml', false],
  ['/etc/shop.yaml', false],
  ['live//shop.yaml', false],
  ['.git/config', false],
  ['live\\shop.yaml', false],
  ['live/shop.yaml\0', false],
  ['', false],
]

for (const [path, expected] of paths)
  test(`${JSON.stringify(path)} ${expected ? 'lies' : 'may lie elsewhere than'} in the folder`, () => {
    assert.equal(isBelow(path), expected)
    assert.equal(readLock(`${digestOf('x')}  ${path}\n`).size, expected ? 1 : 0)
  })
