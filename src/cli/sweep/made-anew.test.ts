import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf } from '../../engine/pods/sample-estate.ts'
import type { EstateNode } from '../../estate/estate.ts'
import { anewLine } from './anew-line.ts'
import { madeAnewIn } from './made-anew.ts'
import type { SweptRow } from './sweep-task.ts'

const nodesOf = (zones: { readonly [zone: string]: number }): EstateNode[] =>
  Object.entries(zones).flatMap(([zone, count]) =>
    Array.from({ length: count }, (_, at) => ({
      name: `${zone}${at}`,
      zone,
      labels: { 'topology.kubernetes.io/zone': zone },
      taints: [],
      allocatable: { cpu: '4', memory: '8Gi', pods: '110' },
      taken: {},
      source: {},
    })),
  )

const rows: [name: string, zones: { readonly [zone: string]: number }, failure: string, anew: object | undefined][] = [
  ['one node of several', { a: 2, b: 1 }, 'node/a0', { is: 'certain', from: 350, to: 370.1 }],
  ['the only node', { a: 1 }, 'node/a0', { is: 'possible', from: 350, to: 360.1 }],
  ['a zone: its nodes take turns', { a: 2, b: 1 }, 'zone/a', { is: 'certain', from: 350, to: 390.1 }],
  ['a pod', { a: 2 }, 'pod/shop/web', undefined],
]
for (const [name, zones, failure, anew] of rows) {
  test(`made anew: ${name}`, () => {
    assert.deepEqual(madeAnewIn(estateOf([], { nodes: nodesOf(zones), minor: '1.36' }), [])(failure), anew)
  })
}

test('made anew: nobody knows the timers of a version that no table holds', () => {
  assert.equal(madeAnewIn(estateOf([], { nodes: nodesOf({ a: 2 }), minor: '1.50' }), [])('node/a0'), undefined)
})

test('made anew: one line, zones of one time together', () => {
  const row = (failure: string, anew: SweptRow['anew']) => ({ failure, anew }) as SweptRow
  const long = { is: 'certain', from: 350, to: 390.1 } as const
  assert.deepEqual(
    anewLine([
      row('node/a0', { is: 'certain', from: 350, to: 370.1 }),
      row('zone/a', long),
      row('zone/b', long),
      row('zone/c', { is: 'possible', from: 350 }),
      row('pod/shop/web', undefined),
    ]),
    [
      'made anew by the usual toleration: pods of a silent node after 5m50s to 6m10.1s; of zone a, b after 5m50s to 6m30.1s; of zone c perhaps, after 5m50s at least (why: sweep --lose NODE)',
    ],
  )
  assert.deepEqual(anewLine([row('node/a0', { is: 'never' })]), [
    'made anew by the usual toleration: pods of a silent node never (why: sweep --lose NODE)',
  ])
  assert.deepEqual(anewLine([row('pod/shop/web', undefined)]), [])
})
