import assert from 'node:assert/strict'
import { test } from 'node:test'
import { apiGroup, cadence, count, either, type Kind, list, oneOf } from './schema.ts'
import { validateFields } from './validate.ts'

const anyTime = either(cadence, oneOf('never'))
const counts = either(count(1), list(either(cadence, count(1))))

const rows: [name: string, kind: Kind, value: unknown, found: string | undefined][] = [
  ['a value of an inner choice', anyTime, 'quarter', undefined],
  ['a duration of an inner choice', anyTime, '6h', undefined],
  ['a value of the outer one', anyTime, 'never', undefined],
  ['a value of neither', anyTime, 'seldom', "'seldom'"],
  ['a list of inner choices', counts, ['week', 3], undefined],
  ['a list with a value of neither', counts, ['often'], "'often'"],
  ['the core group', apiGroup, '', undefined],
  ['every group', apiGroup, '*', undefined],
  ['a group', apiGroup, 'batch', undefined],
  ['no group', apiGroup, 'Batch Jobs', "'Batch Jobs'"],
]

for (const [name, kind, value, found] of rows) {
  test(`validate: ${name}`, () => {
    const wrong: string[] = []
    validateFields({ it: kind }, { it: value }, '', ({ found }) => wrong.push(found))
    assert.deepEqual(wrong, found === undefined ? [] : [found])
  })
}
