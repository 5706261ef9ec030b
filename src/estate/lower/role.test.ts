import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { platform } from '../../platform/language/platform.ts'
import { role } from '../../platform/language/role.ts'
import { statedIn } from '../../platform/language/stated.ts'
import type { Role } from '../../platform/model.ts'
import type { EstateObject } from '../estate.ts'
import { lower } from '../lower.ts'

const says = statedIn('The shop')
const east = cluster('east', { kubernetes: '1.33', nodes: [] })
const orders = service('orders', { listens: 80, account: 'orders' })
const read = [{ resources: ['pods'], verbs: ['list', 'get'] }]

function objectsWith(...roles: readonly Role[]): readonly EstateObject[] {
  const live = environment('live', { on: east, namespace: 'shop', runs: [orders], roles })
  return lower(platform('shop', { environments: [live] }))[0]?.objects ?? []
}

const ofRoles = /^(ServiceAccount|Role|RoleBinding)\/shop\//

const rows: [name: string, roles: readonly Role[], refs: readonly string[]][] = [
  ['none declared: the account that a component names, and no right', [], ['ServiceAccount/shop/orders']],
  [
    'the account, the Role and what binds them',
    [role('reader', { rules: read })],
    ['Role/shop/reader', 'RoleBinding/shop/reader', 'ServiceAccount/shop/orders', 'ServiceAccount/shop/reader'],
  ],
  [
    'for the account that a component runs as',
    [role('reader', { account: 'orders', rules: read })],
    ['Role/shop/reader', 'RoleBinding/shop/reader', 'ServiceAccount/shop/orders'],
  ],
  [
    'two for one account',
    [role('reader', { account: 'orders', rules: read }), role('writer', { account: 'orders', rules: read })],
    [
      'Role/shop/reader',
      'Role/shop/writer',
      'RoleBinding/shop/reader',
      'RoleBinding/shop/writer',
      'ServiceAccount/shop/orders',
    ],
  ],
]

for (const [name, roles, refs] of rows) {
  test(`roles: ${name}`, () => {
    const found = objectsWith(...roles).map(({ ref }) => ref)
    assert.deepEqual(
      found.filter((ref) => ofRoles.test(ref)),
      refs,
    )
  })
}

test('roles: the Role has its rules, and the place and the lines where it is declared', () => {
  const reader = role('reader', {
    account: 'orders',
    rules: [{ ...read[0], names: ['b', 'a'] }],
    stated: says('8', 12),
  } as never)
  const found = objectsWith(reader).find(({ ref }) => ref === 'Role/shop/reader')
  assert.deepEqual(Reflect.get(found?.manifest ?? {}, 'rules'), [
    { apiGroups: [''], resources: ['pods'], resourceNames: ['a', 'b'], verbs: ['get', 'list'] },
  ])
  assert.deepEqual([found?.environment, found?.origin, found?.source.stated?.lines], ['live', 'lowered', [12]])
  assert.match(found?.source.at?.file ?? '', /role\.test\.ts$/)
})
