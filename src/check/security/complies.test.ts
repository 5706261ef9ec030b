import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { BackupOptions } from '../../platform/component/backup.ts'
import { external } from '../../platform/component/external.ts'
import { access } from '../../platform/language/access.ts'
import { type ContentOptions, content } from '../../platform/language/content.ts'
import { encryptionKey } from '../../platform/language/encryption-key.ts'
import { environment } from '../../platform/language/environment.ts'
import { incident } from '../../platform/language/incident.ts'
import { promise } from '../../platform/language/promise.ts'
import { control, type StandardOptions, standard } from '../../platform/language/standard.ts'
import type { Incident } from '../../platform/model.ts'
import { hintless, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { complies } from './complies.ts'

const key = encryptionKey('rows', { in: 'kms' })

function ask(
  of: StandardOptions,
  options: ShopOptions = {},
  isDone = true,
  denied: readonly string[] = [],
  name = 'GDPR',
) {
  const gdpr = standard(name, of)
  const plans: ShopOptions['plans'] = ({ live, ledgerDb }) => ({
    standards: [gdpr],
    controls: isDone
      ? [
          control('encryption', {
            of: [gdpr],
            fulfilledBy: [promise.encrypted('atRest', { in: live, of: [ledgerDb] })],
          }),
        ]
      : [],
  })
  return verdictsOf(complies, sampleWorld({ ...options, plans }, { denied }))[0]
}

const disk: ShopOptions = { ledgerDb: { encrypted: { by: 'disk', key } } }
const claimed = { status: 'compliant', about: ['personal'], verifiedBy: 'review', every: 'year' } as const
const without = { status: 'not-applicable', about: ['personal'] } as const
const below: ShopOptions = {
  ...disk,
  environments: ({ harbour, live }) => [
    environment('trial', { on: harbour, namespace: 'trial', like: live, purpose: 'staging', data: 'subset' }),
  ],
}
const rows: [name: string, of: StandardOptions, options: ShopOptions, verdict: string, lines: readonly string[]][] = [
  [
    'all is done',
    claimed,
    disk,
    'assumed',
    ['encryption is in place', 'GDPR is verified by review every year', 'GDPR is about personal data'],
  ],
  [
    'what is done is not in place',
    claimed,
    { ledgerDb: { encrypted: { by: 'store' } } },
    'broken',
    ['encryption is not in place: encrypted/live/atRest'],
  ],
  ['nobody knows', claimed, {}, 'unknown', ['whether encryption is in place nobody knows: encrypted/live/atRest']],
  [
    'verified at no time',
    { ...claimed, every: undefined } as StandardOptions,
    disk,
    'unknown',
    ['nobody says when it is verified again that GDPR is met'],
  ],
  [
    'rows of production elsewhere',
    claimed,
    below,
    'unknown',
    ['trial is for staging and holds some of the rows of production, persons and all'],
  ],
  ['a plan', { status: 'planned' }, {}, 'kept', ['GDPR is planned: nothing claims that it is met']],
  [
    'not applicable',
    without,
    {},
    'assumed',
    ['no store is said to keep personal data, which GDPR is about', 'GDPR is about personal data'],
  ],
  [
    'not applicable, for no reason',
    { status: 'not-applicable' },
    {},
    'unknown',
    ['nobody says why GDPR does not apply'],
  ],
]

for (const [name, of, options, verdict, lines] of rows)
  test(`complies: ${name}`, () => {
    const found = ask(of, options)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && hintless(found), [])
    assert.deepEqual(found && linesOf(found), lines)
  })

test('complies: nothing is done for it', () => {
  const found = ask(claimed, disk, false)
  assert.deepEqual(found && linesOf(found), ['nothing is said to be done for GDPR'])
})

test('complies: data to which it applies after all', () => {
  assert.equal(ask(without, {}, true, ['no-data/GDPR'])?.verdict, 'broken')
})

test('complies: a claim that rests on what nothing fulfils', () => {
  const said = (fulfilledBy?: readonly string[]) => {
    const gdpr = standard('GDPR', claimed)
    const controls = [control('encryption', { of: [gdpr], ...(fulfilledBy && { fulfilledBy }) })]
    const [found] = verdictsOf(complies, sampleWorld({ plans: () => ({ standards: [gdpr], controls }) }))
    return [found?.verdict, ...(found ? linesOf(found) : [])]
  }
  assert.deepEqual(said([]), ['broken', 'encryption is not in place: it is said that nothing fulfils it'])
  assert.deepEqual(said(), ['unknown', 'whether encryption is in place nobody knows: nobody says what fulfils it'])
  assert.deepEqual(said(['VPN']), ['unknown', 'whether encryption is in place nobody knows: nothing shows VPN'])
})

