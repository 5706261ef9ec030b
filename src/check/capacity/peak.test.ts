import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alert } from '../../platform/language/alert.ts'
import { absent } from '../../platform/language/condition.ts'
import { metric } from '../../platform/language/metric.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { fits } from './fits.ts'

// Two checkouts and one orders roll out with one more each, 250m each; ledger-db has no surge.
type Row = [
  name: string,
  rollouts: 'one-by-one' | 'together' | undefined,
  quota: number | string,
  watched: boolean,
  line: string | undefined,
]

const rows: Row[] = [
  [
    'both rollouts at once',
    'together',
    '1500m',
    false,
    'requests.cpu: 1 core of all pods + 500m of rollouts = 1.5 cores ≤ 1.5 cores of quota live',
  ],
  [
    'one by one',
    'one-by-one',
    '1250m',
    false,
    'requests.cpu: 1 core of all pods + 250m of rollouts = 1.25 cores ≤ 1.25 cores of quota live',
  ],
  [
    'both, where one has room',
    'together',
    '1499m',
    false,
    'requests.cpu: 1 core of all pods + 500m of rollouts = 1.5 cores > 1.499 cores of quota live',
  ],
  [
    'an exporter that is needed and not there',
    'together',
    '1500m',
    true,
    'requests.cpu: 1 core of all pods + 500m of rollouts + 100m of exporters = 1.6 cores > 1.5 cores of quota live',
  ],
  ['nobody asks for rollouts', undefined, '1001m', false, undefined],
]

for (const [name, rollouts, cpu, watched, line] of rows) {
  test(`fits: ${name}`, () => {
    const world = sampleWorld({
      live: { quota: { 'requests.cpu': cpu }, limits: { min: { cpu: '100m' } } },
      alerts: ({ ledgerDb }) =>
        watched ? [alert('down', { when: absent(metric('pg_up', { of: ledgerDb })), severity: 'page' })] : [],
      promises: ({ live }) => [promise.fits({ in: live, ...(rollouts && { rollouts }) })],
    })
    const [found] = verdictsOf(fits, world)
    const said = found?.because.filter(({ rule }) => rule === 'peak').map(({ says }) => says.line)
    assert.deepEqual(said, line === undefined ? [] : [line])
    assert.equal(found?.verdict, line?.includes('>') ? 'broken' : 'kept')
  })
}

const looks: [measures: 'usage' | 'requests', verdict: string, line: string][] = [
  [
    'usage',
    'broken',
    'look of before looks at what is used, and the scheduler counts what pods request: nodes half used may be full',
  ],
  ['requests', 'kept', 'look of before looks at what pods request'],
]

for (const [measures, verdict, line] of looks) {
  test(`fits: room is verified by ${measures}`, () => {
    const before = procedure('before', { steps: [step('look', { does: 'verify', actor: 'person', measures })] })
    const shop: ShopOptions = { promises: ({ live }) => [promise.fits({ in: live, by: before })] }
    const [found] = verdictsOf(fits, sampleWorld(shop))
    assert.equal(found?.verdict, verdict)
    assert.ok(found && linesOf(found).includes(line), found && linesOf(found).join('\n'))
  })
}
