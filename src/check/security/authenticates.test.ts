import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { authenticates } from './authenticates.ts'

function ask(options: ShopOptions, logs = false, denied: readonly string[] = []) {
  const promises: ShopOptions['promises'] = ({ live, ledgerDb }) => [
    promise.authenticates(ledgerDb, { in: live, logs }),
  ]
  return verdictsOf(authenticates, sampleWorld({ ...options, promises }, { denied }))[0]
}

const by = { by: 'password', secret: 'ledger-db' } as const
const known: ShopOptions = { ledgerDb: { authenticates: by }, orders: { listens: 8080, secrets: ['ledger-db'] } }
const rows: [name: string, options: ShopOptions, logs: boolean, verdict: string, lines: readonly string[]][] = [
  [
    'a password that callers read',
    known,
    false,
    'assumed',
    ['ledger-db asks for a password', 'orders reads the Secret ledger-db, with which ledger-db lets it in'],
  ],
  [
    'a caller that does not read it',
    { ledgerDb: { authenticates: by } },
    false,
    'unknown',
    ['orders calls ledger-db and is not said to read the Secret ledger-db'],
  ],
  ['nobody says', {}, false, 'unknown', ['nobody says what ledger-db asks of whoever connects']],
  [
    'nothing',
    { ledgerDb: { authenticates: { by: 'nothing' } } },
    false,
    'broken',
    ['ledger-db lets in whoever connects'],
  ],
  [
    'a log that nobody speaks of',
    known,
    true,
    'unknown',
    ['nobody says whether ledger-db writes down who asked for what'],
  ],
  [
    'no log',
    { ...known, ledgerDb: { authenticates: { ...by, logs: false } } },
    true,
    'broken',
    ['ledger-db writes down nothing of who asked for what'],
  ],
]

for (const [name, options, logs, verdict, lines] of rows)
  test(`authenticates: ${name}`, () => {
    const found = ask(options, logs)
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(found && linesOf(found), lines)
  })

test('authenticates: a password that is asked of nobody after all', () => {
  assert.equal(ask(known, false, ['asks/live/ledger-db'])?.verdict, 'broken')
})
