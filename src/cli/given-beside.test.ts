import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { besideOf } from './given-beside.ts'

async function withNodes(use: (file: string) => void | Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-test-'))
  const file = join(folder, 'nodes.yaml')
  writeFileSync(file, 'apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: Node, metadata: { name: n1 } }]\n')
  try {
    await use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const doing = 'check k8s'
const names = (found: Awaited<ReturnType<typeof besideOf>>, cluster: string) =>
  found.objectsOf(cluster).map(({ manifest }) => manifest.metadata.name)

test('given beside: one file is for the only cluster', async () => {
  await withNodes(async (file) =>
    assert.deepEqual(names(await besideOf(['prod'], { nodes: [file], doing }), 'prod'), ['n1']),
  )
})

test('given beside: of several clusters, the one that is named', async () => {
  await withNodes(async (file) => {
    const found = await besideOf(['prod', 'test'], { nodes: [`test=${file}`], doing })
    assert.deepEqual([names(found, 'prod'), names(found, 'test')], [[], ['n1']])
  })
})

const refused: [name: string, clusters: readonly string[], given: (file: string) => string, says: RegExp][] = [
  ['a file for none of several', ['prod', 'test'], (file) => file, /there are 2 clusters/],
  ['a cluster that is none', ['prod'], (file) => `live=${file}`, /there is no cluster live/],
  ['a file that is not there', ['prod'], (file) => `${file}.gone`, /there is no file/],
]

for (const [name, clusters, given, says] of refused) {
  test(`given beside: refused is ${name}`, async () => {
    await withNodes(async (file) => await assert.rejects(besideOf(clusters, { nodes: [given(file)], doing }), says))
  })
}

test('given beside: a snapshot is for one cluster, by name where there are several', async () => {
  await withNodes(async (file) => {
    writeFileSync(file, 'apiVersion: seaworthy/v1\nkind: Snapshot\nmetadata: { name: live }\n')
    const found = await besideOf(['prod', 'test'], { live: [`test=${file}`], doing })
    assert.deepEqual([found.liveOf('prod'), found.liveOf('test')?.head.name], [undefined, 'live'])
    const twice = besideOf(['prod'], { live: [file, file], doing })
    await assert.rejects(twice, /two snapshots are given for prod/)
    await assert.rejects(besideOf(['prod', 'test'], { live: [file], doing }), /there are 2 clusters/)
  })
})

test('given beside: a list of nodes is no snapshot', async () => {
  await withNodes(async (file) => {
    await assert.rejects(besideOf(['prod'], { live: [file], doing }), /is no snapshot/)
  })
})

test('given beside: what is assumed of the network plugin', async () => {
  const said = async (assume: readonly string[]) => (await besideOf(['c'], { assume, doing })).enforcesPolicy
  assert.deepEqual(
    [await said([]), await said(['cni enforces policy']), await said(['CNI does not enforce policy'])],
    [undefined, true, false],
  )
  await assert.rejects(said(['cni enforces policies']), /nothing is known/)
})
