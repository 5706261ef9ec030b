import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bucket } from '../../platform/language/bucket.ts'
import { environment } from '../../platform/language/environment.ts'
import { written } from '../../platform/language/manifest.ts'
import { promise } from '../../platform/language/promise.ts'
import { role } from '../../platform/language/role.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { accounts } from './accounts.ts'

const ask = (options: ShopOptions, denied: readonly string[] = []) =>
  verdictsOf(accounts, sampleWorld(options, { denied }))[0]

const reads = { resources: ['configmaps'], verbs: ['get'] }
const starts = { resources: ['pods'], verbs: ['create'] }

const least: ShopOptions['promises'] = ({ live }) => [promise.accounts('leastPrivilege', { in: live })]

const rows: [name: string, options: ShopOptions, verdict: string, lines: readonly string[]][] = [
  ['nobody may do anything', {}, 'kept', ['its one account may do nothing that every account may not']],
  [
    'what is declared is used',
    { checkout: { account: 'checkout', api: [reads] }, live: { roles: [role('checkout', { rules: [reads] })] } },
    'kept',
    ['what shop/checkout may do and its pods use'],
  ],
  [
    'one verb more',
    {
      checkout: { account: 'checkout', api: [reads] },
      live: { roles: [role('checkout', { rules: [{ ...reads, verbs: ['get', 'update'] }] })] },
    },
    'broken',
    [
      'shop/checkout may update configmaps (Role shop/checkout, by RoleBinding shop/checkout), and nothing shows that checkout needs to',
    ],
  ],
  [
    'all names where one is used',
    {
      checkout: { account: 'checkout', api: [{ ...reads, names: ['prices'] }] },
      live: { roles: [role('checkout', { rules: [reads] })] },
    },
    'broken',
    [
      'shop/checkout may get configmaps (Role shop/checkout, by RoleBinding shop/checkout), and nothing shows that checkout needs to',
      'checkout asks to get configmaps named prices, and nothing allows shop/checkout to',
    ].slice(0, 1),
  ],
  [
    'nobody runs as it',
    { live: { roles: [role('spare', { rules: [reads] })] } },
    'broken',
    ['shop/spare may get configmaps (Role shop/spare, by RoleBinding shop/spare), and no pod runs as it'],
  ],
  [
    'what belongs to no namespace, by a role of one',
    {
      checkout: { account: 'checkout', api: [{ resources: ['nodes'], verbs: ['get'] }] },
      live: { roles: [role('checkout', { rules: [{ resources: ['nodes'], verbs: ['get'] }] })] },
    },
    'broken',
    ['checkout asks to get nodes, and nothing allows shop/checkout to'],
  ],
  [
    'its own namespace, by name',
    {
      checkout: { account: 'checkout', api: [{ resources: ['namespaces'], names: ['shop'], verbs: ['get'] }] },
      live: { roles: [role('checkout', { rules: [{ resources: ['namespaces'], names: ['shop'], verbs: ['get'] }] })] },
    },
    'kept',
    ['what shop/checkout may do and its pods use'],
  ],
  [
    'asked for, and never granted',
    { checkout: { account: 'checkout', api: [reads] } },
    'broken',
    ['checkout asks to get configmaps, and nothing allows shop/checkout to'],
  ],
]

for (const [name, options, verdict, lines] of rows)
  test(`least privilege: ${name}`, () => {
    const found = ask({ ...options, promises: least })
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
  })

test('least privilege: who may start pods may mount every Secret and be every account', () => {
  const found = ask({
    checkout: { account: 'checkout', secrets: ['prices'] },
    live: { roles: [role('checkout', { rules: [starts] })] },
    promises: least,
  })
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['starts', 'any pod of shop, with any Secret mounted and as any account'],
    ['Secrets', 'prices'],
    ['accounts', 'default'],
  ])
})

test('least privilege: what dumps from inside a pod needs exec, unless it does so over the network', () => {
  const rules = [
    { resources: ['pods'], verbs: ['get', 'list'] },
    { resources: ['pods/exec'], verbs: ['create', 'get'] },
  ]
  const options: ShopOptions = {
    ledgerDb: {
      volume: { size: '1Gi' },
      backups: [
        {
          by: 'pg_dump',
          every: '6h',
          account: 'dumps',
          to: bucket('copies', { host: 's3.example', secret: 'copies' }),
        },
      ],
    },
    live: { roles: [role('dumps', { rules })] },
    promises: least,
  }
  const id = 'dumps-by-exec/harbour/shop/ledger-db-backup'
  assert.deepEqual(
    ask(options)?.assumes.map((one) => one.id),
    [id],
  )
  assert.equal(ask(options, [id])?.verdict, 'broken')
})

const bound = (subject: string, roleName: string, name = 'given') =>
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name },
    subjects: [{ kind: 'ServiceAccount', name: subject, namespace: 'shop' }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: roleName },
  })
const everything = written({
  apiVersion: 'rbac.authorization.k8s.io/v1',
  kind: 'ClusterRole',
  metadata: { name: 'operator' },
  rules: [{ apiGroups: ['*'], resources: ['*'], verbs: ['*'] }],
})

