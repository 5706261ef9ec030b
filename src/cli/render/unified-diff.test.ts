import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { unifiedDiff } from './unified-diff.ts'

const lines = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, i) => `${from + i}\n`).join('')

test('nothing differs', () => assert.equal(unifiedDiff('x', lines(1, 3), lines(1, 3)), ''))

test('a new file, and one that is gone', () => {
  assert.equal(unifiedDiff('x', undefined, 'a\nb\n'), '--- /dev/null\n+++ b/x\n@@ -0,0 +1,2 @@\n+a\n+b\n')
  assert.equal(unifiedDiff('x', 'a\n', undefined), '--- a/x\n+++ /dev/null\n@@ -1 +0,0 @@\n-a\n')
})

test('three lines around a change, and changes that are near in one piece', () => {
  const before = lines(1, 20)
  const after = before.replace('5\n', 'five\n').replace('10\n', '').replace('20\n', '20\n21\n')
  assert.equal(
    unifiedDiff('x', before, after),
    '--- a/x\n+++ b/x\n@@ -2,12 +2,11 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n 9\n-10\n 11\n 12\n 13\n@@ -18,3 +17,4 @@\n 18\n 19\n 20\n+21\n',
  )
})

test('a last line without its end', () => {
  assert.equal(unifiedDiff('x', 'a', 'a\n'), '--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n')
})

test('texts that have nothing in common take no quadratic time', () => {
  const before = lines(1, 20_000)
  const after = lines(100_001, 120_000)
  const started = process.cpuUsage()
  assert.equal(unifiedDiff('x', before, after).split('\n').length, 40_004)
  assert.ok(process.cpuUsage(started).user < 3_000_000)
})

/** Numbers in [0, 1) from a seed. */
function randomOf(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const hasGit = spawnSync('git', ['--version']).status === 0

test('git makes the one text of the other by it', { skip: hasGit ? false : 'there is no git' }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-diff-'))
  try {
    const random = randomOf(7)
    const textOf = () =>
      Array.from({ length: Math.floor(random() * 40) }, () => `${Math.floor(random() * 6)}\n`).join('')
    for (let count = 0; count < 60; count++) {
      const [before, after] = [textOf(), textOf()]
      if (before === after || before === '' || after === '') continue
      writeFileSync(join(folder, 'x'), before)
      const patched = spawnSync('git', ['apply', '--unidiff-zero', '-'], {
        cwd: folder,
        input: unifiedDiff('x', before, after),
        env: { ...process.env, GIT_CEILING_DIRECTORIES: tmpdir() },
      })
      assert.equal(patched.status, 0, `${patched.stderr}`)
      assert.equal(readFileSync(join(folder, 'x'), 'utf8'), after)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
