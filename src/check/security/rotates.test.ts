import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encryptionKey } from '../../platform/language/encryption-key.ts'
import { written } from '../../platform/language/manifest.ts'
import { promise } from '../../platform/language/promise.ts'
import { type SecretOptions, secret, secretStore } from '../../platform/language/secret.ts'
import type { Rotated } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { rotates } from './rotates.ts'

function ask(what: Rotated, options: ShopOptions, denied: readonly string[] = []) {
  const promises: ShopOptions['promises'] = ({ live }) => [promise.rotates(what, { in: live, every: 'quarter' })]
  return verdictsOf(rotates, sampleWorld({ ...options, promises }, { denied }))[0]
}

const prices = (options: SecretOptions): ShopOptions => ({ live: { secrets: [secret('prices', options)] } })
const sealer = secretStore('sealer', { by: 'sealed-secrets', renewsKey: '30d' })
const key = encryptionKey('rows', { in: 'kms', rotates: 'year' })
const certificate = written({
  apiVersion: 'cert-manager.io/v1',
  kind: 'Certificate',
  metadata: { name: 'shop', namespace: 'shop' },
  spec: { secretName: 'shop-tls', dnsNames: ['shop.example'], issuerRef: { name: 'acme' } },
})

const rows: [name: string, what: Rotated, options: ShopOptions, verdict: string, line: string][] = [
  ['every month', 'secrets', prices({ rotates: 'month' }), 'assumed', 'prices is replaced every month'],
  [
    'every year',
    'secrets',
    prices({ rotates: 'year' }),
    'broken',
    'prices is replaced every year, and not every quarter',
  ],
  ['nobody says', 'secrets', prices({}), 'unknown', 'nobody says how often prices is replaced'],
  ['none', 'secrets', {}, 'unknown', 'no secrets of live are declared, so nobody knows whether they are replaced'],
  [
    'a key of a store',
    'keys',
    { ledgerDb: { encrypted: { by: 'disk', key } } },
    'broken',
    'rows is replaced every year, and not every quarter',
  ],
  ['one key', key, {}, 'broken', 'rows is replaced every year, and not every quarter'],
  [
    'a certificate',
    'certificates',
    { live: { includes: [certificate] } },
    'kept',
    'cert-manager renews shop before it ends',
  ],
]

for (const [name, what, options, verdict, line] of rows)
  test(`rotates: ${name}`, () => {
    const found = ask(what, options)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), [line])
  })

test('rotates: a new sealing key replaces no value', () => {
  const found = ask('secrets', prices({ keys: ['token'], from: sealer }))
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['sealed', 'a new sealing key seals what is sealed from then on: the value stays what it was'],
  ])
})

test('rotates: the key that seals is a key', () => {
  const asked = (renewsKey?: '30d' | '365d') => {
    const stores = [secretStore('sealer', { by: 'sealed-secrets', ...(renewsKey && { renewsKey }) })]
    return ask('keys', { plans: () => ({ secretStores: stores }) })
  }
  assert.deepEqual(linesOf(asked() as never), ['the sealing key of sealer is replaced every 30d'])
  assert.equal(asked('365d')?.verdict, 'broken')
})

test('rotates: nobody replaces it after all', () => {
  assert.equal(ask('secrets', prices({ rotates: 'month' }), ['rotates/prices'])?.verdict, 'broken')
})
