import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../platform/language/manifest.ts'
import { promise } from '../../platform/language/promise.ts'
import { role } from '../../platform/language/role.ts'
import type { Protection } from '../../platform/model.ts'
import { type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { protects } from './protects.ts'

const all = { defaultDeny: true, dns: true, calls: true }
const secret = (name: string) => written({ apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace: 'shop' } })
const bindingIn = (namespace: string, of: string) =>
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: namespace === '' ? 'ClusterRoleBinding' : 'RoleBinding',
    metadata: { name: 'bound', ...(namespace !== '' && { namespace }) },
    subjects: [{ kind: 'ServiceAccount', name: 'keeper', namespace: of }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
  })
const budget = { minAvailable: 1 }
const accounts: ShopOptions = {
  checkout: { replicas: 2, account: 'checkout' },
  orders: { account: 'orders' },
  ledgerDb: { account: 'ledger-db' },
}

const rows: readonly [name: string, by: Protection, options: ShopOptions, verdict: string, says: string][] = [
  [
    'every pod is isolated both ways',
    'policies',
    { live: { policies: all } },
    'kept',
    'each of the 3 workloads of shop is isolated in both directions: allow-dns, checkout, default-deny, ledger-db, orders',
  ],
  [
    'nothing isolates',
    'policies',
    {},
    'broken',
    'no policy isolates 3 of the 3 workloads of shop in both directions, and 2 calls would need rules there',
  ],
  [
    'one direction is not enough',
    'policies',
    { live: { policies: { dns: true } } },
    'broken',
    'no policy isolates 3 of the 3 workloads of shop in both directions, and 2 calls would need rules there',
  ],
  [
    'what is said and not shown isolates nothing',
    'policies',
    { live: { unseenPolicies: { says: 'default deny' } } },
    'broken',
    "no policy isolates 3 of the 3 workloads of shop in both directions; 'default deny' is said of it and shown by no object, and 2 calls would need rules there",
  ],
  [
    'where nothing runs nothing can be isolated',
    'policies',
    { live: { runs: [], policies: all } },
    'unknown',
    'nothing runs in shop that policies could isolate',
  ],
  ['no quota', 'quota', {}, 'broken', 'no ResourceQuota bounds shop'],
  [
    'a quota of one of them',
    'quota',
    { live: { quota: { 'requests.cpu': 8, pods: 10 } } },
    'broken',
    'live of shop does not count requests of memory of all pods',
  ],
  [
    'a quota of both',
    'quota',
    { live: { quota: { cpu: 8, 'requests.memory': '16Gi' } } },
    'kept',
    'live bounds CPU and memory of shop',
  ],
  [
    'several pods without a budget',
    'budgets',
    {},
    'broken',
    'no budget covers the one workload of shop with several pods: checkout',
  ],
  [
    'several pods with one',
    'budgets',
    { checkout: { replicas: 2, budget } },
    'kept',
    'a budget covers each workload of shop with several pods: 1',
  ],
  [
    'single pods need none',
    'budgets',
    { checkout: { replicas: 1 } },
    'kept',
    'no workload of shop has several pods that a budget could keep apart in time',
  ],
  [
    'the default account is nobody’s own',
    'accounts',
    {},
    'broken',
    'accounts do not keep shop apart: 3 of the 3 workloads have none of their own, 0 bindings cross its edge',
  ],
  [
    'accounts whose rights end there',
    'accounts',
    {
      ...accounts,
      live: { roles: [role('reads', { account: 'orders', rules: [{ resources: ['pods'], verbs: ['get'] }] })] },
    },
    'kept',
    'each of the 3 workloads of shop has an account, whose rights end there',
  ],
  [
    'rights in the whole cluster',
    'accounts',
    { ...accounts, live: { includes: [bindingIn('', 'shop')] } },
    'broken',
    'accounts do not keep shop apart: 0 of the 3 workloads have none of their own, 1 binding crosses its edge',
  ],
  [
    'rights of somebody else’s account',
    'accounts',
    { ...accounts, live: { includes: [bindingIn('shop', 'bank')] } },
    'broken',
    'accounts do not keep shop apart: 0 of the 3 workloads have none of their own, 1 binding crosses its edge',
  ],
  [
    'where nothing runs nothing has an account',
    'accounts',
    { live: { runs: [] } },
    'unknown',
    'nothing runs in shop that could have an account',
  ],
  ['no Secret is read', 'secrets', {}, 'unknown', 'no pod of shop reads a Secret: nobody says which values it needs'],
  [
    'a Secret that is there',
    'secrets',
    { orders: { secrets: ['keys'] }, live: { includes: [secret('keys')] } },
    'kept',
    'the one Secret that pods of shop read is there, or made there',
  ],
  [
    'a Secret that nothing is or makes',
    'secrets',
    { orders: { secrets: ['keys', 'other'] }, live: { includes: [secret('keys')] } },
    'broken',
    'pods of shop read 2 Secrets, and nothing there is or makes other',
  ],
]

for (const [name, by, options, verdict, says] of rows) {
  test(`protects by ${by}: ${name}`, () => {
    const [found] = judged([by], options)
    assert.deepEqual([found?.verdict, found?.because[0]?.says.line], [verdict, says])
  })
}

test('protects: each that is asked for, once', () => {
  const [found] = judged(['quota', 'policies', 'quota'], {})
  assert.deepEqual(
    found?.because.map(({ rule }) => rule),
    ['policies', 'quota'],
  )
  assert.equal(found?.says, 'live is protected by policies, quota')
})

function judged(by: readonly Protection[], options: ShopOptions) {
  const promises: ShopOptions['promises'] = ({ live }) => [promise.protects({ in: live, by })]
  return verdictsOf(protects, sampleWorld({ promises, ...options }))
}
