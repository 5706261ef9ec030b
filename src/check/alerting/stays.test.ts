import assert from 'node:assert/strict'
import { test } from 'node:test'
import { metric } from '../../platform/language/metric.ts'
import { promise } from '../../platform/language/promise.ts'
import { linesOf, type Shop, sampleWorld, says, verdictsOf } from '../sample.ts'
import { stays } from './stays.ts'

const promises = ({ live }: Shop) => [
  promise.stays(metric('latency', { unit: 'ms' }), { in: live, below: '100ms', stated: says('3', 21) }),
]

test('stays: no declaration refutes it, a measurement has to show it', () => {
  const [found] = verdictsOf(stays, sampleWorld({ promises }))
  assert.ok(found)
  assert.equal(found.verdict, 'assumed')
  assert.deepEqual(linesOf(found), [
    'no declaration refutes that latency stays below 100ms; only a measurement can show it',
  ])
  assert.deepEqual(
    found.assumes.map(({ id, kind }) => [id, kind]),
    [['measurement/live/latency', 'measurement']],
  )
})

test('stays: a measurement that says otherwise breaks it', () => {
  const [found] = verdictsOf(stays, sampleWorld({ promises }, { denied: ['measurement/live/latency'] }))
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), ['a measurement says that latency does not stay below 100ms'])
})

test('stays: between two bounds', () => {
  const world = sampleWorld({
    promises: () => [promise.stays(metric('load', { unit: 'percent' }), { above: '10%', below: '80%' })],
  })
  const [found] = verdictsOf(stays, world)
  assert.equal(found?.says, 'load stays below 80% and above 10%')
  assert.equal(found?.id, 'stays/live/load')
})

for (const [now, verdict] of [
  ['80ms', 'assumed'],
  ['100ms', 'broken'],
  ['0.2s', 'broken'],
] as const) {
  test(`stays: below 100ms, and said to be ${now} now`, () => {
    const latency = metric('latency', { unit: 'ms' })
    const world = sampleWorld({ promises: ({ live }) => [promise.stays(latency, { in: live, below: '100ms', now })] })
    assert.deepEqual(
      verdictsOf(stays, world).map((one) => one.verdict),
      [verdict],
    )
  })
}

for (const [name, exposedBy, verdict, line] of [
  [
    'by whom, nobody says',
    undefined,
    'unknown',
    'load-time is learned by probes, as a user sees it, and nobody says what probes',
  ],
  ['by one that is said', ['a prober outside'], 'assumed', 'a prober outside probes it'],
] as const) {
  test(`stays: probed ${name}`, () => {
    const time = metric('load-time', { unit: 's', seenBy: 'probes', ...(exposedBy && { exposedBy }) })
    const world = sampleWorld({ promises: ({ live }) => [promise.stays(time, { in: live, below: '2s' })] })
    const [found] = verdictsOf(stays, world)
    assert.equal(found?.verdict, verdict)
    assert.equal(found?.because.find(({ rule }) => rule === 'probes')?.says.line, line)
  })
}
