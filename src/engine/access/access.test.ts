import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { allows, type Permission, rulesOf } from './access-rule.ts'
import { actsAs } from './acts-as.ts'
import { type Account, grantsOf } from './grants.ts'

const get = (resource: string, more: Partial<Permission> = {}): Permission => ({
  verb: 'get',
  group: '',
  resource,
  ...more,
})

const rules: [name: string, rule: object, asked: Permission, allowed: boolean][] = [
  ['as it is said', { apiGroups: [''], resources: ['pods'], verbs: ['get'] }, get('pods'), true],
  ['another verb', { apiGroups: [''], resources: ['pods'], verbs: ['list'] }, get('pods'), false],
  ['another group', { apiGroups: ['apps'], resources: ['pods'], verbs: ['get'] }, get('pods'), false],
  ['every verb', { apiGroups: [''], resources: ['pods'], verbs: ['*'] }, get('pods'), true],
  ['every group', { apiGroups: ['*'], resources: ['pods'], verbs: ['get'] }, get('pods', { group: 'x.io' }), true],
  [
    'pods are not what lies below them',
    { apiGroups: [''], resources: ['pods'], verbs: ['get'] },
    get('pods/log'),
    false,
  ],
  ['everything is', { apiGroups: [''], resources: ['*'], verbs: ['get'] }, get('pods/log'), true],
  ['logs of everything', { apiGroups: [''], resources: ['*/log'], verbs: ['get'] }, get('pods/log'), true],
  ['and nothing else', { apiGroups: [''], resources: ['*/log'], verbs: ['get'] }, get('pods/exec'), false],
  [
    'one by name',
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] },
    get('secrets', { name: 'a' }),
    true,
  ],
  [
    'another by name',
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] },
    get('secrets', { name: 'b' }),
    false,
  ],
  [
    'all where one is named',
    { apiGroups: [''], resources: ['secrets'], resourceNames: ['a'], verbs: ['get'] },
    get('secrets'),
    false,
  ],
  ['what has no shape', { apiGroups: '', resources: { a: 1 }, verbs: [7] }, get('pods'), false],
]

for (const [name, rule, asked, allowed] of rules)
  test(`a rule: ${name}`, () =>
    assert.equal(
      rulesOf([rule]).some((one) => allows(one, asked)),
      allowed,
    ))

const rbac = 'rbac.authorization.k8s.io/v1'
const estateOf = (yaml: string) => importManifests(readManifests(yaml, 'shop.yaml').manifests, {}).estate
const account = (name: string) => `apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: ${name}, namespace: shop }`
const role = (name: string, rule: string, kind = 'Role') =>
  `apiVersion: ${rbac}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\nrules: [${rule}]`
const binding = (name: string, subject: string, ref = 'Role', kind = 'RoleBinding') =>
  `apiVersion: ${rbac}\nkind: ${kind}\nmetadata: { name: ${name}, namespace: shop }\n` +
  `subjects: [${subject}]\nroleRef: { kind: ${ref}, name: ${name}, apiGroup: rbac.authorization.k8s.io }`
const pods = '{ apiGroups: [""], resources: [pods], verbs: [get] }'

const subjects: [name: string, subject: string, bound: boolean][] = [
  ['an account', '{ kind: ServiceAccount, name: a }', true],
  ['an account of this namespace', '{ kind: ServiceAccount, name: a, namespace: shop }', true],
  ['an account of another', '{ kind: ServiceAccount, name: a, namespace: other }', false],
  ['its name as a user', '{ kind: User, name: "system:serviceaccount:shop:a" }', true],
  ['all accounts of the namespace', '{ kind: Group, name: "system:serviceaccounts:shop" }', true],
  ['all accounts of another', '{ kind: Group, name: "system:serviceaccounts:other" }', false],
  ['all accounts', '{ kind: Group, name: "system:serviceaccounts" }', true],
  ['everybody who is known', '{ kind: Group, name: "system:authenticated" }', true],
  ['a person', '{ kind: User, name: a }', false],
]

for (const [name, subject, bound] of subjects)
  test(`bound to ${name}`, () => {
    const estate = estateOf([account('a'), role('reads', pods), binding('reads', subject)].join('\n---\n'))
    assert.equal(grantsOf(estate, []).of('shop/a').length, bound ? 1 : 0)
  })

test('a binding holds in its namespace, also of a ClusterRole; one for the cluster everywhere', () => {
  const subject = '{ kind: ServiceAccount, name: a, namespace: shop }'
  const estate = estateOf(
    [
      account('a'),
      binding('view', subject, 'ClusterRole'),
      binding('edit', subject, 'ClusterRole', 'ClusterRoleBinding'),
    ].join('\n---\n'),
  )
  const found = grantsOf(estate, []).of('shop/a')
  assert.deepEqual([...new Set(found.map(({ role, namespace }) => `${role} in ${namespace || 'all'}`))].sort(), [
    'ClusterRole//edit in all',
    'ClusterRole//view in shop',
  ])
})

test('rules are aggregated by label, and a role that nobody shows is no rule', () => {
  const subject = '{ kind: ServiceAccount, name: a, namespace: shop }'
  const estate = estateOf(
    [
      account('a'),
      `apiVersion: ${rbac}\nkind: ClusterRole\nmetadata: { name: all }\nrules: []\naggregationRule: { clusterRoleSelectors: [{ matchLabels: { to: all } }] }`,
      `apiVersion: ${rbac}\nkind: ClusterRole\nmetadata: { name: part, labels: { to: all } }\nrules: [${pods}]`,
      binding('all', subject, 'ClusterRole', 'ClusterRoleBinding'),
      binding('nowhere', subject, 'ClusterRole', 'ClusterRoleBinding'),
    ].join('\n---\n'),
  )
  const grants = grantsOf(estate, [])
  assert.deepEqual(
    grants.of('shop/a').map(({ at }) => at?.object.ref),
    ['ClusterRole//part'],
  )
  assert.deepEqual(
    grants.unread('shop/a').map(({ ref }) => ref),
    ['ClusterRoleBinding//nowhere'],
  )
})

const ways: [name: string, rule: string, reached: readonly Account[]][] = [
  ['reading pods', pods, []],
  ['starting pods', '{ apiGroups: [""], resources: [pods], verbs: [create] }', ['shop/b', 'shop/c']],
  ['starting jobs', '{ apiGroups: [batch], resources: [jobs], verbs: ["*"] }', ['shop/b', 'shop/c']],
  ['entering pods', '{ apiGroups: [""], resources: [pods/exec], verbs: [create] }', ['shop/b']],
  [
    'asking for tokens of one account',
    '{ apiGroups: [""], resources: [serviceaccounts/token], resourceNames: [c], verbs: [create] }',
    ['shop/c'],
  ],
  ['being another', '{ apiGroups: [""], resources: [serviceaccounts], verbs: [impersonate] }', ['shop/b', 'shop/c']],
]

for (const [name, rule, reached] of ways)
  test(`who acts as whom: ${name}`, () => {
    const estate = estateOf(
      [
        account('a'),
        account('b'),
        account('c'),
        role('does', rule),
        binding('does', '{ kind: ServiceAccount, name: a }'),
      ].join('\n---\n'),
    )
    const found = actsAs('shop/a', grantsOf(estate, []), (namespace) => (namespace === 'shop' ? ['shop/b'] : []))
    assert.deepEqual([...found.keys()].filter((one) => one !== 'shop/a').sort(), reached)
  })
