// Drills, decisions, deliveries, procedures and the document: what is refused in them, and the twin that is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  cluster,
  corruption,
  decision,
  delivery,
  drill,
  environment,
  option,
  PlatformProblems,
  paper,
  planned,
  platform,
  postgres,
  procedure,
  step,
  wave,
} from '../../index.ts'
import type { PlatformOptions } from './platform.ts'

const ledger = postgres('ledger', { requests: { cpu: 1, memory: '1Gi' } })
const other = postgres('other', { requests: { cpu: 1, memory: '1Gi' } })
const east = cluster('east', { kubernetes: '1.36', nodes: [] })
const live = environment('live', { on: east, namespace: 'live', runs: [ledger] })
const trial = environment('trial', { on: east, namespace: 'trial' })
const later = environment('later', { on: east, namespace: 'later' })

const weekly = { of: corruption, in: trial, every: 'week' } as const
const person = { actor: 'person' } as const
const said = { version: '1', date: '2026-11-01', status: 'production', owner: 'shop team' } as const
const standing = 'an environment of the platform that is not planned: live, trial'

const rows: [name: string, plans: Partial<PlatformOptions>, told: readonly string[]][] = [
  ['a drill', { drills: [drill('back', { ...weekly, restores: ledger, from: live })] }, []],
  [
    'a drill where nothing stands yet',
    { drills: [drill('back', { ...weekly, in: later })] },
    [`drill back: in: found 'later', allowed: ${standing}`],
  ],
  [
    'rows of nothing that runs there',
    { drills: [drill('back', { ...weekly, restores: other, from: live })] },
    ["drill back: restores: found 'other', allowed: a component that live runs: ledger"],
  ],
  [
    'rows of another place, and nobody says which',
    { drills: [drill('back', { ...weekly, from: live })] },
    ['drill back: restores: found nothing, allowed: the store of live that is brought back'],
  ],
  [
    'how often, in words that nobody knows',
    { drills: [drill('back', { ...weekly, every: 'fortnight' as 'week' })] },
    [
      "drill back: every: found 'fortnight', allowed: a duration such as '30s', '15m' or '6h'; or 'hour', 'day', 'week', 'month', 'quarter', 'year'",
    ],
  ],
  [
    'two drills of one name',
    { drills: [drill('back', weekly), drill('back', { ...weekly, every: 'year' })] },
    ["drill back: name: found a second 'back', allowed: a name of its own"],
  ],
  [
    'a day for what is decided',
    { decisions: [decision('logs', { options: [option('loki', { verdict: 'selected', until: '2027-01-01' })] })] },
    ["option loki: until: found a day for one that is selected, allowed: nothing, or verdict: 'deferred'"],
  ],
  [
    'two options of one name',
    {
      decisions: [
        decision('logs', {
          options: [
            option('loki', { verdict: 'deferred', until: '2027-01-01' }),
            option('loki', { verdict: 'rejected' }),
          ],
        }),
      ],
    },
    ["decision logs: options[1]: found a second 'loki', allowed: a name of its own"],
  ],
  [
    'a delivery in waves',
    {
      deliveries: [
        delivery('git', { by: 'controller', applies: [live], waves: [wave('stores', { applies: [ledger] })] }),
      ],
    },
    [],
  ],
  [
    'a wave of nothing',
    { deliveries: [delivery('git', { by: 'controller', applies: [live], waves: [wave('none', {})] })] },
    ['wave none: applies: found nothing, allowed: what is applied, or the stores that are migrated'],
  ],
  [
    'a wave of what runs elsewhere',
    {
      deliveries: [
        delivery('git', { by: 'controller', applies: [live], waves: [wave('stores', { applies: [other] })] }),
      ],
    },
    ["wave stores: applies: found 'other', allowed: a component that live runs: ledger"],
  ],
  [
    'two waves of one name',
    {
      deliveries: [
        delivery('git', {
          by: 'controller',
          applies: [live],
          waves: [wave('stores', { applies: [ledger] }), wave('stores', { migrates: [ledger] })],
        }),
      ],
    },
    ["delivery git: waves[1]: found a second 'stores', allowed: a name of its own"],
  ],
  [
    'a delivery to what is planned',
    { deliveries: [delivery('git', { by: 'controller', applies: [later] })] },
    [`delivery git: applies[0]: found 'later', allowed: ${standing}`],
  ],
  [
    'a step on what runs elsewhere',
    { procedures: [procedure('begin', { in: live, steps: [step('deploy', { ...person, of: [other] })] })] },
    ["step deploy: of: found 'other', allowed: a component that live runs: ledger"],
  ],
  [
    'a step in a place of its own',
    { procedures: [procedure('begin', { in: trial, steps: [step('deploy', { ...person, in: live, of: [ledger] })] })] },
    [],
  ],
  [
    'a procedure where nothing stands yet',
    { procedures: [procedure('begin', { in: later, steps: [step('look', person)] })] },
    [`procedure begin: in: found 'later', allowed: ${standing}`],
  ],
  ['a document', { document: paper('Shop', { ...said, nextReview: '2026-11-01' }) }, []],
  [
    'a review before the document',
    { document: paper('Shop', { ...said, nextReview: '2026-10-31' }) },
    ['paper Shop: nextReview: found a day before 2026-11-01, allowed: the day of the document, or a later one'],
  ],
]

for (const [name, plans, told] of rows) {
  test(`plans: ${name}`, () => assert.deepEqual(problemsIn(plans), told))
}

function problemsIn(plans: Partial<PlatformOptions>): readonly string[] {
  try {
    platform('shop', { environments: [live, trial, planned(later)], ...plans })
    return []
  } catch (error) {
    if (!(error instanceof PlatformProblems)) throw error
    return error.problems.map(({ of, path, found, allowed }) => `${of}: ${path}: found ${found}, allowed: ${allowed}`)
  }
}
