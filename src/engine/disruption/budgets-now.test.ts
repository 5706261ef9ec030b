import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { estateOf } from '../pods/sample-estate.ts'
import { budgetsNow } from './budgets-now.ts'

const namespace = 'shop'
const labels = { app: 'cart' }
const owner = (kind: string, name: string, apiVersion = 'apps/v1') => [
  { apiVersion, kind, name, uid: name, controller: true },
]
const deployment = {
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'cart', namespace },
  spec: { replicas: 2 },
}
const set = {
  ...deployment,
  kind: 'ReplicaSet',
  metadata: { name: 'cart-1', namespace, ownerReferences: owner('Deployment', 'cart') },
}
const budget = (spec: object, name = 'cart'): Manifest => ({
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name, namespace },
  spec: { selector: { matchLabels: labels }, ...spec },
})

function pod(name: string, more: { metadata?: object; status?: object; spec?: object } = {}): Manifest {
  const metadata = { name, namespace, labels, ownerReferences: owner('ReplicaSet', 'cart-1'), ...more.metadata }
  const status = { phase: 'Running', conditions: [{ type: 'Ready', status: 'True' }], ...more.status }
  return { apiVersion: 'v1', kind: 'Pod', metadata, spec: { nodeName: 'n1', containers: [], ...more.spec }, status }
}
const unready = { status: { conditions: [{ type: 'Ready', status: 'False' }] } }

const lagging = (generation: number, disruptedPods: object) => ({
  ...budget({ maxUnavailable: 1 }),
  metadata: { name: 'cart', namespace, generation },
  status: { observedGeneration: 1, disruptedPods },
})
const flood = (many: number) =>
  Object.fromEntries(Array.from({ length: many }, (_, at) => [`gone-${at}`, '2026-11-20T06:29:30Z']))

function said(...objects: readonly (object | Manifest)[]): string {
  const takenAt = '2026-11-20T06:30:00Z'
  const found = [...budgetsNow({ ...estateOf([deployment, set, ...objects]), takenAt }).values()]
  return found
    .map(({ status, evictions }) => {
      const counts = status.reason === 'SyncFailed' ? 'failed' : `${status.currentHealthy}/${status.expectedPods}`
      return `${counts}: ${evictions.map(({ pod: name, eviction }) => `${name} ${eviction.why}`).join(', ')}`
    })
    .join('; ')
}

const rows: [name: string, objects: readonly object[], says: string][] = [
  ['both are well', [budget({ maxUnavailable: 1 }), pod('a'), pod('b')], '2/2: a allowed, b allowed'],
  [
    'one is not ready',
    [budget({ maxUnavailable: 1 }), pod('a'), pod('b', unready)],
    '1/2: a too few healthy, b unhealthy beside enough',
  ],
  [
    'one is on its way out',
    [budget({ maxUnavailable: 1 }), pod('a'), pod('b', { metadata: { deletionTimestamp: 'x' } })],
    '1/2: a too few healthy, b terminating',
  ],
  [
    'two budgets',
    [budget({ maxUnavailable: 1 }), budget({ minAvailable: 0 }, 'too'), pod('a')],
    '1/2: a several budgets; 1/1: a several budgets',
  ],
  [
    'a mirror of a kubelet’s pod',
    [budget({ maxUnavailable: 1 }), pod('a', { metadata: { ownerReferences: owner('Node', 'n1', 'v1') } })],
    'failed: a not counted',
  ],
  [
    'what owns it is not shown',
    [budget({ maxUnavailable: 1 }), pod('a', { metadata: { ownerReferences: owner('Cart', 'c', 'acme.io/v1') } })],
    '',
  ],
  [
    'its ReplicaSet is not shown',
    [budget({ maxUnavailable: 1 }), pod('a', { metadata: { ownerReferences: owner('ReplicaSet', 'x') } })],
    '',
  ],
  ['nobody shows how it is', [budget({ maxUnavailable: 1 }), pod('a', { status: { conditions: undefined } })], ''],
  [
    'another pod of the namespace is not shown either',
    [budget({ maxUnavailable: 1 }), pod('a'), pod('b', { status: { phase: undefined } })],
    '',
  ],
  ['other labels', [budget({ maxUnavailable: 1, selector: { matchLabels: { app: 'till' } } }), pod('a')], '0/0: '],
  ['no selector', [budget({ maxUnavailable: 1, selector: null }), pod('a')], '0/0: '],
  ['all of the namespace', [budget({ minAvailable: 1, selector: {} }), pod('a')], '1/1: a too few healthy'],
  [
    'a spec that is newer than what was counted',
    [lagging(2, {}), pod('a'), pod('b', unready)],
    '1/2: a not counted yet, b unhealthy beside enough',
  ],
  ['a spec that was counted', [lagging(1, {}), pod('a'), pod('b')], '2/2: a allowed, b allowed'],
  [
    'an eviction that was granted half a minute ago',
    [lagging(1, { b: '2026-11-20T06:29:30Z' }), pod('a'), pod('b')],
    '1/2: a too few healthy, b too few healthy',
  ],
  [
    'an eviction that was granted an hour ago, and forgotten',
    [lagging(1, { b: '2026-11-20T05:30:00Z' }), pod('a'), pod('b')],
    '2/2: a allowed, b allowed',
  ],
  [
    'as many evictions as may be unconfirmed, of pods that are gone',
    [lagging(1, flood(2000)), pod('a'), pod('b')],
    '2/2: a allowed, b allowed',
  ],
  [
    'one more than that',
    [lagging(1, flood(2001)), pod('a'), pod('b')],
    '2/2: a too many unconfirmed, b too many unconfirmed',
  ],
  ['a status without a shape', [{ ...lagging(2, {}), status: [] }, pod('a'), pod('b')], '2/2: a allowed, b allowed'],
  ['what has no shape', [budget({ minAvailable: {}, selector: 'x' }), pod('a')], 'failed: a not counted'],
]
for (const [name, objects, says] of rows) {
  test(`budgets now: ${name}`, () => assert.equal(said(...objects), says))
}
