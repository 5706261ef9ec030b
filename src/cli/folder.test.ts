import assert from 'node:assert/strict'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import type { FolderLimits } from './folder/limits.ts'
import { readFolder } from './folder.ts'

const secret = (name: string) => `apiVersion: v1\nkind: Secret\nmetadata:\n  name: ${name}\n`
const usual: FolderLimits = { files: 100, fileBytes: 1000, allBytes: 10_000, depth: 3 }

interface Tree {
  readonly files?: { readonly [path: string]: string | Uint8Array }
  /** Link and where it leads, from its own folder. */
  readonly links?: { readonly [path: string]: string }
}

const rows: [name: string, tree: Tree, names: string, problems: string[], limits?: Partial<FolderLimits>][] = [
  [
    'yaml, yml and json, sorted',
    {
      files: {
        'b.yml': secret('b'),
        'a/c.yaml': secret('c'),
        'z.json': '{"apiVersion":"v1","kind":"Secret","metadata":{"name":"z"}}',
      },
    },
    'c b z',
    [],
  ],
  [
    'nothing else',
    {
      files: {
        'a.txt': secret('a'),
        'README.md': 'kind: Secret',
        '.git/b.yaml': secret('b'),
        'node_modules/m/c.yaml': secret('c'),
      },
    },
    '',
    [],
  ],
  [
    'a link inside brings nothing twice',
    { files: { 'a.yaml': secret('a') }, links: { 'same.yaml': 'a.yaml', loop: '.' } },
    'a',
    [],
  ],
  [
    'a link to a file that would not be met is followed',
    { files: { '.git/a.yaml': secret('a') }, links: { 'a.yaml': '.git/a.yaml' } },
    'a',
    [],
  ],
  [
    'a link out of the folder',
    { files: { 'a.yaml': secret('a') }, links: { 'b.yaml': '/etc/hosts', up: '..', 'c.txt': '/etc/hosts' } },
    'a',
    [
      'b.yaml: this link leads out of the folder and is not followed',
      'up: this link leads out of the folder and is not followed',
    ],
  ],
  ['a link to nothing', { links: { 'a.yaml': 'gone.yaml' } }, '', ['a.yaml: this link leads nowhere']],
  [
    'not UTF-8',
    { files: { 'a.yaml': new Uint8Array([0xff, 0xfe, 0x00]), 'b.yaml': secret('b') } },
    'b',
    ['a.yaml: this file is UTF-16, and kubectl reads UTF-8'],
  ],
  ['no YAML', { files: { 'a.yaml': 'a: [', 'b.yaml': secret('b') } }, 'b', ['a.yaml: this is no YAML']],
  [
    'too large',
    { files: { 'a.yaml': `# ${'x'.repeat(1000)}`, 'b.yaml': secret('b') } },
    'b',
    ['a.yaml: 1002 bytes are more than is read of a file (1000)'],
  ],
  [
    'too many',
    { files: { 'a.yaml': secret('a'), 'b.yaml': secret('b') } },
    'a',
    ['b.yaml: 2 files are more than is read at once'],
    { files: 1 },
  ],
  [
    'too deep',
    { files: { 'a.yaml': secret('a'), '1/2/3/4/b.yaml': secret('b') } },
    'a',
    ['4: folders lie more than 3 deep here'],
  ],
]

for (const [name, tree, names, problems, limits] of rows) {
  test(`a folder: ${name}`, () => {
    const root = mkdtempSync(join(tmpdir(), 'folder-'))
    try {
      grow(root, tree)
      const read = readFolder(root, { ...usual, ...limits })
      assert.equal(read.manifests.map(({ manifest }) => manifest.metadata.name).join(' '), names)
      const found = read.problems.map(({ file, says }) => `${file.slice(file.lastIndexOf('/') + 1)}: ${says}`)
      assert.equal(found.length, problems.length, found.join('\n'))
      for (const [index, problem] of problems.entries()) assert.ok(found[index]?.startsWith(problem), found[index])
    } finally {
      rmSync(root, { recursive: true })
    }
  })
}

test('a path may be one file, and must be there', () => {
  const root = mkdtempSync(join(tmpdir(), 'folder-'))
  try {
    grow(root, { files: { 'a.yaml': secret('a') } })
    assert.equal(readFolder(join(root, 'a.yaml')).manifests.length, 1)
    assert.throws(() => readFolder(join(root, 'b.yaml')), { code: 'ENOENT' })
  } finally {
    rmSync(root, { recursive: true })
  }
})

function grow(root: string, { files = {}, links = {} }: Tree): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, target] of Object.entries(links)) symlinkSync(target, join(root, path))
}