const planned = { status: 'planned' } as const
const suited: [name: string, standard: string, of: StandardOptions, verdict: string, line: string][] = [
  [
    'a report is no certificate',
    'SOC 2 Type II',
    { ...planned, verifiedBy: 'certification' },
    'broken',
    'SOC 2 Type II is shown by the report of an auditor: it is attested, and certifies nothing; a certification is none',
  ],
  ['an auditor reports', 'SOC 2 Type II', { ...planned, verifiedBy: 'audit', every: 'year' }, 'kept', ''],
  [
    'audited every other year',
    'ISO/IEC 27001',
    { ...planned, verifiedBy: 'certification', every: '730d' },
    'broken',
    'ISO/IEC 27001 is shown by a certificate for three years, and a surveillance audit in each calendar year; a certification every 730d comes later than every year',
  ],
  [
    'about other data',
    'HIPAA',
    { ...planned, about: ['card'] },
    'broken',
    'HIPAA is about health data, and is said to be about card data',
  ],
  ['one of which nothing is known', 'house rules', { ...planned, about: ['card'], verifiedBy: 'review' }, 'kept', ''],
]

for (const [name, called, of, verdict, line] of suited)
  test(`complies: ${name}`, () => {
    const answer = ask(of, {}, true, [], called)
    assert.ok(answer)
    assert.equal(answer.verdict, verdict)
    if (verdict === 'broken') assert.deepEqual(linesOf(answer), [line])
    assert.deepEqual(hintless(answer), [])
  })

const rowsOf = (kept: Partial<ContentOptions>, copy: Partial<BackupOptions>): ShopOptions => ({
  ledgerDb: {
    encrypted: { by: 'disk', key },
    holds: [content('customers', { class: 'personal', ...kept })],
    backups: [{ how: 'full', every: 'day', keep: '30d', archive: { for: '1y' }, immutable: true, ...copy }],
  },
})
const chain = (kept: ContentOptions, ofRows: Partial<ContentOptions> = { erased: 'with-its-key' }): ShopOptions => ({
  ...rowsOf(ofRows, {}),
  more: () => [external('chain', { listens: 'https', holds: [content('transfers', kept)] })],
})
const erasing = 'GDPR lets persons have their data erased'
const still = `${erasing}: what was erased from ledger-db is in its copies still, and nobody says what becomes of it there`
const byKey = `${erasing}: what was erased from ledger-db leaves its copies with a key of that person alone`
const written = `${erasing}, and nothing that is written to chain ever is`
const erased: [name: string, options: ShopOptions, verdict: string, line: string | undefined, named?: string][] = [
  ['copies that nobody can delete', rowsOf({}, {}), 'unknown', still],
  ['copies that can be', rowsOf({}, { immutable: false }), 'assumed', undefined],
  ['nobody among the rows', rowsOf({ class: 'internal' }, {}), 'assumed', undefined],
  ['rows that are made up', { ...rowsOf({}, {}), live: { data: 'synthetic' } }, 'assumed', undefined],
  ['a key of each', rowsOf({ erased: 'with-its-key' }, { keep: 30 }), 'assumed', byKey],
  [
    'erased once more, until the last copy is gone',
    rowsOf({ erased: 'after-each-restore' }, {}),
    'assumed',
    `${erasing}: what was erased from ledger-db leaves its copies after each restore`,
  ],
  [
    'the last copy is gone at no time that is said',
    rowsOf({ erased: 'after-each-restore' }, { keep: 30 }),
    'unknown',
    still,
  ],
  [
    'a chain of what nobody says',
    chain({ lives: 'for-good' }),
    'unknown',
    `${written}: nobody says whether persons are in transfers`,
  ],
  [
    'persons in a chain',
    chain({ lives: 'for-good', class: 'personal' }),
    'unknown',
    `${written}: persons are in transfers, and nobody says how they leave it`,
  ],
  [
    'persons in a chain, unread',
    chain({ lives: 'for-good', class: 'personal', erased: 'with-its-key' }),
    'assumed',
    `${written}: persons in transfers leave it with a key of that person alone`,
  ],
  [
    'a chain without persons',
    chain({ lives: 'for-good', class: 'public' }),
    'assumed',
    `${written}: no person is in transfers`,
  ],
  ['a register that lets go', chain({ lives: '90d' }), 'assumed', byKey],
  ['a law that says nothing of it', rowsOf({}, {}), 'assumed', undefined, 'house rules'],
]

