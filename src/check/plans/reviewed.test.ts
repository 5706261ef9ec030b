import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type PaperOptions, paper } from '../../platform/language/paper.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { reviewed } from './reviewed.ts'

const holds = 'The shop, version 2 of 2026-11-01, is in production'

// The day is 2026-11-21.
const rows: [name: string, said: Partial<PaperOptions>, verdict: Word, line: string][] = [
  ['in time', { nextReview: '2026-11-21' }, 'kept', 'shop team looks at it again by 2026-11-21'],
  [
    'a day late',
    { nextReview: '2026-11-20' },
    'broken',
    'shop team was to look at it again by 2026-11-20, and it is 2026-11-21',
  ],
  ['nobody says when', {}, 'unknown', 'nobody says when shop team looks at it again'],
  [
    'one that holds no more',
    { status: 'withdrawn', nextReview: '2027-01-01' },
    'broken',
    'The shop, version 2 of 2026-11-01, is withdrawn',
  ],
  ['a draft', { status: 'draft', nextReview: '2027-01-01' }, 'kept', 'The shop, version 2 of 2026-11-01, is a draft'],
  ['what holds', { nextReview: '2027-01-01' }, 'kept', holds],
]

for (const [name, said, verdict, line] of rows) {
  test(`reviewed: ${name}`, () => {
    const document = paper('The shop', {
      version: '2',
      date: '2026-11-01',
      status: 'production',
      owner: 'shop team',
      ...said,
    })
    const [found] = verdictsOf(reviewed, sampleWorld({ plans: () => ({ document }) }))
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}

test('reviewed: a target that nobody owns', () => {
  const document = paper('The shop', { status: 'target' })
  const [found] = verdictsOf(reviewed, sampleWorld({ plans: () => ({ document }) }))
  assert.deepEqual(
    found?.because.map(({ says }) => says.line),
    ['The shop is what is aimed at', 'nobody says when somebody looks at it again'],
  )
})

test('reviewed: a platform without a document', () => assert.deepEqual(verdictsOf(reviewed, sampleWorld()), []))
