import assert from 'node:assert/strict'
import { test } from 'node:test'
import { manifestWorld } from '../sample.ts'
import { barePods } from './bare-pods.ts'

const pod = (name: string, metadata = '', spec = '') => `apiVersion: v1
kind: Pod
metadata: { name: ${name}, namespace: shop${metadata} }
spec: { containers: [{ name: main, image: shop }]${spec} }
`
const ownedBy = (kind: string) => `, ownerReferences: [{ apiVersion: v1, kind: ${kind}, name: n1, controller: true }]`

const rows: [name: string, yaml: readonly string[], pods: readonly string[]][] = [
  ['pods without a controller', [pod('cart'), pod('bell')], ['shop/bell', 'shop/cart']],
  ['a controller that nobody shows', [pod('cart', ownedBy('Basket'))], []],
  ['a pod of the kubelet', [pod('proxy', `, annotations: { kubernetes.io/config.mirror: x }${ownedBy('Node')}`)], []],
  ['a task that ends', [pod('load', '', ', restartPolicy: Never')], []],
  ['a test of a release', [pod('check', ', annotations: { helm.sh/hook: test }')], []],
]

for (const [name, yaml, pods] of rows) {
  test(`bare pods: ${name}`, () => {
    const found = [...barePods(manifestWorld(yaml.join('---\n')))]
    assert.deepEqual(
      found.flatMap(({ says }) => (says.rows ?? []).map(([label]) => label)),
      pods,
    )
  })
}
