import assert from 'node:assert/strict'
import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
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
  [
    'a chain of links inside is followed to its end, once',
    {
      files: { '.git/a.yaml': secret('a') },
      links: { 'x.yaml': 'y.yaml', 'y.yaml': 'z.yaml', 'z.yaml': '.git/a.yaml' },
    },
    'a',
    [],
  ],
  [
    'links in a circle',
    {
      files: { 'a.yaml': secret('a') },
      links: { 'x.yaml': 'y.yaml', 'y.yaml': 'x.yaml', 'in/up': '..', 'in/self': 'self' },
    },
    'a',
    ['self: this link leads nowhere', 'x.yaml: this link leads nowhere', 'y.yaml: this link leads nowhere'],
  ],
  [
    'a link to a folder that leads out',
    { files: { 'a.yaml': secret('a') }, links: { etc: '/etc', 'in/far.yaml': '../etc/hostname' } },
    'a',
    [
      'etc: this link leads out of the folder and is not followed',
      'far.yaml: this link leads out of the folder and is not followed',
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
    inFolder(tree, (root) => {
      const read = readFolder(root, { ...usual, ...limits })
      assert.equal(read.manifests.map(({ manifest }) => manifest.metadata.name).join(' '), names)
      const found = read.problems.map(({ file, says }) => `${file.slice(file.lastIndexOf('/') + 1)}: ${says}`)
      assert.equal(found.length, problems.length, found.join('\n'))
      for (const [index, problem] of problems.entries()) assert.ok(found[index]?.startsWith(problem), found[index])
    })
  })
}

const notMeant: [
  name: string,
  files: NonNullable<Tree['files']>,
  names: string,
  read: Partial<ReturnType<typeof readFolder>>,
][] = [
  [
    'values, locks and settings are no manifests',
    {
      'a.yaml': secret('a'),
      'values.yaml': 'replicas: 2\n',
      'package.json': '{"name":"a"}',
      'b.yaml': '# kind: Secret\n',
    },
    'a',
    { notManifests: ['b.yaml', 'package.json', 'values.yaml'], toolFiles: [] },
  ],
  [
    'files that configure tools are no objects',
    {
      'a.yaml': secret('a'),
      'kind.yaml': 'apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\nname: local\n',
      'kube/config.yaml': 'apiVersion: v1\nkind: Config\nclusters: []\n',
      'node.yaml':
        'apiVersion: kubeadm.k8s.io/v1beta4\nkind: InitConfiguration\n---\napiVersion: kubelet.config.k8s.io/v1beta1\nkind: KubeletConfiguration\n',
    },
    'a',
    {
      notManifests: [],
      toolFiles: [
        { file: 'kind.yaml', tools: ['kind'] },
        { file: 'kube/config.yaml', tools: ['kubectl'] },
        { file: 'node.yaml', tools: ['kubeadm', 'kubelet'] },
      ],
    },
  ],
  [
    'an object beside the configuration of a tool is one',
    { 'a.yaml': `apiVersion: kind.x-k8s.io/v1alpha4\nkind: Cluster\n---\n${secret('a')}` },
    'a',
    { notManifests: [], toolFiles: [{ file: 'a.yaml', tools: ['kind'] }] },
  ],
]

for (const [name, files, names, expected] of notMeant) {
  test(`a folder: ${name}`, () => {
    inFolder({ files }, (root) => {
      const { manifests, notManifests, toolFiles, problems } = readFolder(root)
      assert.equal(manifests.map(({ manifest }) => manifest.metadata.name).join(' '), names)
      assert.deepEqual({ notManifests, toolFiles, problems }, { ...expected, problems: [] })
    })
  })
}

test('a folder: a named pipe is passed over, and one that a link leads to', () => {
  inFolder({ files: { 'a.yaml': secret('a') }, links: { 'b.yaml': 'pipe.yaml' } }, (root) => {
    execFileSync('mkfifo', [join(root, 'pipe.yaml')])
    const { manifests, problems } = readFolder(root)
    assert.deepEqual([manifests.length, problems], [1, []])
  })
})

const isRoot = process.getuid?.() === 0

test('a folder: a file and a folder that nobody may read', { skip: isRoot && 'root may read everything' }, () => {
  inFolder({ files: { 'a.yaml': secret('a'), 'b.yaml': secret('b'), 'in/c.yaml': secret('c') } }, (root) => {
    chmodSync(join(root, 'b.yaml'), 0o000)
    chmodSync(join(root, 'in'), 0o000)
    const { manifests, problems } = readFolder(root)
    chmodSync(join(root, 'in'), 0o700)
    assert.equal(manifests.length, 1)
    assert.deepEqual(
      problems.map(({ file, says }) => `${file.slice(root.length + 1)}: ${says}`),
      ['b.yaml: this file cannot be read (EACCES)', 'in: this folder cannot be read (EACCES)'],
    )
  })
})

test('a path may be one file, and must be there', () => {
  inFolder({ files: { 'a.yaml': secret('a') } }, (root) => {
    assert.equal(readFolder(join(root, 'a.yaml')).manifests.length, 1)
    assert.throws(() => readFolder(join(root, 'b.yaml')), { code: 'ENOENT' })
  })
})

function inFolder(tree: Tree, look: (root: string) => void): void {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'folder-')))
  try {
    grow(root, tree)
    look(root)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function grow(root: string, { files = {}, links = {} }: Tree): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    symlinkSync(target, join(root, path))
  }
}
