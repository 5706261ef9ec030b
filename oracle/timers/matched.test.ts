import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { areMatched } from './matched.ts'

const rows: readonly (readonly [is: string, fits: readonly string[], matched: boolean])[] = [
  ['nobody', [], true],
  ['one that fits', ['x'], true],
  ['one that does not', ['.'], false],
  ['two for one', ['x', 'x'], false],
  ['two that leave each other room', ['xx', 'x.'], true],
  ['one that leaves what it took, and the next one too', ['xx.', 'xxx', 'x..'], true],
  ['three for two', ['xx', 'xx', 'xx'], false],
  ['more columns than rows', ['..x'], true],
]

const read = (fits: readonly string[]) => fits.map((row) => [...row].map((sign) => sign === 'x'))

for (const [is, fits, matched] of rows) {
  test(`matched: ${is}`, () => {
    assert.equal(areMatched(read(fits)), matched)
  })
}

// Every way there is, tried.
function inAnyOrder(fits: readonly (readonly boolean[])[], taken: ReadonlySet<number> = new Set()): boolean {
  const [first, ...rest] = fits
  if (!first) return true
  return first.some((isFit, at) => isFit && !taken.has(at) && inAnyOrder(rest, new Set([...taken, at])))
}

test('matched: as often as there is a way', () => {
  const few = { minLength: 5, maxLength: 5 }
  const fits = fc.array(fc.array(fc.boolean(), few), { maxLength: 5 })
  fc.assert(
    fc.property(fits, (drawn) => areMatched(drawn) === inAnyOrder(drawn)),
    { numRuns: 500 },
  )
})
