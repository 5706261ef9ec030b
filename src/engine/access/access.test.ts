import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { allows, type Permission, type ResourcePermission, rulesOf } from './access-rule.ts'
import { actsAs } from './acts-as.ts'
import { type Account, grantsOf } from './grants.ts'

const get = (resource: string, more: Partial<ResourcePermission> = {}): Permission => ({
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
  [
    'none by no name',
    { apiGroups: [''], resources: ['pods'], resourceNames: [''], verbs: ['list'] },
    get('pods', { verb: 'list' }),
    true,
  ],
  ['a path', { nonResourceURLs: ['/metrics'], verbs: ['get'] }, { verb: 'get', url: '/metrics' }, true],
  ['another path', { nonResourceURLs: ['/metrics'], verbs: ['get'] }, { verb: 'get', url: '/metrics/slis' }, false],
  [
    'all below a path',
    { nonResourceURLs: ['/healthz/*'], verbs: ['get'] },
    { verb: 'get', url: '/healthz/etcd' },
    true,
  ],
  ['not the path itself', { nonResourceURLs: ['/healthz/*'], verbs: ['get'] }, { verb: 'get', url: '/healthz' }, false],
  ['every path', { nonResourceURLs: ['*'], verbs: ['*'] }, { verb: 'get', url: '/metrics' }, true],
  [
    'objects are no path',
    { apiGroups: ['*'], resources: ['*'], verbs: ['*'] },
    { verb: 'get', url: '/metrics' },
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

const clusterRole = (name: string, more: string) =>
  `apiVersion: ${rbac}\nkind: ClusterRole\nmetadata: { name: ${name}${more}`
const aggregating = (label: string) =>
  `aggregationRule: { clusterRoleSelectors: [{ matchLabels: { ${label}: "true" } }] }\n`
const secrets = '{ apiGroups: [""], resources: [secrets], verbs: [get] }'

const roles: [name: string, roles: readonly string[], from: readonly (string | undefined)[], isWhole: boolean][] = [
  [
    'its own are written over, and it takes none from itself',
    [clusterRole('all', `, labels: { to: "true" } }\nrules: [${pods}]\n${aggregating('to')}`)],
    [],
    true,
  ],
  [
    'what another aggregates comes along, and not what is written there',
    [
      clusterRole('all', ` }\n${aggregating('to')}`),
      clusterRole('some', `, labels: { to: "true" } }\nrules: [${pods}]\n${aggregating('from')}`),
      clusterRole('part', `, labels: { from: "true" } }\nrules: [${secrets}]`),
    ],
    ['ClusterRole//part'],
    true,
  ],
  [
    'two that take from each other: what was written in one may stay',
    [
      clusterRole('all', `, labels: { from: "true" } }\n${aggregating('to')}`),
      clusterRole('other', `, labels: { to: "true" } }\nrules: [${pods}]\n${aggregating('from')}`),
    ],
    [],
    false,
  ],
  [
    'two that take from each other, of which neither has any',
    [
      clusterRole('all', `, labels: { from: "true" } }\n${aggregating('to')}`),
      clusterRole('other', `, labels: { to: "true" } }\n${aggregating('from')}`),
    ],
    [],
    true,
  ],
  [
    'all that there are, of which nobody knows those of the server',
    [
      clusterRole(
        'all',
        ` }\naggregationRule: { clusterRoleSelectors: [{ matchExpressions: [{ key: to, operator: DoesNotExist }] }] }`,
      ),
    ],
    [],
    false,
  ],
]

for (const [name, shown, from, isWhole] of roles)
  test(`rules of a role: ${name}`, () => {
    const subject = '{ kind: ServiceAccount, name: a, namespace: shop }'
    const bound = binding('all', subject, 'ClusterRole', 'ClusterRoleBinding')
    const grants = grantsOf(estateOf([account('a'), ...shown, bound].join('\n---\n')), [])
    const found = grants.of('shop/a').flatMap(({ at }) => at?.object.ref ?? [])
    assert.deepEqual([...new Set(found)], from)
    assert.equal(grants.unread('shop/a').length, isWhole ? 0 : 1)
  })

test('what carries the label of a usual role is in it, and in those that have it', () => {
  const subject = '{ kind: ServiceAccount, name: a, namespace: shop }'
  const label = 'labels: { "rbac.authorization.k8s.io/aggregate-to-view": "true" }'
  const own = clusterRole(
    'queues',
    `, ${label} }\nrules: [{ apiGroups: [example.com], resources: [queues], verbs: [get] }]`,
  )
  for (const usual of ['view', 'edit', 'admin']) {
    const grants = grantsOf(estateOf([account('a'), own, binding(usual, subject, 'ClusterRole')].join('\n---\n')), [])
    const asked = { verb: 'get', group: 'example.com', resource: 'queues' }
    assert.ok(grants.of('shop/a').some(({ rule }) => allows(rule, asked)))
    assert.ok(grants.of('shop/a').some(({ rule }) => allows(rule, get('pods'))))
    assert.equal(
      grants.of('shop/a').some(({ rule }) => allows(rule, get('secrets'))),
      usual !== 'view',
    )
  }
})

const ways: [name: string, rule: string, reached: readonly Account[]][] = [
  ['reading pods', pods, []],
  ['starting pods', '{ apiGroups: [""], resources: [pods], verbs: [create] }', ['shop/b', 'shop/c']],
  ['starting jobs', '{ apiGroups: [batch], resources: [jobs], verbs: ["*"] }', ['shop/b', 'shop/c']],
  [
    'entering one pod by name',
    '{ apiGroups: [""], resources: [pods/exec], resourceNames: [b-0], verbs: [create] }',
    ['shop/b'],
  ],
  ['entering another', '{ apiGroups: [""], resources: [pods/exec], resourceNames: [c-0], verbs: [create] }', []],
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
    const found = actsAs('shop/a', grantsOf(estate, []), (namespace) =>
      namespace === 'shop' ? [{ account: 'shop/b', names: ['b-0'] }] : [],
    )
    assert.deepEqual([...found.keys()].filter((one) => one !== 'shop/a').sort(), reached)
  })
