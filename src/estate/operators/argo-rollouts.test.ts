import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsAt } from '../import/fields.ts'
import { estateOf, madeRefs } from './sample.ts'

const pods =
  'selector: {matchLabels: {app: web}}\n  template: {metadata: {labels: {app: web}}, spec: {containers: [{name: web}]}}'
const rollout = (spec: string) => `
apiVersion: argoproj.io/v1alpha1
kind: Rollout
metadata: {name: web, namespace: shop}
spec:
  ${spec}`

const strategies: [name: string, strategy: string, surge: object][] = [
  ['a quarter each way where nothing is said', '{canary: {steps: []}}', { maxSurge: '25%', maxUnavailable: '25%' }],
  ['as said', '{canary: {maxSurge: 1, maxUnavailable: 0}}', { maxSurge: 1, maxUnavailable: 0 }],
  ['two whole sets', '{blueGreen: {activeService: web}}', { maxSurge: '100%', maxUnavailable: 0 }],
]

for (const [name, strategy, surge] of strategies) {
  test(`argo rollouts: ${name}`, () => {
    const [made] = estateOf(rollout(`strategy: ${strategy}\n  ${pods}`)).objects.filter(
      ({ origin }) => origin === 'made',
    )
    assert.equal(made?.ref, 'Deployment/shop/web')
    assert.deepEqual(fieldsAt(made?.manifest, 'spec', 'strategy', 'rollingUpdate'), surge)
    assert.equal(made?.source.lineOf?.(['spec', 'template'])?.line, 8)
  })
}

test('argo rollouts: the template of another workload', () => {
  const deployment = `
---
apiVersion: apps/v1
kind: Deployment
metadata: {name: web, namespace: shop}
spec:
  replicas: 0
  ${pods}`
  const yaml = rollout('replicas: 2\n  workloadRef: {apiVersion: apps/v1, kind: Deployment, name: web}')
  assert.deepEqual(madeRefs(estateOf(yaml + deployment)), ['ReplicaSet/shop/web'])
  assert.deepEqual(madeRefs(estateOf(yaml)), [])
})
