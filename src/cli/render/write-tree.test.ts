import assert from 'node:assert/strict'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import type { RenderedFile } from '../../render/renderer.ts'
import { changesTo } from './changes.ts'
import { lockIn, textIn, writeTree } from './write-tree.ts'

function inFolder(run: (root: string) => void): void {
  const root = mkdtempSync(join(tmpdir(), 'seaworthy-render-'))
  try {
    run(root)
  } finally {
    rmSync(root, { recursive: true, force: true })
  }
}

function written(root: string, files: readonly RenderedFile[], isForced = false): readonly string[] {
  const folder = { root, doing: 'render shop.ts' }
  const lock = lockIn(folder)
  const changes = changesTo(files, { textAt: (path) => textIn(folder, path), lock, isForced })
  writeTree(folder, changes, lock)
  return changes.map(({ path, is }) => `${path} ${is}`)
}

const tree = [
  { path: 'east/live/checkout.yaml', text: 'a\n' },
  { path: 'seaworthy.yaml', text: 'b\n' },
]

test('a tree is written, found as it is, changed, and taken away with the folders that it filled', () => {
  inFolder((root) => {
    assert.deepEqual(written(root, tree), ['east/live/checkout.yaml new', 'seaworthy.yaml new'])
    assert.deepEqual(readdirSync(root).sort(), ['east', 'seaworthy.lock', 'seaworthy.yaml'])
    assert.deepEqual(written(root, tree), ['east/live/checkout.yaml same', 'seaworthy.yaml same'])
    assert.deepEqual(written(root, [{ path: 'seaworthy.yaml', text: 'c\n' }]), [
      'east/live/checkout.yaml removed',
      'seaworthy.yaml changed',
    ])
    assert.deepEqual(readdirSync(root).sort(), ['seaworthy.lock', 'seaworthy.yaml'])
  })
})

test('a file that somebody changed is kept run after run, until it is told otherwise; files of others are never touched', () => {
  inFolder((root) => {
    written(root, tree)
    writeFileSync(join(root, 'east/live/checkout.yaml'), 'mine\n')
    writeFileSync(join(root, 'east/live/own.yaml'), 'mine too\n')
    for (const _ of [1, 2])
      assert.deepEqual(written(root, tree), ['east/live/checkout.yaml kept', 'seaworthy.yaml same'])
    assert.equal(readFileSync(join(root, 'east/live/checkout.yaml'), 'utf8'), 'mine\n')
    assert.deepEqual(written(root, tree, true), ['east/live/checkout.yaml changed', 'seaworthy.yaml same'])
    assert.equal(readFileSync(join(root, 'east/live/own.yaml'), 'utf8'), 'mine too\n')
  })
})

test('what a run that was broken off has written is found as it is', () => {
  inFolder((root) => {
    mkdirSync(join(root, 'east/live'), { recursive: true })
    writeFileSync(join(root, 'east/live/checkout.yaml'), 'a\n')
    assert.deepEqual(written(root, tree), ['east/live/checkout.yaml same', 'seaworthy.yaml new'])
  })
})

const links: [name: string, path: string][] = [
  ['the file', 'east/live/checkout.yaml'],
  ['its folder', 'east/live'],
  ['the folder above', 'east'],
]

for (const [name, path] of links)
  test(`nothing is written through a link: ${name}`, () => {
    inFolder((outside) => {
      inFolder((root) => {
        mkdirSync(join(root, path, '..'), { recursive: true })
        symlinkSync(outside, join(root, path))
        assert.throws(() => written(root, tree), /is (a link|below a link or a file), where a file would be written/)
        assert.deepEqual(readdirSync(outside), [])
        assert.ok(!existsSync(join(root, 'seaworthy.lock')))
      })
    })
  })

test('a lock that names other folders removes nothing there', () => {
  inFolder((root) => {
    mkdirSync(join(root, 'tree'))
    writeFileSync(join(root, 'precious.yaml'), 'a\n')
    const digest = '87428fc522803d31065e7bce3cf03fe475096631e5e07bbd7a0fde60c4cf25c7'
    writeFileSync(join(root, 'tree/seaworthy.lock'), `${digest}  ../precious.yaml\n`)
    written(join(root, 'tree'), [])
    assert.equal(readFileSync(join(root, 'precious.yaml'), 'utf8'), 'a\n')
  })
})
