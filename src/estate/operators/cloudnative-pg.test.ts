import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsAt } from '../import/fields.ts'
import { estateOf, madeRefs } from './sample.ts'
import { suppliersOf } from './supplied.ts'

const cluster = (spec: string) => `
apiVersion: postgresql.cnpg.io/v1
kind: Cluster
metadata: {name: ledger-db, namespace: shop}
spec:
  storage: {size: 20Gi, storageClass: fast}
  ${spec}`

const made = (yaml: string, ref: string) => estateOf(yaml).objects.find((object) => object.ref === ref)

test('cloudnative-pg: what one Cluster becomes', () => {
  assert.deepEqual(madeRefs(estateOf(cluster('instances: 3'))), [
    'PodDisruptionBudget/shop/ledger-db',
    'Role/shop/ledger-db',
    'RoleBinding/shop/ledger-db',
    'Service/shop/ledger-db-r',
    'Service/shop/ledger-db-ro',
    'Service/shop/ledger-db-rw',
    'ServiceAccount/shop/ledger-db',
    'StatefulSet/shop/ledger-db',
  ])
})

const budgets: [name: string, spec: string, ref: string, minAvailable: number | undefined][] = [
  ['a single one must stay', 'instances: 1', 'ledger-db-primary', 1],
  ['absent instances are one', 'resources: {}', 'ledger-db-primary', 1],
  ['of two one may go', 'instances: 2', 'ledger-db-primary', 1],
  ['of three one may go', 'instances: 3', 'ledger-db', 2],
  ['no budget where it is switched off', '{instances: 1, enablePDB: false}', 'ledger-db-primary', undefined],
  ['none while nodes are maintained', 'nodeMaintenanceWindow: {inProgress: true}', 'ledger-db-primary', undefined],
]

for (const [name, spec, ref, minAvailable] of budgets) {
  test(`cloudnative-pg budgets: ${name}`, () => {
    const said = spec.startsWith('{') ? spec.slice(1, -1).replace(', ', '\n  ') : spec
    const budget = made(cluster(said), `PodDisruptionBudget/shop/${ref}`)
    assert.equal(budget && fieldsAt(budget.manifest, 'spec').minAvailable, minAvailable)
  })
}

test('cloudnative-pg: instances are kept apart where possible, and where they must be', () => {
  const antiAffinity = (spec: string) => {
    const { manifest } = made(cluster(spec), 'StatefulSet/shop/ledger-db') ?? {}
    return Object.keys(fieldsAt(manifest, 'spec', 'template', 'spec', 'affinity', 'podAntiAffinity'))
  }
  assert.deepEqual(antiAffinity('instances: 3'), ['preferredDuringSchedulingIgnoredDuringExecution'])
  assert.deepEqual(antiAffinity('affinity: {podAntiAffinityType: required}'), [
    'requiredDuringSchedulingIgnoredDuringExecution',
  ])
  assert.deepEqual(antiAffinity('affinity: {enablePodAntiAffinity: false}'), [])
})

test('cloudnative-pg: a field of the pods is decided in the Cluster', () => {
  const pods = made(cluster('instances: 3\n  resources:\n    requests: {cpu: 1}'), 'StatefulSet/shop/ledger-db')
  const path = ['spec', 'template', 'spec', 'containers', 0, 'resources', 'requests', 'cpu']
  assert.equal(pods?.source.lineOf?.(path)?.line, 9)
  assert.equal(pods?.source.lineOf?.(['spec', 'replicas'])?.line, 7)
})

test('cloudnative-pg: how it replicates and where it is copied to', () => {
  const backup = `
---
apiVersion: postgresql.cnpg.io/v1
kind: ScheduledBackup
metadata: {name: nightly, namespace: shop}
spec: {schedule: "0 0 2 * * *", cluster: {name: ledger-db}}`
  const store = 'instances: 2\n  backup: {barmanObjectStore: {destinationPath: "s3://copies/ledger"}}'
  const facts = estateOf(cluster(store) + backup).facts.filter(
    ({ source, trait }) => source.made && trait !== 'endpoint',
  )
  assert.deepEqual(
    facts.map((fact) => (fact.trait === 'replicates' ? fact.mode : fact.trait === 'backsUp' ? fact.everySeconds : '')),
    [86400, 300, 'asynchronous'],
  )
  assert.deepEqual(facts[0]?.standing, { is: 'carried', by: 'Cluster/shop/ledger-db' })
  assert.deepEqual(
    estateOf(cluster('instances: 1')).facts.filter(({ trait }) => trait === 'replicates'),
    [],
  )
})

const secrets: [name: string, spec: string, secret: string, is: string][] = [
  ['the owner of the application', 'instances: 1', 'ledger-db-app', 'made'],
  ['no superuser unless asked for', 'instances: 1', 'ledger-db-superuser', 'no'],
  ['a superuser', 'enableSuperuserAccess: true', 'ledger-db-superuser', 'made'],
  ['one that the team brings', 'bootstrap: {initdb: {secret: {name: mine}}}', 'ledger-db-app', 'no'],
]

for (const [name, spec, secret, is] of secrets) {
  test(`cloudnative-pg secrets: ${name}`, () => {
    assert.equal(suppliersOf(estateOf(cluster(spec))).canMake('Secret', 'shop', secret).is, is)
  })
}

test('cloudnative-pg: nothing is made of a Cluster whose products are shown', () => {
  const pod = `
---
apiVersion: v1
kind: Pod
metadata:
  name: ledger-db-1
  namespace: shop
  ownerReferences: [{apiVersion: postgresql.cnpg.io/v1, kind: Cluster, name: ledger-db, controller: true, uid: "1"}]`
  assert.deepEqual(madeRefs(estateOf(cluster('instances: 1') + pod)), [])
})

test('cloudnative-pg: a Pooler is a Deployment behind a Service of its name', () => {
  const estate = estateOf(`
apiVersion: postgresql.cnpg.io/v1
kind: Pooler
metadata: {name: ledger-pool, namespace: shop}
spec: {cluster: {name: ledger-db}, instances: 2, pgbouncer: {poolMode: session}}`)
  assert.deepEqual(madeRefs(estate), [
    'Deployment/shop/ledger-pool',
    'Service/shop/ledger-pool',
    'ServiceAccount/shop/ledger-pool',
  ])
  assert.ok(estate.facts.some((fact) => fact.trait === 'endpoint' && fact.of === 'Deployment/shop/ledger-pool'))
})
