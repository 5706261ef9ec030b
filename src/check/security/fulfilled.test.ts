import assert from 'node:assert/strict'
import { test } from 'node:test'
import { encryptionKey } from '../../platform/language/encryption-key.ts'
import { promise } from '../../platform/language/promise.ts'
import { control, standard } from '../../platform/language/standard.ts'
import type { Control } from '../../platform/model.ts'
import { hintless, linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { fulfilled } from './fulfilled.ts'

const gdpr = standard('GDPR', { status: 'compliant', about: ['personal'] })
const pci = standard('PCI DSS', { status: 'not-applicable', about: ['card'] })
const encrypted = ({ live, ledgerDb }: Shop) => promise.encrypted('atRest', { in: live, of: [ledgerDb] })

type By = (shop: Shop) => Control['fulfilledBy']

const key = encryptionKey('rows', { in: 'kms' })

function ask(of: Control['of'], by: By, options: ShopOptions = {}) {
  const plans: ShopOptions['plans'] = (shop) => ({
    standards: [gdpr, pci],
    controls: [control('encryption', { of, ...present(by(shop)) })],
  })
  return verdictsOf(fulfilled, sampleWorld({ ...options, plans }))[0]
}

const present = (fulfilledBy: Control['fulfilledBy']) => (fulfilledBy ? { fulfilledBy } : {})

const disk: ShopOptions = { ledgerDb: { encrypted: { by: 'disk', key } } }
const own: ShopOptions = { ledgerDb: { encrypted: { by: 'store' } } }
const rows: [name: string, of: Control['of'], options: ShopOptions | undefined, verdict: string, line: string][] = [
  [
    'a promise that is assumed',
    [gdpr],
    disk,
    'assumed',
    'encrypted/live/atRest is assumed: the disk of ledger-db encrypts what it keeps in live',
  ],
  [
    'a promise that is broken',
    [gdpr],
    own,
    'broken',
    'encrypted/live/atRest is broken: PostgreSQL has no encryption of its files: the file system or the disk under it has to do it',
  ],
  [
    'a promise that is unknown',
    [gdpr],
    {},
    'unknown',
    'encrypted/live/atRest is unknown: nobody says which layer encrypts what ledger-db keeps in live',
  ],
  ['no promise', [gdpr], undefined, 'unknown', 'nobody says what fulfils encryption'],
  [
    'a standard that nobody speaks of',
    ['SOX'],
    disk,
    'unknown',
    'encryption is for SOX, and nobody says how the platform stands to it',
  ],
  [
    'a standard by its name',
    ['GDPR'],
    disk,
    'assumed',
    'encrypted/live/atRest is assumed: the disk of ledger-db encrypts what it keeps in live',
  ],
  ['a standard that does not apply', [pci], disk, 'unknown', 'encryption is for PCI DSS, which is said not to apply'],
]

for (const [name, of, options, verdict, line] of rows)
  test(`fulfilled: ${name}`, () => {
    const found = ask(of, (shop) => (options === undefined ? undefined : [encrypted(shop)]), options)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && hintless(found), [])
    assert.deepEqual(found && linesOf(found), [line])
  })

test('fulfilled: what is named without a promise that shows it', () => {
  const named = ask([gdpr], () => ['firewalls', 'VPN'])
  assert.equal(named?.verdict, 'unknown')
  assert.deepEqual(named && hintless(named), [])
  assert.deepEqual(named && linesOf(named), [
    'VPN, firewalls: said to fulfil encryption, and no promise here shows them',
  ])
  const beside = ask([gdpr], (shop) => [encrypted(shop), 'VPN'], disk)
  assert.equal(beside?.verdict, 'unknown')
  assert.deepEqual(beside && linesOf(beside), ['VPN: said to fulfil encryption, and no promise here shows it'])
  const broken = ask([gdpr], (shop) => [encrypted(shop), 'VPN'], own)
  assert.equal(broken?.verdict, 'broken')
})

test('fulfilled: said to be fulfilled by nothing', () => {
  const found = ask([gdpr], () => [])
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), ['it is said that nothing fulfils encryption'])
})

const yearly = standard('house rules', { status: 'planned', every: 'year' })
const looks: [name: string, audited: Control['audited'], of: Control['of'], lines: readonly string[]][] = [
  [
    'looked at often enough',
    'quarter',
    [yearly],
    ['encryption is looked at every quarter, and house rules wants to see it every year'],
  ],
  [
    'all the time',
    'continuous',
    ['CIS controls'],
    ['encryption is looked at all the time, and CIS controls wants to see it every quarter'],
  ],
  [
    'too seldom',
    'year',
    ['CIS controls'],
    ['encryption is looked at every year, and CIS controls wants to see it every quarter: nothing shows it then'],
  ],
  ['nobody says how often', undefined, [yearly], []],
  ['a standard that says no time', 'year', ['OWASP Top 10'], []],
]

for (const [name, audited, of, lines] of looks)
  test(`fulfilled: ${name}`, () => {
    const plans: ShopOptions['plans'] = (shop) => ({
      standards: [yearly],
      controls: [control('encryption', { of, fulfilledBy: [encrypted(shop)], ...(audited && { audited }) })],
    })
    const [answer] = verdictsOf(fulfilled, sampleWorld({ ...disk, plans }))
    const said = answer?.because.filter(({ rule }) => rule === 'audited') ?? []
    assert.deepEqual(
      said.map(({ says }) => says.line),
      lines,
    )
    assert.equal(
      said.every(({ truth }) => truth === true),
      name !== 'too seldom',
    )
  })
