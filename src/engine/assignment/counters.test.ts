import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { podReader } from '../scheduling/scheduling-pod.ts'
import { countAt, countersOf } from './counters.ts'
import { classesOf } from './pod-classes.ts'

const pod = (namespace: string): Manifest => {
  return { apiVersion: 'v1', kind: 'Pod', metadata: { name: 'p', namespace }, spec: { containers: [] } }
}
const { classes } = classesOf([pod('one'), pod('two')], [], podReader())
const [one, two] = classes
const zones = { key: 'zone', domainOf: Int32Array.of(0, 0, 1, -1), values: ['a', 'b'] }
const ofOne = {
  key: 'one',
  topology: zones,
  counts: ({ namespace }: { namespace: string }) => (namespace === 'one' ? 2 : 0),
}

test('pods are counted in the domain of their node, as often as they count', () => {
  assert.ok(one && two)
  const counters = countersOf(classes)
  const counter = counters.of(ofOne)
  for (const node of [0, 1, 2, 3]) counters.place(one, node)
  counters.place(two, 0)
  assert.deepEqual(
    [0, 1, 2, 3].map((node) => countAt(counter, node)),
    [4, 4, 2, 0],
  )
  assert.equal(counter.total, 6)
})

test('a counter that is asked for late knows those that came before', () => {
  assert.ok(one)
  const counters = countersOf(classes)
  counters.place(one, 2)
  assert.equal(countAt(counters.of(ofOne), 2), 2)
  assert.equal(counters.of(ofOne), counters.of({ ...ofOne }))
})

test('nodes that are left out do not count', () => {
  assert.ok(one)
  const counters = countersOf(classes)
  const counter = counters.of({ ...ofOne, within: Uint8Array.of(1, 0, 1, 1) })
  counters.place(one, 0)
  counters.place(one, 1)
  assert.equal(countAt(counter, 1), 2)
})

test('a topology of single nodes is told from one of several', () => {
  const counters = countersOf(classes)
  assert.equal(counters.of(ofOne).isPerNode, false)
  const single = { ...zones, domainOf: Int32Array.of(0, -1, 1, -1) }
  assert.equal(counters.of({ ...ofOne, key: 'single', topology: single }).isPerNode, true)
  // As many domains as nodes, one of them empty, and two nodes in another.
  const empty = { key: 'empty', domainOf: Int32Array.of(0, 1, 1, -1), values: ['a', 'b', ''] }
  assert.equal(counters.of({ ...ofOne, key: 'empty', topology: empty }).isPerNode, false)
})
