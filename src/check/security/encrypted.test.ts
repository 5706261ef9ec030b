import assert from 'node:assert/strict'
import { test } from 'node:test'
import { present } from '../../platform/component/workload.ts'
import { encryptionKey } from '../../platform/language/encryption-key.ts'
import { hsm } from '../../platform/language/hsm.ts'
import { outside } from '../../platform/language/place.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Cipher, Encrypted } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { encrypted } from './encrypted.ts'

const key = encryptionKey('rows', { in: 'kms' })

function ask(of: Encrypted | undefined, cipher?: Cipher, denied: readonly string[] = []) {
  const shop: ShopOptions = {
    ledgerDb: of ? { encrypted: present({ key, ...of }) } : {},
    promises: ({ live, ledgerDb }) => [
      promise.encrypted('atRest', { in: live, of: [ledgerDb], ...(cipher && { cipher }) }),
    ],
  }
  return verdictsOf(encrypted, sampleWorld(shop, { denied }))[0]
}

const rows: [name: string, of: Encrypted | undefined, cipher: Cipher | undefined, verdict: string, line: string][] = [
  [
    'by the disk',
    { by: 'disk', cipher: 'AES-256-XTS' },
    undefined,
    'assumed',
    'the disk of ledger-db encrypts what it keeps in live with AES-256-XTS',
  ],
  [
    'any mode will do',
    { by: 'disk', cipher: 'AES-256-XTS' },
    'AES-256',
    'assumed',
    'the disk of ledger-db encrypts what it keeps in live with AES-256-XTS',
  ],
  [
    'another mode',
    { by: 'disk', cipher: 'AES-256-XTS' },
    'AES-256-GCM',
    'broken',
    'the disk of ledger-db encrypts what it keeps in live with AES-256-XTS, and not with AES-256-GCM',
  ],
  [
    'a mode that nobody says',
    { by: 'disk', cipher: 'AES-256' },
    'AES-256-GCM',
    'unknown',
    'the disk of ledger-db encrypts what it keeps in live, and nobody says in which mode of AES-256',
  ],
  [
    'a cipher that nobody says',
    { by: 'filesystem' },
    'AES-256',
    'unknown',
    'the file system of ledger-db encrypts what it keeps in live, and nobody says with which cipher',
  ],
  [
    'a shorter key',
    { by: 'disk', cipher: 'AES-128' },
    'AES-256',
    'broken',
    'the disk of ledger-db encrypts what it keeps in live with AES-128, and not with AES-256',
  ],
  [
    'software that cannot',
    { by: 'store', cipher: 'AES-256-GCM' },
    'AES-256-GCM',
    'broken',
    'PostgreSQL has no encryption of its files: the file system or the disk under it has to do it',
  ],
  ['nobody says', undefined, 'AES-256', 'unknown', 'nobody says which layer encrypts what ledger-db keeps in live'],
]

for (const [name, of, cipher, verdict, line] of rows)
  test(`encrypted at rest: ${name}`, () => {
    const found = ask(of, cipher)
    assert.equal(found?.verdict, verdict)
    const layers = found?.because.filter(({ rule }) => rule !== 'key') ?? []
    assert.deepEqual(
      layers.map(({ says }) => says.line),
      [line],
    )
  })

const keys: [name: string, of: Encrypted | undefined, verdict: string, line: string | undefined][] = [
  [
    'kept by the provider',
    { by: 'disk' },
    'assumed',
    'rows, the key that ledger-db is encrypted with, is kept in the key management of the provider',
  ],
  [
    'kept in a module',
    { by: 'client', key: encryptionKey('letters', { in: hsm('module') }) },
    'assumed',
    'letters, the key that ledger-db is encrypted with, is kept in module',
  ],
  [
    'that lies nobody says where',
    { by: 'disk', key: encryptionKey('letters') },
    'unknown',
    'nobody says where letters is kept, the key that ledger-db is encrypted with',
  ],
  [
    'that nobody names',
    { by: 'disk', key: undefined },
    'unknown',
    'nobody says which key ledger-db is encrypted with, nor where it is kept',
  ],
  ['of the provider that encrypts', { by: 'provider', key: undefined }, 'assumed', undefined],
  [
    'of a layer that nobody says',
    undefined,
    'unknown',
    'nobody says which key ledger-db is encrypted with, nor where it is kept',
  ],
]

for (const [name, of, verdict, line] of keys)
  test(`encrypted at rest: a key ${name}`, () => {
    const found = ask(of)
    const [key] = found?.because.filter(({ rule }) => rule === 'key') ?? []
    assert.deepEqual([found?.verdict, key?.says.line], [verdict, line])
  })

test('encrypted at rest: a disk that does not after all', () => {
  assert.equal(ask({ by: 'disk' }, undefined, ['encrypts/live/ledger-db'])?.verdict, 'broken')
})

test('encrypted backups: of everything that is copied, and of nothing', () => {
  const asked = (ledgerDb: ShopOptions['ledgerDb']) =>
    verdictsOf(
      encrypted,
      sampleWorld({ ...(ledgerDb && { ledgerDb }), promises: () => [promise.encrypted('backups')] }),
    )[0]
  const copied = asked({ backups: [{ by: 'pg_dump', every: '6h', to: outside('a bucket') }] })
  assert.equal(copied?.verdict, 'unknown')
  assert.deepEqual(copied && linesOf(copied), ['nobody says who encrypts the copy ledger-db-backup of live'])
  const none = asked({})
  assert.deepEqual(none && linesOf(none), ['nothing of live is copied or kept that this is about'])
})
