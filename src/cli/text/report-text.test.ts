import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Note, type Report, tally } from '../../check/report.ts'
import { runPlatform } from '../../check/run-platform.ts'
import { machine, says, shop } from '../../check/sample.ts'
import { reason, verdict } from '../../check/sample-verdict.ts'
import { loss } from '../../platform/language/failure.ts'
import { free, headroom, total } from '../../platform/language/measure.ts'
import { promise } from '../../platform/language/promise.ts'
import { reportText, type TextOptions } from './report-text.ts'
import { widthOf } from './wrap.ts'

function reportOf(more: Partial<Report>): Report {
  const verdicts = more.verdicts ?? []
  return {
    version: 1,
    asOf: '2026-11-21',
    title: 'The shop',
    counts: { environments: 1, planned: 0, clusters: 1, nodes: 3, objects: 12 },
    advice: [],
    unread: [],
    notes: [],
    summary: tally(verdicts),
    ...more,
    verdicts,
  }
}

// A chart that is not there, as several applications may name it.
function chart(name: string): Note {
  const [says, next] = [`chart ${name} is not among the files`, `pull ${name}`]
  return { is: 'unknown', says, next, name, alike: 'charts are not among the files' }
}

const estimate = { id: 'estimate/harbour', says: 'no more is taken than was estimated', kind: 'estimate' } as const

const broken = verdict('drains/live/orders', 'broken', {
  says: 'every node that holds orders can be drained',
  stated: says('5.1', 40),
  because: [
    reason('budget/live/orders', {
      says: { line: 'the budget of orders wants 1 of 1 to stay', rows: [['allowed', '1 − 1 = 0']] },
      at: { file: 'shop.ts', line: 14, column: 3 },
      hint: 'a replica more than must stay',
      fix: [{ of: { is: 'component', name: 'orders' }, path: ['replicas'], to: 2 }],
    }),
  ],
})

const rows: [name: string, report: Partial<Report>, options: Partial<TextOptions>, text: string][] = [
  [
    'all is well',
    { verdicts: [verdict('drains/live/orders', 'kept')] },
    {},
    `The shop · 1 environment · 1 cluster, 3 nodes · 12 objects · as of 2026-11-21
live  ✓ 1 kept

1 verdict (✗ broken, ~ assumed, ? unknown, ✓ kept)
one in full: seaworthy explain shop.ts drains/live/orders
`,
  ],
  [
    'one thing broken, and a second for the same cause',
    {
      verdicts: [
        broken,
        verdict('rolls/live/orders', 'broken', { because: [reason('budget/live/orders')] }),
        verdict('reaches/live/orders', 'kept'),
      ],
    },
    {},
    `The shop · 1 environment · 1 cluster, 3 nodes · 12 objects · as of 2026-11-21
live  ✗ 2 broken (1 cause)   ✓ 1 kept

✗ drains/live/orders
    not so: every node that holds orders can be drained (document 5.1, line 40)
    the budget of orders wants 1 of 1 to stay
      allowed  1 − 1 = 0
      declared at shop.ts:14
    fix: replicas: 2 on orders
    hint: a replica more than must stay
    same cause: rolls/live/orders

3 verdicts (✗ broken, ~ assumed, ? unknown, ✓ kept)
one in full: seaworthy explain shop.ts drains/live/orders
`,
  ],
  [
    'only the first causes',
    { verdicts: [broken, verdict('rolls/live/checkout', 'broken'), verdict('rolls/live/mail', 'broken')] },
    { show: 1 },
    `The shop · 1 environment · 1 cluster, 3 nodes · 12 objects · as of 2026-11-21
live  ✗ 3 broken

✗ drains/live/orders
    not so: every node that holds orders can be drained (document 5.1, line 40)
    the budget of orders wants 1 of 1 to stay
      allowed  1 − 1 = 0
      declared at shop.ts:14
    fix: replicas: 2 on orders
    hint: a replica more than must stay

… and 2 more causes: seaworthy check shop.ts

3 verdicts (✗ broken, ~ assumed, ? unknown, ✓ kept)
one in full: seaworthy explain shop.ts drains/live/orders
`,
  ],
  [
    'what is assumed, unknown, waived, unread and worth knowing',
    {
      verdicts: [
        verdict('fits/live', 'assumed', { kind: 'promise', assumes: [estimate] }),
        verdict('rolls/live/checkout', 'broken', {
          waiver: { owner: 'shop team', reason: 'moves in May', until: '2027-05-31', expired: false },
        }),
        verdict('drains/live/mail', 'unknown'),
        verdict('drains/live/orders', 'kept'),
      ],
      unread: [{ file: 'shop.yaml', line: 3, says: 'a mapping is not closed', next: 'close it' }],
      advice: [{ id: 'open', says: { line: '3 of 4 workloads can open ledger-db:5432' } }],
      notes: [
        { is: 'read', says: '2 files: 12 objects' },
        { is: 'unknown', says: 'no Node is among the files', next: '--nodes FILE' },
        ...['api', 'web', 'web', 'search'].map(chart),
        { is: 'note', says: 'two finds are solved', next: 'prune' },
      ],
    },
    {},
    `The shop · 1 environment · 1 cluster, 3 nodes · 12 objects · as of 2026-11-21

read     2 files: 12 objects
unknown  no Node is among the files
         next: --nodes FILE
         3 charts are not among the files: api, search, web
         next: pull api; 2 others likewise

live  1 waived   ~ 1 assumed   ? 1 unknown   ✓ 1 kept

unread  shop.yaml:3: a mapping is not closed
    next: close it

? drains/live/mail
    mail is sound
  ? because of undefined

waived
  rolls/live/checkout   shop team until 2027-05-31: moves in May

worth knowing
  3 of 4 workloads can open ledger-db:5432

kept only if
~ no more is taken than was estimated (fits/live)

note: two finds are solved; next: prune

1 verdict on promises, 3 on questions (✗ broken, ~ assumed, ? unknown, ✓ kept)
one in full: seaworthy explain shop.ts drains/live/mail
`,
  ],
  [
    'environments and clusters under each other, counts too',
    {
      counts: { environments: 2, planned: 1, clusters: 1, nodes: 1, objects: 1412 },
      verdicts: [
        ...Array.from({ length: 12 }, (_, at) => verdict(`drains/live/w${at}`, 'kept')),
        verdict('drains/live/orders', 'broken'),
        verdict('drains/staging/orders', 'kept'),
        verdict('fits/staging', 'unknown'),
      ],
    },
    { show: 0 },
    `The shop · 2 environments (1 more planned) · 1 cluster, 1 node · 1,412 objects · as of 2026-11-21
live     ✗ 1 broken                 ✓ 12 kept
staging               ? 1 unknown   ✓  1 kept

… and 1 more cause: seaworthy check shop.ts

15 verdicts (✗ broken, ~ assumed, ? unknown, ✓ kept)
one in full: seaworthy explain shop.ts drains/live/orders
`,
  ],
  [
    'names that would move the cursor',
    { title: 'The \u001b[2Jshop\u202e', verdicts: [verdict('drains/live/or\u0007ders', 'kept')] },
    {},
    `The \\u{1b}[2Jshop\\u{202e} · 1 environment · 1 cluster, 3 nodes · 12 objects · as of 2026-11-21
live  ✓ 1 kept

1 verdict (✗ broken, ~ assumed, ? unknown, ✓ kept)
one in full: seaworthy explain shop.ts drains/live/or\\u{7}ders
`,
  ],
]

