// Every refusal of admission is reached by a row beside it: V8 counts the blocks that the rows run through. Where a rule is asked
// of every object and refuses inside of `refuseIf`, to be asked is enough here.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { test } from 'node:test'
import { pathToFileURL } from 'node:url'

const root = join(import.meta.dirname, '..')

interface Block {
  readonly startOffset: number
  readonly endOffset: number
  readonly count: number
}
interface Report {
  readonly result: readonly {
    readonly url: string
    readonly functions: readonly { readonly ranges: readonly Block[] }[]
  }[]
}

// The rows run in one process of their own, which leaves its counts behind.
function countsOfRows(): Report {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-rows-'))
  try {
    const { NODE_TEST_CONTEXT: _, ...environment } = process.env
    const { status } = spawnSync(
      process.execPath,
      ['--test', '--test-isolation=none', ...globSync('src/engine/admission/*.test.ts', { cwd: root })],
      { cwd: root, env: { ...environment, NODE_V8_COVERAGE: folder }, stdio: 'ignore' },
    )
    assert.equal(status, 0, 'the rows of src/engine/admission pass')
    const [report = '', ...others] = readdirSync(folder)
    assert.deepEqual(others, [], 'one process leaves one report')
    return JSON.parse(readFileSync(join(folder, report), 'utf8')) as Report
  } finally {
    rmSync(folder, { recursive: true })
  }
}

test('every refusal of admission is reached by a row', () => {
  const { result } = countsOfRows()
  const unreached: string[] = []
  let rules = 0
  for (const file of globSync('src/engine/admission/*.ts', { cwd: root }).filter(
    (name) => !name.endsWith('.test.ts'),
  )) {
    const text = readFileSync(join(root, file), 'utf8')
    const functions = result.find(({ url }) => url === pathToFileURL(join(root, file)).href)?.functions ?? []
    for (const { index } of text.matchAll(/judge\.(?:refuse|skip)\(|refuseIf\(judge/g)) {
      rules++
      // The innermost block around the call is the smallest.
      const [block] = functions
        .flatMap(({ ranges }) => ranges)
        .filter(({ startOffset, endOffset }) => startOffset <= index && index < endOffset)
        .sort((a, b) => a.endOffset - a.startOffset - (b.endOffset - b.startOffset))
      if (!block?.count) unreached.push(`${basename(file)}:${text.slice(0, index).split('\n').length}`)
    }
  }
  assert.ok(rules > 300, `${rules} rules are found`)
  assert.deepEqual(unreached, [])
})
