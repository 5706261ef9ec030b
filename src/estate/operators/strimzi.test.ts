import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsAt } from '../import/fields.ts'
import { estateOf, madeRefs } from './sample.ts'
import { suppliersOf } from './supplied.ts'

const kafka = (more = '') => `
apiVersion: kafka.strimzi.io/v1
kind: Kafka
metadata: {name: events, namespace: shop}
spec:
  kafka:
    listeners: [{name: plain, port: 9092, type: internal, tls: false}]
    ${more}`
const pool = (name: string, replicas: number, roles: string) => `
---
apiVersion: kafka.strimzi.io/v1
kind: KafkaNodePool
metadata: {name: ${name}, namespace: shop, labels: {strimzi.io/cluster: events}}
spec: {replicas: ${replicas}, roles: [${roles}], storage: {type: jbod, volumes: [{id: 0, type: persistent-claim, size: 10Gi}]}}`
const both = pool('brokers', 3, 'broker') + pool('controllers', 3, 'controller')

test('strimzi: what a Kafka with two pools becomes', () => {
  assert.deepEqual(madeRefs(estateOf(kafka() + both)), [
    'NetworkPolicy/shop/events-network-policy-kafka',
    'PodDisruptionBudget/shop/events-kafka',
    'Service/shop/events-kafka-bootstrap',
    'Service/shop/events-kafka-brokers',
    'ServiceAccount/shop/events-kafka',
    'StatefulSet/shop/events-brokers',
    'StatefulSet/shop/events-controllers',
  ])
})

test('strimzi: without a pool there is nothing', () => {
  assert.deepEqual(madeRefs(estateOf(kafka())), [])
})

const budgets: [name: string, more: string, minAvailable: number][] = [
  ['all pools but one node', '', 5],
  ['as the template says', 'template: {podDisruptionBudget: {maxUnavailable: 0}}', 6],
]

for (const [name, more, minAvailable] of budgets) {
  test(`strimzi budgets: ${name}`, () => {
    const { objects } = estateOf(kafka(more) + both)
    const budget = objects.find(({ ref }) => ref === 'PodDisruptionBudget/shop/events-kafka')
    assert.equal(fieldsAt(budget?.manifest, 'spec').minAvailable, minAvailable)
  })
}

test('strimzi: controllers vote, brokers do not, and clients come to brokers', () => {
  const { facts } = estateOf(kafka() + both)
  const votes = facts.find((fact) => fact.trait === 'elects')
  assert.deepEqual(votes?.trait === 'elects' && votes.voters, ['StatefulSet/shop/events-controllers'])
  assert.deepEqual(votes?.standing, { is: 'carried', by: 'Kafka/shop/events' })
  const bootstrap = facts.flatMap((fact) =>
    fact.trait === 'endpoint' && fact.service.endsWith('-bootstrap') ? [fact.of] : [],
  )
  assert.deepEqual(bootstrap, ['StatefulSet/shop/events-brokers'])
})

const user = (authentication: string) => `
apiVersion: kafka.strimzi.io/v1
kind: KafkaUser
metadata: {name: orders, namespace: shop}
spec: {${authentication}}`

const secrets: [name: string, yaml: string, secret: string, is: string][] = [
  ['the certificate of the cluster', kafka(), 'events-cluster-ca-cert', 'made'],
  ['a user with a password', user('authentication: {type: scram-sha-512}'), 'orders', 'made'],
  ['a user without', user('authorization: {type: simple}'), 'orders', 'no'],
]

for (const [name, yaml, secret, is] of secrets) {
  test(`strimzi secrets: ${name}`, () => {
    assert.equal(suppliersOf(estateOf(yaml)).canMake('Secret', 'shop', secret).is, is)
  })
}

test('strimzi: pods of controllers have no port for clients', () => {
  const ports = (name: string) => {
    const made = estateOf(kafka() + both).objects.find(({ ref }) => ref === `StatefulSet/shop/events-${name}`)
    return JSON.stringify(made?.manifest).match(/"containerPort":\d+/g)
  }
  assert.deepEqual(ports('controllers'), ['"containerPort":8443', '"containerPort":9090'])
  assert.ok(ports('brokers')?.includes('"containerPort":9092'))
})
