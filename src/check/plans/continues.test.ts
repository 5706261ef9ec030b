import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type BusinessFunctionOptions, businessFunction } from '../../platform/language/business-function.ts'
import { badRelease, corruption, loss } from '../../platform/language/failure.ts'
import { monitoring } from '../../platform/language/monitoring.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import { type ScenarioOptions, scenario } from '../../platform/language/scenario.ts'
import type { PlatformPromise } from '../../platform/model.ts'
import { linesOf, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { continues } from './continues.ts'

interface Row {
  readonly name: string
  readonly needs?: (shop: Shop) => BusinessFunctionOptions['needs']
  readonly struck?: Omit<ScenarioOptions, 'in'>
  readonly promises?: (shop: Shop) => readonly PlatformPromise[]
  readonly verdict: Word
  readonly lines: readonly string[]
}

const all = ({ checkout }: Shop) => [checkout]
const steps = procedure('by hand', {
  steps: [step('find', { actor: 'person' }), step('bring back', { actor: 'person', does: 'restore', takes: '90m' })],
})

const rows: Row[] = [
  {
    name: 'nobody says how long anything takes',
    needs: all,
    verdict: 'unknown',
    lines: ['nobody says how long anything takes that it needs, so 1h is not shown'],
  },
  {
    name: 'a region that is away for less',
    needs: all,
    struck: { of: loss.region, takes: '30m' },
    verdict: 'assumed',
    lines: ['away takes it away for 30m, within 1h'],
  },
  {
    name: 'a region that is away for more',
    needs: all,
    struck: { of: loss.region, takes: '4h' },
    verdict: 'broken',
    lines: ['away takes it away for 4h, and 1h is the most'],
  },
  {
    name: 'wrong rows in what it calls in the end',
    needs: all,
    struck: { of: corruption, takes: '2h' },
    verdict: 'broken',
    lines: ['away takes it away for 2h, and 1h is the most'],
  },
  {
    name: 'nobody says what it needs',
    struck: { of: corruption, takes: '2h' },
    verdict: 'unknown',
    lines: ['nobody says what it needs, so whether wrong rows takes it is open'],
  },
  {
    name: 'a pod',
    needs: all,
    struck: { of: loss.pod, takes: '2h' },
    verdict: 'unknown',
    lines: ['nobody says how long anything takes that it needs, so 1h is not shown'],
  },
  {
    name: 'steps that take longer, whatever the others do',
    needs: all,
    struck: { of: badRelease, by: steps },
    verdict: 'broken',
    lines: ['away takes it away for 90m (bring back), and nobody says how long find takes; 1h is the most'],
  },
  {
    name: 'what watches is back later, and nobody needs it',
    needs: all,
    promises: ({ live, checkout }) => [
      promise.recovers(monitoring('watch', { by: [checkout], covers: [live] }), { in: live, within: '4h' }),
    ],
    verdict: 'unknown',
    lines: ['nobody says how long anything takes that it needs, so 1h is not shown'],
  },
  {
    name: 'a target of the store that is later',
    needs: all,
    promises: ({ live }) => [promise.recovers(live, { part: 'data', within: '4h' })],
    verdict: 'broken',
    lines: ['it needs the data of live, which is promised back within 4h, and 1h is the most'],
  },
  {
    name: 'one target that is promised twice',
    needs: all,
    promises: ({ live }) => [
      promise.recovers(live, { part: 'data', within: '4h' }),
      promise.recovers(live, { part: 'data', within: '4h', name: 'encrypted' }),
      promise.recovers(live, { part: 'data', within: '5h', name: 'archived' }),
    ],
    verdict: 'broken',
    lines: [
      'it needs the data of live, which is promised back within 4h, and 1h is the most',
      'it needs the data of live, which is promised back within 5h, and 1h is the most',
    ],
  },
  {
    name: 'targets that are sooner',
    needs: all,
    promises: ({ live, orders }) => [
      promise.recovers(live, { within: '1h' }),
      promise.recovers(orders, { in: live, within: '5m' }),
    ],
    verdict: 'kept',
    lines: ['it needs live, which is promised back within 1h', 'it needs orders, which is promised back within 5m'],
  },
  {
    name: 'a target of what it does not need',
    needs: ({ ledgerDb }) => [ledgerDb],
    promises: ({ live, orders }) => [
      promise.recovers(live, { within: '1h' }),
      promise.recovers(orders, { in: live, within: '5h' }),
    ],
    verdict: 'kept',
    lines: ['it needs live, which is promised back within 1h'],
  },
]

for (const { name, verdict, lines, ...row } of rows) {
  test(`continues: ${name}`, () => {
    const options = optionsOf(row)
    const [found, ...others] = verdictsOf(continues, sampleWorld(options))
    assert.deepEqual([found?.id, found?.verdict, others.length], ['continues/live/paying', verdict, 0])
    assert.deepEqual(found && linesOf(found), lines)
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(continues, sampleWorld(options, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

test('continues: what people do meanwhile stands beside', () => {
  const [found] = verdictsOf(
    continues,
    sampleWorld(optionsOf({ needs: all, struck: { of: loss.region, takes: '4h' } })),
  )
  assert.deepEqual(found?.because[0]?.says.rows, [
    ['meanwhile', 'by telephone'],
    ['told', 'everybody'],
  ])
})

function optionsOf({ needs, struck, promises }: Omit<Row, 'name' | 'verdict' | 'lines'>): ShopOptions {
  return {
    promises: (shop) => promises?.(shop) ?? [],
    plans: (shop) => {
      const needed = needs?.(shop)
      return {
        scenarios: struck ? [scenario('away', { ...struck, in: shop.live })] : [],
        functions: [
          businessFunction('paying', {
            in: shop.live,
            downAtMost: '1h',
            meanwhile: 'by telephone',
            tells: 'everybody',
            ...(needed && { needs: needed }),
          }),
        ],
      }
    },
  }
}

type Ranked = readonly [name: string, criticality: 'critical' | 'important' | 'normal', downAtMost: '30m' | '1h' | '4h']
const orders: readonly (readonly [name: string, all: readonly Ranked[], ...says: readonly string[]])[] = [
  [
    'the graver, the sooner',
    [
      ['paying', 'critical', '1h'],
      ['signing in', 'critical', '30m'],
      ['reports', 'normal', '4h'],
    ],
    'true paying is critical, and back within 1h: nothing is graver',
    'true reports is normal, and back within 4h; what is graver is back no later: paying, critical, within 1h; signing in, critical, within 30m',
    'true signing in is critical, and back within 30m: nothing is graver',
  ],
  [
    'a lesser one that has to be back first',
    [
      ['paying', 'critical', '1h'],
      ['reports', 'important', '30m'],
    ],
    'true paying is critical, and back within 1h: nothing is graver',
    'false reports is important, and back within 30m; what is graver may be away for longer: paying, critical, within 1h',
  ],
  ['one alone', [['paying', 'critical', '1h']]],
]

for (const [name, all, ...says] of orders)
  test(`continues: ${name}`, () => {
    const plans: ShopOptions['plans'] = ({ live }) => ({
      functions: all.map(([called, criticality, downAtMost]) =>
        businessFunction(called, { in: live, criticality, downAtMost }),
      ),
    })
    const found = verdictsOf(continues, sampleWorld({ plans })).flatMap(({ because }) => because)
    assert.deepEqual(
      found.flatMap(({ rule, truth, says: { line } }) => (rule === 'order' ? [`${truth} ${line}`] : [])),
      says,
    )
  })
