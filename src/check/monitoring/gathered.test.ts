import assert from 'node:assert/strict'
import { test } from 'node:test'
import { logging } from '../../platform/component/logging.ts'
import { tracing } from '../../platform/component/tracing.ts'
import type { Component } from '../../platform/component.ts'
import { linesOf, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { gathered } from './gathered.ts'

const few = { of: 'others', share: '5%' } as const
const errors = { of: 'errors', share: '100%' } as const
const hot = { tier: 'hot', for: '30d' } as const

const rows: [name: string, by: Component, verdict: Word | undefined, line?: string][] = [
  [
    'all traces that fail, decided at their end',
    tracing('traces', { samples: [few, errors], decides: 'tail' }),
    'kept',
  ],
  [
    'all traces that fail, decided at their start',
    tracing('traces', { samples: [few, errors], decides: 'head' }),
    'broken',
    'traces is to keep 100% of errors and 5% of the rest, and decides at the first span of a trace, where none shows how it ends',
  ],
  [
    'all traces that fail, decided nobody says when',
    tracing('traces', { samples: [few, errors] }),
    'unknown',
    'traces is to keep 100% of errors and 5% of the rest; nobody says when it decides: at the first span of a trace, none shows how it ends',
  ],
  ['the same share of all', tracing('traces', { samples: [errors], decides: 'head' }), undefined],
  [
    'a share of one client',
    tracing('traces', { samples: [few, { of: 'tills', share: '100%' }], decides: 'head' }),
    undefined,
  ],
  [
    'all lines that fail, each of which says so',
    logging('logs', { samples: [{ of: 'debug', share: '10%' }, errors] }),
    undefined,
  ],
  [
    'two tiers, counted from nobody says when',
    logging('logs', { keeps: [hot, { tier: 'cold', for: '90d' }] }),
    'unknown',
    'nobody says from when the tiers count: kept for 90d or for 120d in all',
  ],
  [
    'two tiers, the second counted from the writing',
    logging('logs', { keeps: [hot, { tier: 'cold', for: '90d', from: 'writing' }] }),
    'kept',
    'kept for 90d in all',
  ],
  ['one tier', logging('logs', { keeps: [hot] }), undefined],
]

for (const [name, by, verdict, line] of rows) {
  test(`gathered: ${name}`, () => {
    const [found] = verdictsOf(gathered, sampleWorld({ more: () => [by] }))
    assert.equal(found?.verdict, verdict)
    if (line !== undefined) assert.deepEqual(found && linesOf(found), [line])
  })
}
