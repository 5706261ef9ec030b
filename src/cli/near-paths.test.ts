import assert from 'node:assert/strict'
import { test } from 'node:test'
import { nearPath, withNearPaths } from './near-paths.ts'

const rows: [file: string, from: string, near: string][] = [
  ['/home/ann/shop/k8s/a.yaml', '/home/ann/shop', 'k8s/a.yaml'],
  ['/home/ann/shop/k8s/a.yaml', '/home/ann/seaworthy', '../shop/k8s/a.yaml'],
  ['/home/ann/a.yaml', '/home/ann/shop/k8s', '../../a.yaml'],
  ['/home/ann/a.yaml', '/home/ann/shop/k8s/prod', '/home/ann/a.yaml'],
  ['/tmp/shop/a.yaml', '/home/ann', '/tmp/shop/a.yaml'],
  ['/tmp/shop/a.yaml', '/work', '/tmp/shop/a.yaml'],
  ['/home/ann/..shop/a.yaml', '/home/ann', '..shop/a.yaml'],
  ['k8s/a.yaml', '/home/ann', 'k8s/a.yaml'],
]

for (const [file, from, near] of rows)
  test(`near paths: ${file} from ${from}`, () => assert.equal(nearPath(file, from), near))

test('near paths: places in data, and nothing else that is called a file', () => {
  const data = {
    at: { file: '/home/ann/a.yaml', line: 1 },
    file: '/home/ann/b.yaml',
    all: [{ file: '/home/ann/c', line: 2 }],
  }
  assert.deepEqual(withNearPaths(data, '/home/ann'), {
    at: { file: 'a.yaml', line: 1 },
    file: '/home/ann/b.yaml',
    all: [{ file: 'c', line: 2 }],
  })
  const near = { at: { file: 'a.yaml', line: 1 } }
  assert.equal(withNearPaths(near, '/home/ann'), near)
})
