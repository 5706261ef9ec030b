import assert from 'node:assert/strict'
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { treeOf } from '../../estate/delivery/tree.ts'
import { callerOf } from './call.ts'
import { diskOf } from './disk.ts'
import { preparedHelm } from './helm.ts'
import { type KeptRenderings, renderingsIn } from './kept-renderings.ts'
import { preparedKustomize } from './kustomize.ts'
import type { Prepared } from './prepared.ts'
import { runTool } from './run-tool.ts'

const origin = { id: 'a/b', by: 'Application/a/b', cluster: 'c', source: {} } as const
const chart = {
  ...origin,
  is: 'helm',
  chart: 'chart',
  release: 'r',
  values: [],
  set: [],
  skipsCrds: false,
  apiVersions: [],
} as const

/** A folder with these files, and a `helm` on the PATH that writes down each of its calls. */
function folderWith(files: { readonly [file: string]: string }) {
  const root = mkdtempSync(join(tmpdir(), 'seaworthy-test-'))
  for (const [file, text] of Object.entries({ 'chart/Chart.yaml': 'name: chart', ...files })) {
    mkdirSync(join(root, file, '..'), { recursive: true })
    writeFileSync(join(root, file), text)
  }
  mkdirSync(join(root, '.bin'))
  const calls = join(root, 'calls')
  writeFileSync(calls, '')
  writeFileSync(
    join(root, '.bin/helm'),
    `#!/bin/sh\necho "$1" >> ${calls}\n[ "$1" = version ] && echo v3.9.9 || echo "kind: $HOME"\n`,
  )
  chmodSync(join(root, '.bin/helm'), 0o700)
  return {
    root,
    calls: () => readFileSync(calls, 'utf8').trim().split('\n'),
    end: () => rmSync(root, { recursive: true }),
  }
}

function memory(): KeptRenderings {
  const kept = new Map<string, string>()
  return { get: (key) => kept.get(key), put: (key, text) => kept.set(key, text) }
}

const ready = (root: string) =>
  preparedHelm(chart, { disk: diskOf(root), kubernetes: '1.34.0', apiVersions: [] }) as Prepared

test('call: the same call is made once, and again when a byte of the chart changes', async () => {
  const { root, calls, end } = folderWith({})
  const path = process.env.PATH
  process.env.PATH = join(root, '.bin')
  try {
    const kept = memory()
    const call = () => callerOf({ disk: diskOf(root), kept })('a', ready(root))
    await call()
    await call()
    assert.deepEqual(calls(), ['version', 'template'])
    writeFileSync(join(root, 'chart/values.yaml'), 'a: 1')
    await call()
    assert.deepEqual(calls(), ['version', 'template', 'template'])
  } finally {
    process.env.PATH = path
    end()
  }
})

test('call: what was rendered beside the files needs no tool; without it and without a tool the next step is said', async () => {
  const { root, end } = folderWith({})
  const path = process.env.PATH
  process.env.PATH = ''
  try {
    const call = callerOf({ disk: diskOf(root), kept: memory(), beside: join(root, 'rendered') })
    const without = await call('a', ready(root))
    assert.partialDeepStrictEqual(without, { fault: 'helm is not on the PATH' })
    assert.ok('next' in without && without.next.includes('install helm'))
    const key = JSON.stringify({
      tool: 'helm',
      args: ready(root).args,
      files: [['chart/Chart.yaml', diskOf(root).digestOf('chart/Chart.yaml')]],
      made: [],
      links: [],
    })
    mkdirSync(join(root, 'rendered'))
    writeFileSync(renderingsIn(join(root, 'rendered')).fileOf('a', key), '# rendered by helm v4.3.1\nkind: A\n')
    assert.partialDeepStrictEqual(await call('a', ready(root)), { text: 'kind: A\n' })
  } finally {
    process.env.PATH = path
    end()
  }
})

test('call: a link out of the folder is neither read nor copied', () => {
  const { root, end } = folderWith({})
  const outside = folderWith({ 'secret.yaml': 'a: 1' })
  try {
    symlinkSync(join(outside.root, 'secret.yaml'), join(root, 'chart/values.yaml'))
    assert.equal(diskOf(root).textOf('chart/values.yaml'), undefined)
    assert.partialDeepStrictEqual(preparedHelm(chart, { disk: diskOf(root), kubernetes: '1.34.0', apiVersions: [] }), {
      fault: 'chart/values.yaml leads out of this folder',
    })
  } finally {
    end()
    outside.end()
  }
})

test('call: a dependency that would be fetched is said, and nothing is called', () => {
  const { root, end } = folderWith({
    'chart/Chart.yaml': 'name: chart\ndependencies: [{ name: redis, repository: "https://charts.example.com" }]',
  })
  try {
    assert.partialDeepStrictEqual(ready(root), { fault: 'its dependency redis is not in chart/charts' })
  } finally {
    end()
  }
})

const bases: [written: string, finds: string][] = [
  [
    'https://github.com/a/b//base?ref=v1',
    'kustomization.yaml takes https://github.com/a/b//base?ref=v1, which is remote',
  ],
  ['github.com/a/b', 'kustomization.yaml takes github.com/a/b, which is remote'],
  ['../../etc', 'kustomization.yaml takes ../../etc from outside this folder'],
  ['gone.yaml', 'kustomization.yaml takes gone.yaml, which is not there'],
]

for (const [written, finds] of bases) {
  test(`call: kustomize is not called with ${written}`, () => {
    const tree = treeOf(['kustomization.yaml'], () => JSON.stringify({ resources: [written] }))
    assert.partialDeepStrictEqual(preparedKustomize({ ...origin, is: 'kustomize', folder: '', edits: {} }, tree), {
      fault: finds,
    })
  })
}

test('call: a tool gets an environment of its own, and its last error is what is said', async () => {
  const { root, end } = folderWith({})
  process.env.SEAWORTHY_TEST_SECRET = 'seen'
  try {
    const shown = await runTool({
      path: '/bin/sh',
      args: ['-c', 'echo "$HOME [$SEAWORTHY_TEST_SECRET]"'],
      folder: root,
    })
    assert.deepEqual(shown, { text: `${root}/.home []\n` })
    const failed = await runTool({
      path: '/bin/sh',
      args: ['-c', `echo "Error: ${root}/x is bad" >&2; exit 1`],
      folder: root,
    })
    assert.deepEqual(failed, { fault: 'x is bad' })
  } finally {
    delete process.env.SEAWORTHY_TEST_SECRET
    end()
  }
})
