import assert from 'node:assert/strict'
import { test } from 'node:test'
import { podsOf } from './pods-of.ts'
import { estateOf } from './sample-estate.ts'

const owner = (kind: string, controller = true) => [{ apiVersion: 'example.com/v1', kind, name: 'x', controller }]

const rows: [name: string, metadata: object, keptBy: string | undefined, nodeName: string | undefined][] = [
  ['nobody makes it anew', {}, undefined, 'n1'],
  ['an owner that does not control it', { ownerReferences: owner('Basket', false) }, undefined, 'n1'],
  [
    'a controller that nobody shows puts the next one anywhere',
    { ownerReferences: owner('Basket') },
    'controller',
    undefined,
  ],
  [
    'a kubelet runs it on its own node',
    { annotations: { 'kubernetes.io/config.mirror': 'x' }, ownerReferences: owner('Node') },
    'kubelet',
    'n1',
  ],
]

for (const [name, metadata, keptBy, nodeName] of rows) {
  test(`a pod by itself: ${name}`, () => {
    const pod = { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'cart', namespace: 'shop', ...metadata } }
    const [found] = podsOf(estateOf([{ ...pod, spec: { nodeName: 'n1', containers: [{ name: 'main' }] } }]))
    assert.deepEqual(
      [found?.keptBy, found?.spec.nodeName, found?.standing],
      [keptBy, nodeName, [{ pod: 'cart', node: 'n1' }]],
    )
  })
}
