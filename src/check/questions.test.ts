import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { fileURLToPath } from 'node:url'
import { allQuestions } from './platform-questions.ts'
import { promiseKinds } from './promises.ts'

const here = fileURLToPath(new URL('.', import.meta.url))
const files = globSync('*/*.ts', { cwd: here }).map((path) => path.replace(/^.*[/\\]/, ''))
const tests = globSync('*/*.test.ts', { cwd: here }).map((path) => readFileSync(join(here, path), 'utf8'))

const asked = [
  ...allQuestions.map(({ id, asks }) => ({ id, asks })),
  ...Object.entries(promiseKinds).map(([id, { asks }]) => ({ id, asks })),
]

for (const { id, asks } of asked) {
  test(`${id}: stands in a file of its name, with rows beside it, and asks something`, () => {
    const file = id.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
    assert.ok(files.includes(`${file}.ts`), `${file}.ts is missing`)
    assert.ok(
      tests.some((source) => source.includes(`'./${file}.ts'`)),
      `no test beside it asks ${file}.ts`,
    )
    assert.match(asks, /^[A-Z].*\?$/)
  })
}

test('no two questions or kinds of promise share a name: it begins the ids of their verdicts', () => {
  const ids = [...asked.map(({ id }) => id), 'waives']
  assert.deepEqual(
    ids.filter((id, at) => ids.indexOf(id) !== at),
    [],
  )
})

test('a kind of promise is judged by the file that says so', () => {
  for (const [kind, judge] of Object.entries(promiseKinds)) assert.equal(judge.kind, kind)
})
