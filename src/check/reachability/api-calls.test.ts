import assert from 'node:assert/strict'
import { test } from 'node:test'
import { written } from '../../platform/language/manifest.ts'
import { role } from '../../platform/language/role.ts'
import { manifestWorld, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { reaches } from './reaches.ts'

const all = { defaultDeny: true, dns: true, calls: true }
const roles = [
  role('reads', { account: 'orders', rules: [{ resources: ['pods', 'pods/exec'], verbs: ['list', 'create'] }] }),
]
const out = written({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name: 'out', namespace: 'shop' },
  spec: { podSelector: {}, policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr: '10.0.0.0/8' } }] }] },
})
const orders = { account: 'orders' }
const api = { at: ['10.0.0.1/32'], port: 6443 }
const known = { distribution: 'k3s', cni: undefined }

const rows: readonly [name: string, options: ShopOptions, verdict: string | undefined, assumes: readonly string[]][] = [
  [
    'rights, and no rule that lets it out',
    { orders, cluster: known, live: { roles, policies: { defaultDeny: true } } },
    'broken',
    [],
  ],
  ['a policy made for its rights', { orders, cluster: { ...known, api }, live: { roles, policies: all } }, 'kept', []],
  ['no policy isolates it', { orders, live: { roles } }, undefined, []],
  ['no rights', { orders, live: { policies: { defaultDeny: true } } }, undefined, []],
  ['rights of another account', { live: { roles, policies: { defaultDeny: true } } }, undefined, []],
  [
    'a block that may hold it',
    { orders, cluster: known, live: { roles, includes: [out] } },
    'assumed',
    ['address/harbour/kube-apiserver'],
  ],
  ['a block that holds it', { orders, cluster: { ...known, api }, live: { roles, includes: [out] } }, 'kept', []],
  [
    'a block that does not',
    { orders, cluster: { ...known, api: { at: ['192.0.2.1/32'], port: 6443 } }, live: { roles, includes: [out] } },
    'broken',
    [],
  ],
]

for (const [name, options, verdict, assumes] of rows) {
  test(`reaches the API server: ${name}`, () => {
    const found = verdictsOf(reaches, sampleWorld(options)).find(
      ({ id }) => id === 'reaches/live/orders/kube-apiserver',
    )
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found?.assumes.map(({ id }) => id) ?? [], assumes)
  })
}

test('reaches the API server: it says what the account may do there', () => {
  const world = sampleWorld({ orders, cluster: known, live: { roles, policies: { defaultDeny: true } } })
  const found = verdictsOf(reaches, world).find(({ id }) => id.endsWith('kube-apiserver'))
  assert.equal(
    found?.because.find(({ rule }) => rule === 'granted')?.says.line,
    'reads allows orders to create, list pods, pods/exec: the API server alone gives that',
  )
})

const files = (mounts: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: keeper, namespace: shop }
spec:
  selector: { matchLabels: { app: keeper } }
  template:
    metadata: { labels: { app: keeper } }
    spec: { serviceAccountName: keeper, ${mounts} containers: [{ name: main, image: 'example.test/keeper:1' }] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: keepers }
subjects: [{ kind: ServiceAccount, name: keeper, namespace: shop }, 7, { kind: ServiceAccount, name: [] }]
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: deny, namespace: shop }
spec: { podSelector: {}, policyTypes: [Egress] }
`

test('reaches the API server: of files too, unless its token is not mounted', () => {
  const idsOf = (mounts: string) =>
    verdictsOf(reaches, manifestWorld(files(mounts))).map(({ id, verdict }) => `${id} ${verdict}`)
  assert.deepEqual(idsOf(''), ['reaches/shop/keeper/kube-apiserver broken'])
  assert.deepEqual(idsOf('automountServiceAccountToken: false,'), [])
})
