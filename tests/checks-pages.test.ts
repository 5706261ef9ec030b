// Every question and every kind of promise has a page in docs/checks: what the code says of it, why it matters, how it is
// computed, an example that breaks, and the same without its fault. `UPDATE=1 node --test tests/checks-pages.test.ts` writes
// the generated parts and the answers again: read the difference.

import assert from 'node:assert/strict'
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import { explained } from '../src/check/explained.ts'
import { answerOf, judgedExample } from './pages/judged-example.ts'
import { type Example, type Page, pageOf, rewritten } from './pages/page.ts'
import { pending } from './pages/pending.ts'
import { asked, contents, saidOf } from './pages/said.ts'

const folder = new URL('../docs/checks/', import.meta.url)
const rewrites = process.env.UPDATE === '1' && process.env.CI === undefined

test('pages: one for each question and each kind of promise, and no other', () => {
  const pages = readdirSync(folder).filter((file) => file !== 'README.md')
  const wanted = [...asked.keys()].filter((id) => !pending.includes(id)).map((id) => `${id}.md`)
  assert.deepEqual(pages.toSorted(), wanted.toSorted())
})

test('pages: the list of all of them', () => same('README.md', (text) => rewritten(text, contents(), [])))

for (const [id, one] of asked) {
  const file = new URL(`${id}.md`, folder)
  if (!existsSync(file)) continue
  test(`page ${id}`, async () => {
    const page = pageOf(readFileSync(file, 'utf8'))
    assert.ok(page.prose.trim().length > 300, 'it says why the answer matters and how it is computed')
    const [broken, kept] = [examples(page, 'broken'), examples(page, 'kept')]
    const verdicts = await Promise.all([broken, kept].map((example) => judgedExample(example, id)))
    same(`${id}.md`, (text) =>
      rewritten(
        text,
        saidOf(one),
        [broken, kept].map((each, at) => answerOf(verdicts[at] ?? [], each)),
      ),
    )
    const [before = [], after = []] = verdicts
    // Of what can only be open, an example that is.
    const never = explained[id]?.broken === 'nothing'
    const fault = before.find(({ verdict }) => verdict === 'broken' || (never && verdict === 'unknown'))
    assert.ok(fault, 'the example breaks')
    const mended = after.find((verdict) => verdict.id === fault.id)
    assert.ok(
      mended === undefined || ['kept', 'assumed'].includes(mended.verdict),
      `${fault.id} holds without its fault`,
    )
    assert.ok(
      after.some(({ verdict }) => verdict === 'kept' || verdict === 'assumed') &&
        after.every(({ verdict }) => verdict !== 'broken'),
      'the same without its fault holds',
    )
  })
}

function examples(page: Page, which: 'broken' | 'kept'): Example {
  const example = page[which]
  assert.ok(example, which === 'broken' ? "a block under '## An example'" : "a block under '## How to keep it'")
  return example
}

function same(name: string, again: (text: string) => string): void {
  const file = new URL(name, folder)
  const text = readFileSync(file, 'utf8')
  const now = again(text)
  if (rewrites) writeFileSync(file, now)
  else assert.equal(text, now)
}