for (const [name, report, options, text] of rows) {
  test(`report: ${name}`, () => assert.equal(reportText(reportOf(report), { path: 'shop.ts', ...options }), text))
}

test('report: no line of a real one is wider than the terminal, but for commands and single words', () => {
  const report = runPlatform(shopThatPromises(), { asOf: '2026-11-21' })
  assert.ok(report.verdicts.some((one) => one.verdict === 'broken'))
  for (const width of [60, 80, 120]) {
    const lines = reportText(report, { path: 'shop.ts', width }).split('\n')
    const wide = lines.filter((line) => widthOf(line) > width && line.trim().includes(' '))
    assert.deepEqual(
      wide.filter((line) => !line.includes('seaworthy ')),
      [],
    )
  }
})

test('report: a pipe gets each sentence whole, and nothing a terminal would act on', () => {
  const text = reportText(runPlatform(shopThatPromises(), { asOf: '2026-11-21' }), { path: 'shop.ts' })
  assert.doesNotMatch(text.replaceAll('\n', ''), /\p{Cc}/u)
})

function shopThatPromises() {
  return shop({
    nodes: [machine('n1', 'east', { taken: { cpu: '50%' } }), machine('n2', 'west')],
    checkout: { replicas: 2, budget: { minAvailable: 2 } },
    promises: ({ live, harbour, checkout, orders, ledgerDb }) => [
      promise.survives(loss.node, {
        in: live,
        keeps: [checkout, orders, ledgerDb],
        within: '5m',
        losing: 'nothing',
        stated: says('7.2', 831, 833, 835),
      }),
      promise.figure(total.cpuRequests(live), { is: 13.5, stated: says('6.1', 661) }),
      promise.figure(free.cpu(harbour), { is: 8, stated: says('6.1', 662) }),
      promise.figure(headroom.cpu(live), { is: 5, stated: says('6.1', 663) }),
      promise.fits({ in: live }),
      promise.resolves({ in: live }),
    ],
  }).platform
}
