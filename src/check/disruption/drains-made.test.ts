// Budgets that operators make of their resources: nobody shows them, and they decide.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { drains } from './drains.ts'

const cluster = (instances: number) => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: ledger-db, namespace: shop}
spec: {instances: ${instances}, storage: {size: 1Gi}}`

test('drains: a single instance can never go', () => {
  const [verdict] = verdictsOf(drains, manifestWorld(cluster(1)))
  assert.equal(verdict?.verdict, 'broken')
  assert.match(verdict ? linesOf(verdict).join() : '', /allowed disruptions = 1 − 1 = 0/)
})

test('drains: with a second one the primary moves over', () => {
  for (const instances of [2, 3])
    assert.deepEqual(
      verdictsOf(drains, manifestWorld(cluster(instances))).map(({ verdict }) => verdict === 'broken'),
      [false],
    )
})
