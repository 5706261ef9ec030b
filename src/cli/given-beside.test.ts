import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from 'node:test'
import { besideOf } from './given-beside.ts'

function withNodes(use: (file: string) => void): void {
  const folder = mkdtempSync(join(tmpdir(), 'seaworthy-test-'))
  const file = join(folder, 'nodes.yaml')
  writeFileSync(file, 'apiVersion: v1\nkind: List\nitems: [{ apiVersion: v1, kind: Node, metadata: { name: n1 } }]\n')
  try {
    use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const doing = 'check k8s'
const names = (found: ReturnType<typeof besideOf>, cluster: string) =>
  found.objectsOf(cluster).map(({ manifest }) => manifest.metadata.name)

test('given beside: one file is for the only cluster', () => {
  withNodes((file) => assert.deepEqual(names(besideOf(['prod'], { nodes: [file], doing }), 'prod'), ['n1']))
})

test('given beside: of several clusters, the one that is named', () => {
  withNodes((file) => {
    const found = besideOf(['prod', 'test'], { nodes: [`test=${file}`], doing })
    assert.deepEqual([names(found, 'prod'), names(found, 'test')], [[], ['n1']])
  })
})

const refused: [name: string, clusters: readonly string[], given: (file: string) => string, says: RegExp][] = [
  ['a file for none of several', ['prod', 'test'], (file) => file, /there are 2 clusters/],
  ['a cluster that is none', ['prod'], (file) => `live=${file}`, /there is no cluster live/],
  ['a file that is not there', ['prod'], (file) => `${file}.gone`, /there is no file/],
]

for (const [name, clusters, given, says] of refused) {
  test(`given beside: refused is ${name}`, () => {
    withNodes((file) => assert.throws(() => besideOf(clusters, { nodes: [given(file)], doing }), says))
  })
}

test('given beside: what is assumed of the network plugin', () => {
  const said = (assume: readonly string[]) => besideOf(['c'], { assume, doing }).enforcesPolicy
  assert.deepEqual(
    [said([]), said(['cni enforces policy']), said(['CNI does not enforce policy'])],
    [undefined, true, false],
  )
  assert.throws(() => said(['cni enforces policies']), /nothing is known/)
})
