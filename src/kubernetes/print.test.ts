import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { printManifest, printManifests } from './print.ts'
import { readManifests } from './read.ts'
import type { Manifest } from './types.ts'

function printed(value: unknown): string {
  return (
    printManifest({ apiVersion: 'v1', kind: 'Thing', metadata: {}, spec: value }).split('spec: ')[1]?.trimEnd() ?? ''
  )
}

const rows: [value: unknown, text: string][] = [
  ['orders', 'orders'],
  ['registry.shop.example/orders:1.2', 'registry.shop.example/orders:1.2'],
  ['yes', '"yes"'],
  ['on', '"on"'],
  ['y', '"y"'],
  ['NO', '"NO"'],
  ['nan', '"nan"'],
  ['12:30', '"12:30"'],
  ['0644', '"0644"'],
  ['1', '"1"'],
  ['1e3', '"1e3"'],
  ['1_000', '"1_000"'],
  ['100m', '"100m"'],
  ['2026-11-21', '"2026-11-21"'],
  ['', '""'],
  ['~', '"~"'],
  ['=', '"="'],
  ['<<', '"<<"'],
  ['a: b', '"a: b"'],
  ['a #b', '"a #b"'],
  ['- a', '"- a"'],
  [' a', '" a"'],
  ['*a', '"*a"'],
  ['é', '"é"'],
  ['\u0085', '"\\u0085"'],
  ['a b', 'a b'],
  [1, '1'],
  [0.5, '0.5'],
  [1e21, '1e+21'],
  [true, 'true'],
  [null, 'null'],
  [{}, '{}'],
  [[], '[]'],
  [{ a: undefined }, '{}'],
  ['a\nb\n', '|\n  a\n  b'],
  ['a\n\n b', '|-\n  a\n\n   b'],
  ['a\n\n', '"a\\n\\n"'],
  [' a\nb', '" a\\nb"'],
]
for (const [value, text] of rows) {
  test(`printed: ${JSON.stringify(value)} as ${JSON.stringify(text)}`, () => assert.equal(printed(value), text))
}

const deployment = {
  kind: 'Deployment',
  status: { replicas: 1 },
  spec: {
    template: { spec: { containers: [{ ports: [{ containerPort: 80 }], name: 'a', args: ['-v', '--on'] }] } },
    nested: [[1, [2]], []],
    replicas: 2,
  },
  metadata: { annotations: { b: 'x', a: 'y\nz\n' }, labels: { app: 'orders' }, namespace: 'shop', name: 'orders' },
  apiVersion: 'apps/v1',
}

test('the order is the same whatever order it was built in', () => {
  assert.equal(
    printManifest(deployment),
    `apiVersion: apps/v1
kind: Deployment
metadata:
  name: orders
  namespace: shop
  labels:
    app: orders
  annotations:
    a: |
      y
      z
    b: x
spec:
  nested:
  - - 1
    - - 2
  - []
  replicas: 2
  template:
    spec:
      containers:
      - name: a
        args:
        - "-v"
        - "--on"
        ports:
        - containerPort: 80
status:
  replicas: 1
`,
  )
})

test('a stream has --- between', () => {
  const stream = printManifests([deployment, deployment])
  assert.equal(readManifests(stream, 'x').manifests.length, 2)
  assert.equal(stream.split('---\n').length, 2)
})

test('what JSON cannot carry is refused', () => {
  const thing = { apiVersion: 'v1', kind: 'Thing', metadata: {} }
  assert.throws(() => printManifest({ ...thing, spec: Number.NaN }), TypeError)
  assert.throws(() => printManifest({ ...thing, spec: () => 1 }), TypeError)
})

test('what is printed reads back the same', () => {
  const text = fc.oneof(
    fc.string({ unit: 'grapheme' }),
    fc.string({ unit: fc.constantFrom(...' \n\t:-#&*!|>%@`"\'{}[],?=<~.0179abyYnNoOeExX_+'), maxLength: 12 }),
    fc.constantFrom('yes', '0644', '12:30', '__proto__', '\uFEFF', '\u2028', '\r\n', 'a\nb\n', '---', '...'),
  )
  const leaf = fc.oneof(
    text,
    fc.integer(),
    fc.double({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0),
    fc.boolean(),
    fc.constant(null),
  )
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 5 },
      leaf,
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.array(fc.tuple(text, tie('tree')), { maxLength: 4 }).map((entries) => Object.fromEntries(entries)),
    ),
  }))
  fc.assert(
    fc.property(tree, (spec) => {
      const manifest: Manifest = { apiVersion: 'v1', kind: 'Thing', metadata: { name: 'x' }, spec }
      const { manifests, problems } = readManifests(printManifest(manifest), 'x')
      assert.deepEqual(problems, [])
      assert.deepEqual(manifests[0]?.manifest, manifest)
    }),
  )
})
