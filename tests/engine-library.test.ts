// The example of docs/engines.md runs as it stands there, and the library answers plain data.
import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import * as engine from 'seaworthy/engine'

const [, example = ''] = /^```ts\n([\s\S]*?)^```$/m.exec(readFileSync('docs/engines.md', 'utf8')) ?? []

test('engine: the example of its page', () => {
  assert.ok(example.includes("from 'seaworthy/engine'"))
  // Inside the checkout, where the package finds itself by its name.
  const folder = mkdtempSync(join('tests', '.example-'))
  try {
    const file = join(folder, 'example.ts')
    writeFileSync(file, example)
    const { status, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' })
    assert.equal(status, 0, stderr)
    for (const [says, expected] of [
      ['nothing is refused', /^\[\]$/m],
      ['the third pod finds no place', /pod: 'shop\/orders-c', by: 'classes' }/],
      ['for want of cpu', /Insufficient cpu/],
      ['no node may be lost', /failure: 'node\/n1'[^}]*\[ 'Deployment\/shop\/orders' \]/],
      ['nobody calls it from outside', /open: false, isolatedBy: \[ 'NetworkPolicy\/shop\/closed' \]/],
      ['a workload alone calls nobody, so nothing closes', /^\[\] \[\]$/m],
      ['every pair is a bit', /^\[ 'Deployment\/shop\/orders' \] 1$/m],
      ['no eviction', /code: 429/],
      ['replaced after five minutes and the rest', /from: 35[0-9]/],
    ] as const)
      assert.match(stdout, expected, says)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

const notPlain = (value: unknown): unknown =>
  typeof value === 'function' || typeof value === 'bigint' || value instanceof Map || value instanceof Set

function* within(value: unknown): Generator<unknown> {
  yield value
  if (typeof value === 'object' && value !== null) for (const held of Object.values(value)) yield* within(held)
}

test('engine: answers are plain data', () => {
  const manifest = {
    apiVersion: 'v1',
    kind: 'Service',
    metadata: { name: 'a', namespace: 'shop' },
    spec: { ports: [{ port: 0 }], selector: { app: 'a' } },
  }
  const cluster = { manifests: [manifest], kubernetes: '1.36' }
  const answers = [
    engine.admit(manifest, { minor: '1.36' }),
    engine.reach(cluster).matrix(),
    engine.pairMatrix(cluster),
    engine.lose(cluster),
  ]
  for (const answer of answers) assert.deepEqual([...within(answer)].filter(notPlain), [])
})

test('engine: what is no object is refused by its index', () => {
  const nameless = { apiVersion: 'v1', kind: 'Pod', metadata: {} }
  assert.throws(() => engine.lose({ manifests: [nameless] }), /^RangeError: manifests\[0\]: /)
})

test('engine: who asks for a workload that is not there is told', () => {
  const asked = () => engine.reach({ manifests: [] }).ask({ from: 'Deployment/shop/a', to: '203.0.113.7' })
  assert.throws(asked, /no workload of these objects/)
})
