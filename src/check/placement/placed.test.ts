import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { linesOf, machine, manifestWorld, sampleWorld, verdictsOf } from '../sample.ts'
import type { Verdict } from '../verdict.ts'
import { placed } from './placed.ts'

const host = 'kubernetes.io/hostname'

const rows: [name: string, checkout: ServiceOptions, verdict: string, says: string[]][] = [
  ['two pods', { replicas: 2 }, 'kept', ['checkout can stand on n1, n2']],
  [
    'no node has the label',
    { place: { require: [{ label: 'crane' }] } },
    'broken',
    [
      'no pod of checkout can be placed: no node takes it',
      'n1: lacks the label crane',
      'n2: lacks the label crane',
      'n3: lacks the label crane',
    ],
  ],
  [
    'more members than hosts',
    { replicas: 4, place: { apart: [{ by: host, how: 'required' }] } },
    'broken',
    [
      'at most 3 of the 4 pods of checkout can be placed: required anti-affinity on kubernetes.io/hostname leaves one each for n1, n2, n3',
      'n1: may take it',
      'n2: may take it',
      'n3: may take it',
    ],
  ],
  [
    'no room for so many',
    { replicas: 4, requests: { cpu: 3, memory: '1Gi' } },
    'broken',
    [
      'at most 3 of the 4 pods of checkout can be placed: the nodes have room for so many by cpu',
      'n1: 1',
      'n2: 1',
      'n3: 1',
    ],
  ],
  ['nothing to place', { replicas: 0 }, 'kept', ['checkout has no pods']],
]

for (const [name, checkout, verdict, says] of rows) {
  test(`placed: ${name}`, () => {
    const found = verdictsOf(placed, sampleWorld({ checkout })).find(({ id }) => id === 'placed/live/checkout')
    assert.ok(found)
    assert.equal(found.verdict, verdict)
    assert.deepEqual(sayAll(found), says)
  })
}

function sayAll({ because }: Verdict): string[] {
  return because.flatMap(({ says: { line, rows = [] } }) => [line, ...rows.map(([label, text]) => `${label}: ${text}`)])
}

test('placed: rests on what is said to be taken, and asks for nothing else', () => {
  const nodes = ['n1', 'n2'].map((name) => machine(name, 'east', { taken: { cpu: '25%' } }))
  const verdict = (denied: string[]) =>
    verdictsOf(placed, sampleWorld({ nodes }, { denied })).find(({ id }) => id === 'placed/live/checkout')
  assert.equal(verdict([])?.verdict, 'assumed')
  assert.deepEqual(
    verdict([])?.assumes.map(({ id }) => id),
    ['taken/harbour'],
  )
  assert.equal(verdict(['taken/harbour'])?.verdict, 'broken')
})

test('placed: nobody says what nodes there are', () => {
  const yaml = `
apiVersion: v1
kind: Pod
metadata: { name: cart, namespace: shop }
spec: { containers: [{ name: main, image: cart }] }
`
  const [found] = verdictsOf(placed, manifestWorld(yaml))
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(linesOf(found as Verdict), ['nobody says what nodes there are for cart'])
})
