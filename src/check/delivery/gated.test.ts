import assert from 'node:assert/strict'
import { test } from 'node:test'
import { branch } from '../../platform/language/branch.ts'
import { gate, pipeline, stage } from '../../platform/language/pipeline.ts'
import type { PlatformOptions } from '../../platform/language/platform.ts'
import { promise } from '../../platform/language/promise.ts'
import { promotion } from '../../platform/language/promotion.ts'
import { team } from '../../platform/language/team.ts'
import type { Environment, Gate, Stage, Team } from '../../platform/model.ts'
import { linesOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { gated } from './gated.ts'
import { askedOf, type Places } from './sample-plans.ts'

const lead = team('lead')
const managers = team('managers')

function gates(first: Gate, second: Gate): Partial<PlatformOptions> {
  const stages = [
    stage('look', { does: ['analyse'], gates: [first] }),
    stage('hold', { does: ['verify'], gates: [second] }),
  ]
  return { pipelines: [pipeline('ship', { on: ['push'], stages })] }
}

function requiring(tests: Stage['tests'], place?: 'trial' | 'live') {
  return ({ trial, live }: Places): Partial<PlatformOptions> => ({
    pipelines: [
      pipeline('ship', {
        on: ['push'],
        stages: [stage('try', { does: ['test'], tests, ...(place && { in: place === 'live' ? live : trial }) })],
      }),
    ],
    promotions: [promotion({ from: trial, to: live, requires: ['integration'] })],
  })
}

function agreeing(trial: Environment, live: Environment, approvers: readonly Team[]): Partial<PlatformOptions> {
  const stages = [stage('ask', { does: ['approve'], approvers }), stage('out', { does: ['deploy'], in: live })]
  return {
    pipelines: [pipeline('ship', { on: ['push'], stages })],
    promotions: [promotion({ from: trial, to: live, approvers: [lead] })],
  }
}

function checked(on: 'pull-request' | 'push' | 'merge', stages: readonly Stage[], any = false) {
  return (): Partial<PlatformOptions> => {
    const main = branch('main', { checks: ['security'] })
    return { branches: [main], pipelines: [pipeline('look', { on: [on], ...(!any && { branches: [main] }), stages })] }
  }
}

const attacks = [stage('attack', { does: ['test'], tests: ['security'] })]

const rows: [
  name: string,
  plans: (places: Places) => Partial<PlatformOptions>,
  verdict: Word | undefined,
  line: string,
][] = [
  ['nothing is held', () => ({}), undefined, ''],
  [
    'one bound',
    () => gates(gate('a', { measures: 'coverage', above: '90%' }), gate('b', { measures: 'Coverage', above: '90%' })),
    'kept',
    'coverage: above 90%',
  ],
  [
    'two bounds of one measure',
    () =>
      gates(
        gate('a', { measures: 'scan', none: ['critical'] }),
        gate('b', { measures: 'scan', none: ['high', 'critical'] }),
      ),
    'broken',
    'scan has 2 bounds, and a version between them passes one and not the other',
  ],
  [
    'approved by others in the pipeline than on the way that it takes',
    ({ trial, live }) => agreeing(trial, live, [managers]),
    'broken',
    'who agrees to what comes to live is said in 2 ways',
  ],
  [
    'approved by the same',
    ({ trial, live }) => agreeing(trial, live, [lead]),
    'kept',
    'whichever way says it, lead agree to what comes to live',
  ],
  [
    'another bound that only tells',
    () =>
      gates(
        gate('a', { measures: 'scan', none: ['critical'] }),
        gate('b', { measures: 'scan', atMost: 3, blocks: false }),
      ),
    'kept',
    'scan: no critical',
  ],
  [
    'bounds of two measures',
    () => gates(gate('a', { atLeast: 'A' }), gate('b', { below: '5%' })),
    'kept',
    'a: A at least',
  ],
  [
    'what is required is tried',
    requiring(['integration']),
    'kept',
    'integration tests, which the promotion from trial to live requires: try',
  ],
  [
    'what is required is tried there',
    requiring(['integration'], 'trial'),
    'kept',
    'integration tests, which the promotion from trial to live requires: try',
  ],
  [
    'what is required is not tried',
    requiring(['unit']),
    'broken',
    'the promotion from trial to live requires integration tests, and no stage tries them',
  ],
  [
    'what is required is named where nothing is tried',
    ({ trial, live }) => ({
      pipelines: [
        pipeline('ship', { on: ['push'], stages: [stage('try', { does: ['build'], tests: ['integration'] })] }),
      ],
      promotions: [promotion({ from: trial, to: live, requires: ['integration'] })],
    }),
    'broken',
    'the promotion from trial to live requires integration tests, and no stage tries them',
  ],
  [
    'what is required is tried too late',
    requiring(['integration'], 'live'),
    'broken',
    'the promotion from trial to live requires integration tests, and no stage tries them',
  ],
  [
    'nobody says what is tried',
    ({ trial, live }) => ({ promotions: [promotion({ from: trial, to: live, requires: ['all'] })] }),
    'unknown',
    'the promotion from trial to live requires everything that is tried, and nobody says what tries them',
  ],
  [
    'a check of what is proposed',
    checked('pull-request', attacks),
    'kept',
    'security tests, which main requires: attack',
  ],
  [
    'a check by a scan',
    checked('pull-request', [stage('scan', { does: ['analyse'], scans: ['dependencies'] })]),
    'kept',
    'security tests, which main requires: scan',
  ],
  [
    'a check of whatever is pushed to any branch',
    checked('push', attacks, true),
    'kept',
    'security tests, which main requires: attack',
  ],
  [
    'a check that nothing reports',
    checked('pull-request', [stage('try', { does: ['test'], tests: ['unit'] })]),
    'broken',
    'main requires security tests of each change, and no stage of look tries them: nothing can be merged',
  ],
  [
    'a check once it is merged',
    checked('push', attacks),
    'unknown',
    'main requires security tests of each change, and nobody says what tries a change before it is merged',
  ],
  [
    'a gate that lets everything through',
    ({ trial, live }) => ({
      promotions: [promotion({ from: trial, to: live, requires: [gate('docs', { blocks: false })] })],
    }),
    'broken',
    'the promotion from trial to live requires docs, which lets everything through',
  ],
  [
    'one who waves through and agrees, where it takes two',
    ({ trial, live }) => ({
      ...gates(gate('quality', { atLeast: 'A', bypassedBy: [lead] }), gate('b')),
      promotions: [promotion({ from: trial, to: live, approvers: [lead] })],
      promises: [promise.changes('byTwo', { in: live })],
    }),
    'broken',
    'one of lead may wave a version through, and agrees to it next',
  ],
  [
    'another one who agrees',
    ({ trial, live }) => ({
      ...gates(gate('quality', { atLeast: 'A', bypassedBy: [lead] }), gate('b')),
      promotions: [promotion({ from: trial, to: live, approvers: [managers] })],
    }),
    'kept',
    'quality: A at least',
  ],
  [
    'two who agree',
    ({ trial, live }) => ({
      ...gates(gate('quality', { atLeast: 'A', bypassedBy: [lead] }), gate('b')),
      promotions: [promotion({ from: trial, to: live, approvers: [{ team: lead, count: 2 }] })],
    }),
    'kept',
    'quality: A at least',
  ],
]

for (const [name, plans, verdict, line] of rows) {
  test(`gated: ${name}`, () => {
    const found = askedOf(gated, plans)
    const worst = found.find((one) => one.verdict === 'broken') ?? found[0]
    assert.equal(worst?.verdict, verdict, worst && linesOf(worst).join('\n'))
    const lines = worst?.because.map(({ says }) => says.line) ?? []
    if (verdict !== undefined) assert.ok(lines.includes(line), lines.join('\n'))
  })
}

test('what rows require no version waits for: nobody says what makes it', () => {
  const found = askedOf(gated, ({ live, standby }) => ({
    ...gates(gate('a'), gate('b')),
    promotions: [promotion({ from: live, to: standby, on: 'replication', requires: ['consistency'] })],
  })).find(({ environment }) => environment === 'standby')
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(found && linesOf(found), [
    'the promotion from live to standby carries rows alone: nobody says what makes the consistency tests that it requires',
  ])
})
