import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { test } from 'node:test'
import { olderMinor, serverMinor, versions } from './versions.ts'

const module = readFileSync(join(import.meta.dirname, 'go', 'go.mod'), 'utf8')

for (const [name, path] of [
  ['kubernetes', 'k8s.io/kubernetes'],
  ['apimachinery', 'k8s.io/apimachinery'],
  ['etcd', 'go.etcd.io/etcd/server/v3'],
] as const) {
  test(`go.mod requires ${path} in the version that is told`, () => {
    const lines = module.split('\n').map((line) => line.replace(' // indirect', ''))
    assert.ok(lines.includes(`\t${path} ${versions[name]}`))
  })
}

const monitoring = readFileSync(join(import.meta.dirname, 'go-monitoring', 'go.mod'), 'utf8')

for (const name of ['prometheus', 'alertmanager'] as const) {
  test(`go-monitoring/go.mod requires ${name} in the version that is told`, () => {
    assert.ok(monitoring.split('\n').includes(`\tgithub.com/prometheus/${name} ${versions[name]}`))
  })
}

test('go-cyclonus/go.mod requires cyclonus in the version that is told', () => {
  const lines = readFileSync(join(import.meta.dirname, 'go-cyclonus', 'go.mod'), 'utf8').split('\n')
  assert.ok(lines.includes(`\tgithub.com/mattfenwick/cyclonus ${versions.cyclonus}`))
})

test('go-older/go.mod requires the older kubernetes in the version that is told, with all that belongs to it', () => {
  const older = readFileSync(join(import.meta.dirname, 'go-older', 'go.mod'), 'utf8')
  assert.ok(older.includes(`require k8s.io/kubernetes ${versions.olderKubernetes}\n`))
  assert.ok(versions.olderKubernetes.startsWith(`v${olderMinor}.`))
  const replaced = [...older.matchAll(/^\tk8s\.io\/\S+ => k8s\.io\/\S+ (\S+)$/gm)].map(([, version]) => version)
  assert.ok(replaced.length > 20)
  assert.deepEqual([...new Set(replaced)], [versions.olderKubernetes.replace('v1.', 'v0.')])
})

test('every staging module is replaced by the same version, and the minor is theirs', () => {
  const replaced = [...module.matchAll(/^\tk8s\.io\/(\S+) => k8s\.io\/(\S+) (\S+)$/gm)]
  assert.ok(replaced.length > 20)
  for (const [, from, to, version] of replaced) assert.deepEqual([to, version], [from, versions.apimachinery])
  assert.ok(versions.kubernetes.startsWith(`v${serverMinor}.`))
})
