import assert from 'node:assert/strict'
import { test } from 'node:test'
import { service } from '../../platform/component/service.ts'
import { context } from '../../platform/language/context.ts'
import { managed } from '../../platform/language/managed.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { isolates } from './isolates.ts'

const loans = context('loans')
const trade = context('trade')

function ask(options: ShopOptions, denied: readonly string[] = []) {
  const promises: ShopOptions['promises'] = ({ live }) => [promise.isolates([trade, loans], { in: live })]
  return verdictsOf(isolates, sampleWorld({ ...options, promises }, { denied }))[0]
}

const policies = { defaultDeny: true, dns: true, calls: true } as const
const rates = service('rates', { listens: 8080, context: loans })
const ships = service('ships', { listens: 8080, context: trade })
const calling = service('ships', { listens: 8080, context: trade, calls: [rates] })
const more = (...of: ReturnType<typeof service>[]) => ({ more: () => of })

const rows: [name: string, options: ShopOptions, verdict: string, lines: readonly string[]][] = [
  [
    'denied by default',
    { ...more(rates, ships), live: { policies } },
    'assumed',
    ['2 pairs of workloads of different contexts: kept apart by allow-dns, default-deny'],
  ],
  [
    'but for what is declared',
    { ...more(rates, calling), live: { policies } },
    'assumed',
    ['1 pair of workloads of different contexts, but for 1 that is declared: kept apart by allow-dns, default-deny'],
  ],
  [
    'no policy',
    more(rates, ships),
    'broken',
    ['2 pairs of workloads are open at every port: no policy that is shown isolates either'],
  ],
  [
    'a context of nobody',
    { ...more(rates), live: { policies } },
    'unknown',
    ['nothing of live is said to belong to trade'],
  ],
]

for (const [name, options, verdict, lines] of rows)
  test(`isolates: ${name}`, () => {
    const found = ask(options)
    assert.deepEqual(found && linesOf(found), lines)
    assert.equal(found?.verdict, verdict)
  })

test('isolates: a store of both keeps their rows apart only if somebody sees to it', () => {
  const options: ShopOptions = {
    more: ({ ledgerDb }) => [
      service('rates', { listens: 8080, context: loans, calls: [ledgerDb] }),
      service('ships', { listens: 8080, context: trade, calls: [ledgerDb] }),
    ],
    live: { policies },
  }
  const found = ask(options)
  assert.equal(found?.verdict, 'assumed')
  assert.equal(
    found && linesOf(found)[1],
    'ledger-db is shared by loans, trade: no rule of the network keeps their rows apart there',
  )
  assert.equal(ask(options, ['rows-apart/live/ledger-db'])?.verdict, 'broken')
})

test('isolates: a store that a provider runs is shared as one with volumes is', () => {
  const options: ShopOptions = {
    ledgerDb: { managedBy: managed('rds') },
    more: ({ ledgerDb }) => [
      service('rates', { listens: 8080, context: loans, calls: [ledgerDb] }),
      service('ships', { listens: 8080, context: trade, calls: [ledgerDb] }),
    ],
    live: { policies },
  }
  const found = ask(options)
  const lines = found?.because.map(({ says }) => says.line) ?? []
  assert.ok(lines.includes('ledger-db is shared by loans, trade: no rule of the network keeps their rows apart there'))
  assert.ok(found?.assumes.some(({ id }) => id === 'rows-apart/live/ledger-db'))
})
