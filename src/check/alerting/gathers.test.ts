import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logging } from '../../platform/component/logging.ts'
import { service } from '../../platform/component/service.ts'
import { tracing } from '../../platform/component/tracing.ts'
import type { Component } from '../../platform/component.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type Shop, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { gathers } from './gathers.ts'

type Promised = Parameters<typeof promise.gathers>[1]

const samples = [
  { of: 'debug', share: '10%' },
  { of: 'errors', share: '100%' },
] as const
const hot = { tier: 'hot', for: '30d' } as const
const logs = (keeps: Parameters<typeof logging>[1] = {}) => logging('logs', { samples, ...keeps })
const traces = (more: Parameters<typeof tracing>[1] = {}) => tracing('traces', { samples, ...more })
const errors = { of: 'errors', share: '100%' } as const

const rows: [name: string, by: Component, promised: Promised, verdict: Word, lines: readonly string[]][] = [
  ['as much as is promised', logs(), { of: 'debug', share: '5%' }, 'kept', ['logs takes 10% of debug']],
  [
    'less than is promised',
    logs(),
    { of: 'debug', share: '50%' },
    'broken',
    ['logs takes 10% of debug, and 50% is promised'],
  ],
  [
    'what is listed',
    logging('logs', { of: ['application', 'audit'] }),
    { of: 'audit', share: '100%' },
    'kept',
    ['logs takes application, audit', 'logs takes 100% of audit'],
  ],
  [
    'what is not listed',
    logging('logs', { of: ['application', 'system'] }),
    { of: 'audit', share: '100%' },
    'broken',
    ['logs takes application, system, and audit is not among them'],
  ],
  ['what is not sampled, whole', logs(), { of: 'audit', share: '100%' }, 'kept', ['logs takes 100% of audit']],
  [
    'all of it, of which some is sampled',
    logs(),
    { share: '50%' },
    'broken',
    ['logs takes 10% of all, and 50% is promised'],
  ],
  ['errors in lines, each of which says so', logs(), errors, 'kept', ['logs takes 100% of errors']],
  [
    'failed traces, decided at their start',
    traces({ decides: 'head' }),
    errors,
    'broken',
    ['traces decides at the first span of a trace, where none shows that it is one of errors'],
  ],
  ['failed traces, decided at their end', traces({ decides: 'tail' }), errors, 'kept', ['traces takes 100% of errors']],
  [
    'failed traces, and nobody says when it is decided',
    traces(),
    errors,
    'unknown',
    [
      'nobody says when traces decides which traces it keeps: at its first span no trace shows that it is one of errors',
    ],
  ],
  ['long enough', logs({ keeps: [hot] }), { for: '30d' }, 'kept', ['logs keeps it for 30d, no less than 30d']],
  ['not long enough', logs({ keeps: [hot] }), { for: '90d' }, 'broken', ['logs keeps it for 30d, and 90d is promised']],
  [
    'long enough where the second tier counts from its entry',
    logs({ keeps: [hot, { tier: 'cold', for: '90d', from: 'entry' }] }),
    { for: '120d' },
    'kept',
    ['logs keeps it for 120d, no less than 120d'],
  ],
  [
    'not long enough where the second tier counts from the writing',
    logs({ keeps: [hot, { tier: 'cold', for: '90d', from: 'writing' }] }),
    { for: '120d' },
    'broken',
    ['logs keeps it for 90d, and 120d is promised'],
  ],
  [
    'nobody says from when the second tier counts',
    logs({ keeps: [hot, { tier: 'cold', for: '90d' }] }),
    { for: '100d' },
    'unknown',
    ['logs keeps it for 90d or 120d, as nobody says from when its tiers count, and 100d is promised'],
  ],
  [
    'long enough either way',
    logs({ keeps: [hot, { tier: 'cold', for: '90d' }] }),
    { for: '90d' },
    'kept',
    ['logs keeps it for 90d or 120d, no less than 90d'],
  ],
  [
    'in one tier',
    logs({ keeps: [hot] }),
    { tier: 'hot', for: '7d' },
    'kept',
    ['hot of logs keeps it for 30d, no less than 7d'],
  ],
  [
    'in a tier that is not there',
    logs({ keeps: [hot] }),
    { tier: 'cold', for: '7d' },
    'unknown',
    ['nobody says how long cold of logs keeps anything, and 7d is promised'],
  ],
  [
    'in another store than it is kept in',
    logs({ keptIn: 'search-index' }),
    { keptIn: 'time-series' },
    'broken',
    ['store of logs: search-index, and time-series is promised'],
  ],
  ['as what it is', logs({ format: 'json' }), { format: 'json' }, 'kept', ['format of logs: json']],
  [
    'by headers that nobody says',
    traces(),
    { propagates: 'w3c' },
    'unknown',
    ['nobody says the headers of traces, and w3c is promised'],
  ],
  ['what gathers nothing', service('shelf'), { for: '1d' }, 'unknown', ['nobody says what shelf gathers']],
]

for (const [name, by, promised, verdict, lines] of rows) {
  test(`gathers: ${name}`, () => {
    const promises = ({ live }: Shop) => [promise.gathers(by, { in: live, ...promised })]
    const [found] = verdictsOf(gathers, sampleWorld({ more: () => [by], promises }))
    assert.deepEqual([found?.verdict, found?.id], [verdict, `gathers/live/${by.name}`])
    assert.deepEqual(found && linesOf(found), lines)
  })
}
