import assert from 'node:assert/strict'
import { test } from 'node:test'
import { promise } from '../../platform/language/promise.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { judgedTiers, type Tiers } from './sample-tiers.ts'
import { spans } from './spans.ts'

type Spans = Pick<Extract<PlatformPromise, { kind: 'spans' }>, 'clusters' | 'regions' | 'zones'>

const rows: [name: string, asked: Spans, tiers: Tiers, says: string][] = [
  [
    'one region alone',
    { regions: 1 },
    {},
    'kept spans/trial: regions: exactly 1 are promised, and there are 1 (south)',
  ],
  [
    'two regions, and nothing beside it',
    { regions: { atLeast: 2 } },
    {},
    'broken spans/trial: regions: at least 2 are promised, and there are 1 (south)',
  ],
  [
    'two regions, and one that serves beside it',
    { regions: { atLeast: 2 }, clusters: { atLeast: 2 } },
    { active: true },
    'kept spans/trial: clusters: at least 2 are promised, and there are 2 (harbour, quay); regions: at least 2 are promised, and there are 2 (north, south)',
  ],
  [
    'two regions, and one that nobody names',
    { regions: { atLeast: 2 } },
    { active: true, quay: { region: undefined } as Tiers['quay'] },
    'unknown spans/trial: regions: at least 2 are promised, and there are 1 (north); nobody says the region of quay, so there are at most 2',
  ],
  [
    'two regions, and one cluster in none that is named',
    { regions: 'several' },
    { quay: { region: undefined } as Tiers['quay'] },
    'broken spans/trial: regions: several are promised, and there are none that is named; nobody says the region of quay, so there are at most 1',
  ],
  [
    'two regions, of one of which nobody says a machine',
    { regions: { atLeast: 2 }, clusters: { atLeast: 2 } },
    { active: true, harbour: { pools: [], nodes: [] } },
    'unknown spans/trial: clusters: at least 2 are promised, and there are 1 (quay); nobody says a node of harbour, nor that it is there, so there are at most 2; regions: at least 2 are promised, and there are 1 (south); nobody says a node of harbour, nor that it is there, so there are at most 2',
  ],
  [
    'one region, and one cluster in none that is named',
    { regions: 1 },
    { quay: { region: undefined } as Tiers['quay'] },
    'kept spans/trial: regions: exactly 1 are promised, and there are none that is named; nobody says the region of quay, so there are at most 1',
  ],
  [
    'zones of its nodes',
    { zones: { atLeast: 2 } },
    {},
    'kept spans/trial: zones: at least 2 are promised, and there are 2 (a, b)',
  ],
  [
    'several zones, whatever their number',
    { zones: 'several' },
    {},
    'kept spans/trial: zones: several are promised, and there are 2 (a, b)',
  ],
  [
    'more zones than its nodes are in',
    { zones: { atLeast: 3 } },
    {},
    'broken spans/trial: zones: at least 3 are promised, and there are 2 (a, b)',
  ],
  [
    'zones that nobody names',
    { zones: { atLeast: 2 } },
    { quay: { pools: [], nodes: 15 } },
    'unknown spans/trial: zones: at least 2 are promised, and there are none that is named; nobody says the zone of quay-1, quay-10, quay-11 and 12 more, so there are at most 15',
  ],
]

for (const [name, asked, tiers, says] of rows) {
  test(`spans: ${name}`, () => {
    assert.deepEqual(
      judgedTiers(spans, ({ trial }) => [promise.spans({ in: trial, ...asked })], tiers),
      [says],
    )
  })
}
