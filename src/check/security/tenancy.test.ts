import assert from 'node:assert/strict'
import { test } from 'node:test'
import { objectStore } from '../../platform/component/object-store.ts'
import { redis } from '../../platform/component/redis.ts'
import { service } from '../../platform/component/service.ts'
import { access } from '../../platform/language/access.ts'
import { context } from '../../platform/language/context.ts'
import { promise } from '../../platform/language/promise.ts'
import type { KeptApart, Platform, Tenancy } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { tenancy } from './tenancy.ts'

const [bakers, brewers] = [context('bakers'), context('brewers')]

function ask(said: Tenancy | undefined, keepsApart: KeptApart | undefined, more: ShopOptions = {}) {
  const options: ShopOptions = {
    orders: { context: bakers },
    checkout: { context: brewers },
    ledgerDb: { ...(keepsApart && { keepsApart }) },
    ...more,
  }
  const { plans } = more
  const world = sampleWorld({
    ...options,
    plans: (shop) => ({ contexts: [bakers, brewers], ...(said && { tenancy: said }), ...plans?.(shop) }),
  })
  const [found] = verdictsOf(tenancy, world)
  return found && [found.verdict, ...linesOf(found)]
}

const copies = objectStore('copies')
const copied = { backups: [{ name: 'daily', every: 'day', to: copies }] } as const

/** Both call the one store. */
const both: ShopOptions = {
  more: ({ ledgerDb }) => [service('beer', { listens: 8080, context: brewers, calls: [ledgerDb] })],
}

const side = "live runs pods of bakers, brewers beside each other, and nobody says what keeps one from another's"

const rows: [name: string, said: Tenancy, apart: KeptApart | undefined, more: ShopOptions, lines: string[]][] = [
  [
    'nothing but the word',
    {},
    undefined,
    both,
    [
      'unknown',
      'nobody says who a tenant is: a context, or a customer of one',
      side,
      'nobody says how ledger-db of live keeps apart what contexts have in it',
    ],
  ],
  ['a store that one context alone calls is its own', { tenant: 'context' }, undefined, {}, ['unknown', side]],
  [
    'of a store that customers share, contexts are not enough',
    { tenant: 'customer' },
    { contexts: 'schema' },
    both,
    ['unknown', side, 'nobody says how ledger-db of live keeps apart what customers have in it'],
  ],
  [
    'each layer is said',
    { tenant: 'customer' },
    { contexts: 'schema', customers: 'policy' },
    { ...both, promises: ({ live }) => [promise.isolates([bakers, brewers], { in: live })] },
    [
      'assumed',
      'a tenant is a customer',
      "live runs pods of bakers, brewers, and it is promised that none reaches another's",
      'ledger-db keeps apart contexts, each in a schema of its own; customers, by a policy of the store for each row',
    ],
  ],
  [
    'a promise for one of two leaves the other',
    { tenant: 'context' },
    { contexts: 'database' },
    { ...both, promises: ({ live }) => [promise.isolates([bakers, context('cooks')], { in: live })] },
    ['unknown', side],
  ],
  [
    'one context has nobody beside it',
    { tenant: 'context' },
    undefined,
    { checkout: { context: bakers } },
    ['kept', 'a tenant is a context'],
  ],
  [
    'what is no place of tenants is not asked',
    { tenant: 'customer' },
    undefined,
    { live: { purpose: 'development' } },
    ['kept', 'a tenant is a customer'],
  ],
  [
    'a cache is asked as any store, a bucket of copies is not',
    { tenant: 'customer' },
    { customers: 'program' },
    {
      more: () => [redis('carts', { members: 1 }), copies],
      ledgerDb: { ...copied, keepsApart: { customers: 'program' } },
      checkout: {},
      orders: {},
    },
    ['unknown', 'nobody says how carts of live keeps apart what customers have in it'],
  ],
]

for (const [name, said, apart, more, lines] of rows)
  test(`tenancy: ${name}`, () => {
    const [verdict, ...found] = ask(said, apart, more) ?? []
    assert.deepEqual([verdict, ...found], lines)
  })

test('tenancy: a platform that is not said to be for several is not asked', () => {
  assert.equal(ask(undefined, undefined, both), undefined)
})

const roles: [name: string, said: Tenancy, over: 'everything' | 'own-context' | 'own-tenant', line: string][] = [
  [
    'of everything',
    {},
    'everything',
    'nobody says what people of a tenant may do: of clerks, no role is bounded to a tenant',
  ],
  [
    'of a context where nobody says who a tenant is',
    {},
    'own-context',
    'nobody says what people of a tenant may do: clerks is bounded to a context, and nobody says that a tenant is one',
  ],
  [
    'of a context where a tenant is a customer',
    { tenant: 'customer' },
    'own-context',
    'nobody says what people of a tenant may do: of clerks, no role is bounded to a customer',
  ],
  [
    'of a context where that is a tenant',
    { tenant: 'context' },
    'own-context',
    'clerks may do what people of a tenant may',
  ],
  ['of a tenant', {}, 'own-tenant', 'clerks may do what people of a tenant may'],
]

for (const [name, said, over, line] of roles)
  test(`tenancy: the role ${name}`, () => {
    const plans = (): Partial<Platform> => ({ access: [access('clerks', { may: ['read'], over })] })
    const [found] = verdictsOf(
      tenancy,
      sampleWorld({ plans: () => ({ tenancy: said, ...plans() }), live: { purpose: 'staging' } }),
    )
    assert.equal(found?.because.find(({ rule }) => rule === 'role')?.says.line, line)
  })
