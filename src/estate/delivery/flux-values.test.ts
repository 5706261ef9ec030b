import assert from 'node:assert/strict'
import { test } from 'node:test'
import { substituted } from './flux-values.ts'

const variables = new Map([
  ['zone', 'a'],
  ['empty', ''],
])

// § stands for $ here.
const rows: [written: string, finds: string | undefined][] = [
  ['x: §{zone}', 'x: a'],
  ['x: §{zone:=b}', 'x: a'],
  ['x: §{region:=eu}', 'x: eu'],
  ['x: §{region:-eu}', 'x: eu'],
  ['x: §{region}', 'x: '],
  ['x: §§{zone}', 'x: §{zone}'],
  ['x: §zone', 'x: §zone'],
  ['x: §{zone^^}', undefined],
]

for (const [written, finds] of rows) {
  test(`flux values: ${written}`, () => assert.equal(substituted(dollars(written), variables), finds && dollars(finds)))
}

function dollars(text: string): string {
  return text.replaceAll('§', '$')
}
