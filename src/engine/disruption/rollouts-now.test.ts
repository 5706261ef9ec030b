import assert from 'node:assert/strict'
import { test } from 'node:test'
import { estateOf } from '../pods/sample-estate.ts'
import { rolloutsNow } from './rollouts-now.ts'

const namespace = 'shop'
const template = (image: string, labels = {}) => ({
  metadata: { labels: { app: 'cart', ...labels } },
  spec: { containers: [{ name: 'main', image }] },
})
const deployment = (spec = {}) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace },
  spec: { replicas: 3, template: template('new'), ...spec },
})

interface Given {
  readonly image?: string
  readonly revision?: string
  readonly annotations?: object
  readonly spec?: object
  readonly status?: object
  readonly owner?: object
}

function set(name: string, { image = 'new', revision = '1', annotations = {}, spec, status, owner }: Given = {}) {
  const noted = { 'deployment.kubernetes.io/revision': revision, ...annotations }
  const by = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'cart', uid: 'c', controller: true, ...owner }
  return {
    apiVersion: 'apps/v1',
    kind: 'ReplicaSet',
    metadata: { name, namespace, annotations: noted, ownerReferences: [by] },
    spec: { replicas: 2, template: template(image, { 'pod-template-hash': name }), ...spec },
    status: { replicas: 2, readyReplicas: 1, ...status },
  }
}

function said(...objects: readonly object[]): string | undefined {
  const state = rolloutsNow(estateOf(objects as never)).get('Deployment/shop/cart')
  return state?.sets
    .map((one) => `${one.name}${one.isCurrent ? ' new' : ''} ${one.available}/${one.replicas} of ${one.desired}`)
    .join(', ')
}

const noted = { 'deployment.kubernetes.io/desired-replicas': '3' }
const rows: [name: string, objects: readonly object[], says: string | undefined][] = [
  ['its own template', [deployment(), set('a')], 'a new 1/2 of undefined'],
  ['another template', [deployment(), set('a', { image: 'old' })], 'a 1/2 of undefined'],
  ['what it was sized for', [deployment(), set('a', { annotations: noted })], 'a new 1/2 of 3'],
  [
    'in the order of their revisions',
    [deployment(), set('b', { revision: '10' }), set('a', { revision: '9', image: 'old' })],
    'a 1/2 of undefined, b new 1/2 of undefined',
  ],
  [
    'ready for long enough is shown',
    [deployment(), set('a', { status: { availableReplicas: 0 } })],
    'a new 0/2 of undefined',
  ],
  [
    'nobody shows for how long it has been ready',
    [deployment(), set('a', { spec: { minReadySeconds: 9 } })],
    undefined,
  ],
  ['nobody shows how many there are', [deployment(), set('a', { status: { replicas: undefined } })], undefined],
  ['another owner', [deployment(), set('a', { owner: { name: 'till' } })], undefined],
  ['another kind of owner', [deployment(), set('a', { owner: { kind: 'Rollout' } })], undefined],
  [
    'a strategy that nobody can read',
    [deployment({ strategy: { rollingUpdate: { maxSurge: 'some' } } }), set('a')],
    undefined,
  ],
  ['a template without a shape', [deployment({ template: 'x' }), set('a')], 'a 1/2 of undefined'],
]
for (const [name, objects, says] of rows) test(`rollouts now: ${name}`, () => assert.equal(said(...objects), says))