for (const [name, options, verdict, line, named] of erased)
  test(`complies: ${name}`, () => {
    const found = ask(claimed, options, true, [], named)
    const said = found?.because
      .filter(({ rule }) => rule === 'erased' || rule === 'written')
      .map(({ says }) => says.line)
    assert.equal(found?.verdict, verdict)
    if (line === undefined) assert.deepEqual(said, [])
    else assert.equal(said?.[0], line)
    assert.deepEqual(found && hintless(found), [])
  })

test('complies: what is declared of what was erased, denied', () => {
  const of = { erased: 'with-its-key' } as const
  assert.equal(ask(claimed, rowsOf(of, {}), true, ['erased/ledger-db'])?.verdict, 'broken')
  assert.equal(ask(claimed, chain({ lives: 'for-good', class: 'public' }), true, ['written/chain'])?.verdict, 'broken')
})

const told: [name: string, reports: Incident['reports'], verdict: string, line: string][] = [
  ['nobody', undefined, 'unknown', 'nobody says who tells the authority of theft'],
  ['persons alone', [{ to: 'persons', within: '24h' }], 'unknown', 'nobody says who tells the authority of theft'],
  [
    'the authority, in time',
    [{ to: 'authority', within: '3d' }],
    'assumed',
    'the authority is told of theft within 3d',
  ],
  [
    'the authority, too late',
    [{ to: 'authority', within: '7d' }],
    'broken',
    'the authority is told of theft within 7d',
  ],
]

for (const [name, reports, verdict, line] of told)
  test(`complies: of rows that get out is told ${name}`, () => {
    const theft = incident('theft', { noticedBy: ['anomalies'], discloses: true, ...(reports && { reports }) })
    const found = stolen(theft, 'compliant')
    const part = found?.because.find(({ rule }) => rule === 'reported')
    assert.equal(part?.truth, { unknown: undefined, assumed: true, broken: false }[verdict])
    assert.ok(part?.says.line.includes(line), part?.says.line)
  })

test('complies: of a law that nobody claims, and of what gets nothing out, nobody has to be told', () => {
  const reported = (found: ReturnType<typeof stolen>) => found?.because.filter(({ rule }) => rule === 'reported')
  assert.deepEqual(reported(stolen(incident('theft', { noticedBy: ['anomalies'], discloses: true }), 'planned')), [])
  assert.deepEqual(reported(stolen(incident('flood', { noticedBy: ['traffic'] }), 'compliant')), [])
})

function stolen(of: Incident, status: 'compliant' | 'planned') {
  const plans: ShopOptions['plans'] = () => ({
    standards: [standard('GDPR', { ...claimed, status })],
    incidents: [of],
  })
  return verdictsOf(complies, sampleWorld({ ...disk, plans }))[0]
}

const against: [
  name: string,
  plans: ReturnType<NonNullable<ShopOptions['plans']>>,
  said: readonly string[] | undefined,
][] = [
  [
    'nothing that is named',
    { access: [access('auditors', { may: ['read', 'audit'] })] },
    ['unknown', "auditors may audit, and nobody says against which law, standard or rules of one's own"],
  ],
  [
    'a standard of the platform',
    { access: [access('auditors', { may: ['audit'] })], standards: [standard('ISO 27001', { status: 'planned' })] },
    ['kept', 'auditors may audit against ISO 27001'],
  ],
  [
    'a standard that a control names',
    { access: [access('auditors', { may: ['audit'] })], controls: [control('locks', { of: ['SOX'] })] },
    ['kept', 'auditors may audit against SOX'],
  ],
  ['nobody', { access: [access('clerks', { may: ['read'] })] }, undefined],
]

for (const [name, plans, said] of against)
  test(`complies: audited against ${name}`, () => {
    const found = verdictsOf(complies, sampleWorld({ plans: () => plans })).find(
      ({ id }) => id === 'complies/shop/criteria',
    )
    assert.deepEqual(found && [found.verdict, ...linesOf(found)], said)
  })