const taking = (name: string, from: string, rules: readonly object[] = []) =>
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels: { [name]: 'true' } },
    rules,
    aggregationRule: { clusterRoleSelectors: [{ matchLabels: { [from]: 'true' } }] },
  })

const admins: [name: string, options: ShopOptions, verdict: string, line: string][] = [
  ['nobody', {}, 'kept', 'its one account may do nothing that every account may not'],
  [
    'by name',
    { live: { includes: [bound('default', 'cluster-admin')] } },
    'broken',
    'shop/default may do everything in the cluster (ClusterRole cluster-admin, by ClusterRoleBinding given)',
  ],
  [
    'under another name',
    { live: { includes: [bound('default', 'operator'), everything] } },
    'broken',
    'shop/default may do everything in the cluster (ClusterRole operator, by ClusterRoleBinding given)',
  ],
  [
    'by way of another account',
    {
      checkout: { account: 'checkout' },
      live: { roles: [role('checkout', { rules: [starts] })], includes: [bound('tiller', 'cluster-admin')] },
    },
    'broken',
    'shop/checkout may act as shop/tiller, which may do everything in the cluster (ClusterRole cluster-admin, by ClusterRoleBinding given)',
  ],
  [
    'a role that nobody shows',
    { live: { includes: [bound('default', 'somewhere')] } },
    'unknown',
    'ClusterRoleBinding given gives shop/default the rights of a role that nobody shows whole',
  ],
  [
    'all ClusterRoles in one, those of the server among them',
    {
      live: {
        includes: [
          bound('default', 'all'),
          written({
            apiVersion: 'rbac.authorization.k8s.io/v1',
            kind: 'ClusterRole',
            metadata: { name: 'all' },
            rules: [],
            aggregationRule: { clusterRoleSelectors: [{}] },
          }),
        ],
      },
    },
    'broken',
    'shop/default may do everything in the cluster (ClusterRole all, by ClusterRoleBinding given)',
  ],
  [
    'two roles that take from each other, one of them with rules of its own',
    { live: { includes: [bound('default', 'here'), taking('here', 'there'), taking('there', 'here', [reads])] } },
    'unknown',
    'ClusterRoleBinding given gives shop/default the rights of a role that nobody shows whole',
  ],
  ['what only reads', { live: { includes: [bound('default', 'view')] } }, 'kept', ''],
]

for (const [name, options, verdict, line] of admins)
  test(`no cluster-admin: ${name}`, () => {
    const found = ask({ ...options, promises: ({ live }) => [promise.accounts('noClusterAdmin', { in: live })] })
    assert.equal(found?.verdict, verdict)
    if (line !== '') assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })

const beside: ShopOptions['environments'] = ({ harbour }) => [
  environment('books', { on: harbour, namespace: 'books', runs: [] }),
]
const reaching = (roleName: string): ShopOptions => ({ live: { includes: [bound('default', roleName)] } })

const apart: [name: string, options: ShopOptions, verdict: string, line: string][] = [
  ['nothing is given', {}, 'kept', 'its one account may do nothing that every account may not'],
  [
    'a binding for the whole cluster',
    reaching('view'),
    'broken',
    'shop/default may get bindings in books (ClusterRole view, by ClusterRoleBinding given)',
  ],
  [
    'rights in their own namespace',
    { live: { roles: [role('own', { account: 'default', rules: [reads] })] } },
    'kept',
    'its one account may do nothing that every account may not',
  ],
]

for (const [name, options, verdict, line] of apart)
  test(`kept out: ${name}`, () => {
    const found = ask({
      ...options,
      environments: beside,
      promises: ({ live }) => [promise.accounts('keptOut', { in: live, of: 'books' })],
    })
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })

test('least privilege: a path is opened for the whole cluster, or not at all', () => {
  const reads = written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name: 'reads' },
    rules: [{ nonResourceURLs: ['/metrics'], verbs: ['get'] }],
  })
  const inShop = written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'given', namespace: 'shop' },
    subjects: [{ kind: 'ServiceAccount', name: 'default' }],
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'reads' },
  })
  assert.equal(ask({ live: { includes: [reads, inShop] }, promises: least })?.verdict, 'kept')
  const found = ask({ live: { includes: [reads, bound('default', 'reads')] }, promises: least })
  assert.equal(found?.verdict, 'broken')
  assert.match(`${found && linesOf(found)}`, /^shop\/default may get the path \/metrics \(ClusterRole reads/)
})

test('own accounts: two on one are told, one each is well', () => {
  const own: ShopOptions['promises'] = ({ live }) => [promise.accounts('own', { in: live })]
  const shared = ask({ promises: own })
  assert.deepEqual(shared && linesOf(shared), ['3 workloads run as shop/default: checkout, ledger-db, orders'])
  const each = ask({
    checkout: { account: 'checkout' },
    orders: { account: 'orders' },
    ledgerDb: { account: 'ledger-db' },
    promises: own,
  })
  assert.deepEqual(each && linesOf(each), ['3 workloads, 3 accounts'])
})
