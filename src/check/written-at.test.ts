import assert from 'node:assert/strict'
import { test } from 'node:test'
import { writtenAt } from './written-at.ts'

const rows: [file: string, says: string][] = [
  ['k8s/store.yaml', 'k8s/store.yaml:23'],
  ['../shared/store.yaml', '../shared/store.yaml:23'],
  // A platform's module is known by where it lies on somebody's disk.
  ['/home/somebody/shop/platform.ts', 'platform.ts:23'],
  ['C:\\shop\\platform.ts', 'platform.ts:23'],
]

for (const [file, says] of rows)
  test(`${file} is told as ${says}`, () => {
    assert.equal(writtenAt({ known: true, at: { file, line: 23, column: 1 } } as never), says)
  })

test('the line of the field is nearer than that of the thing', () => {
  const lineOf = () => ({ file: 'store.yaml', line: 40, column: 5 })
  assert.equal(
    writtenAt({ known: true, at: { file: 'store.yaml', line: 23, column: 1 }, lineOf } as never),
    'store.yaml:40',
  )
})

test('what nobody wrote stands nowhere', () => {
  assert.equal(writtenAt({ known: true } as never), undefined)
})
