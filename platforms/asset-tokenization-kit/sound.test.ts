// What the document has right: what weighs it holds, and goes red where it is said wrong.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reason } from '../../src/check/verdict.ts'
import { type Correction as Change, change, components, promises } from '../findings/changing.ts'
import { asked } from '../findings/judged.ts'
import asWritten from './as-written.ts'
import { judgedWith } from './judged.ts'

interface Row {
  readonly sound: string
  readonly verdict: string
  readonly rule: string
  /** A part of the line of a reason that holds. */
  readonly shows: string
  /** A change after which one of the reasons by that rule does not hold. */
  readonly unless: Change
}

const rows: readonly Row[] = [
  {
    sound: 'S07, one primary and two replicas, no more than five',
    verdict: 'bounded/production/database-pods',
    rule: 'counted',
    shows: '3, at most 5',
    unless: components(['database'], (options) => ({ ...options, followers: 6 })),
  },
  {
    sound: 'S13, each limit fits on the smallest node that fits',
    verdict: 'withinNode/production/database',
    rule: 'within',
    shows: 'database may take 2 cores; data-1, the largest that takes it, has 4 cores',
    unless: components(['database'], (options) => ({ ...options, limits: { cpu: 5, memory: '4Gi' } })),
  },
  {
    sound: 'S14, S15, S63, what is requested at most has room',
    verdict: 'maxima/kubernetes',
    rule: 'sum',
    shows: '15 cores are requested at most by those that say an amount',
    unless: components(['api-backend'], (options) => ({ ...options, requests: { cpu: 12, memory: '256Mi' } })),
  },
  {
    sound: 'S18, a pool that begins with two',
    verdict: 'pools/kubernetes/application',
    rule: 'number',
    shows: 'application has 2 to 10, changed by an autoscaler',
    unless: change('pool', ['application'], (options) => ({ ...options, scales: 'fixed' })),
  },
  {
    sound: 'S27, infrastructure within the time of the whole',
    verdict: 'recovers/production/disaster-recovery/production',
    rule: 'row',
    shows: 'the infrastructure of production is promised back within 2h',
    unless: promises('recovers', (options) =>
      options.part === 'infrastructure' ? { ...options, within: '5h' } : options,
    ),
  },
  {
    sound: 'S29, a lost region within what administration bears',
    verdict: 'continues/production/administrative functions',
    rule: 'scenario',
    shows: 'complete region failure takes it away for 4h, within 8h',
    unless: change('businessFunction', ['administrative functions'], (options) => ({ ...options, downAtMost: '3h' })),
  },
  {
    sound: 'S31, as available as promised',
    verdict: 'availability/production/performance-targets/budget',
    rule: 'measured',
    shows: '99.95% was measured, no less than the promised 99.9%',
    unless: promises('availability', (options) => (options.now ? { ...options, now: '99.8%' } : options)),
  },
  {
    sound: 'S34, a query within an answer',
    verdict: 'latency/production/api-response-time',
    rule: 'sum',
    shows: 'promised below 200ms, and each asked once takes database-query-time 50ms: 150ms are left',
    unless: promises('stays', (options) => (options.below === '50ms' ? { ...options, below: '250ms' } : options)),
  },
  {
    sound: 'S33, an answer as fast as promised',
    verdict: 'stays/production/api-response-time',
    rule: 'now',
    shows: 'api-response-time is said to be 150ms now',
    unless: promises('stays', (options) => (options.now === '150ms' ? { ...options, now: '250ms' } : options)),
  },
  {
    sound: 'S35, one coverage in both places',
    verdict: 'gated/asset-tokenization-kit/ci-cd',
    rule: 'bound',
    shows: 'line coverage: above 90%',
    unless: change('gate', ['coverage'], (options) => ({ ...options, above: '80%' })),
  },
  {
    sound: 'S57, what is graver is answered sooner',
    verdict: 'graded/asset-tokenization-kit/P3',
    rule: 'order',
    shows: 'what is P2 is no later',
    unless: change('alert', ['performance-degradation'], (options) => ({ ...options, respond: '2h' })),
  },
  {
    sound: 'S58, pager and chat are among the ways',
    verdict: 'told/asset-tokenization-kit/high-error-rate',
    rule: 'offered',
    shows: 'pagerduty is among the ways by which alerts are sent',
    unless: change('component', ['alert-manager'], (options) => ({ ...options, receivers: [] })),
  },
  {
    sound: 'S59, a standard that is only being worked on',
    verdict: 'complies/asset-tokenization-kit/SOC 2 Type II',
    rule: 'plan',
    shows: 'SOC 2 Type II is in progress: nothing claims that it is met',
    unless: change('standard', ['SOC 2 Type II'], (options) => ({ ...options, status: 'compliant' })),
  },
  {
    sound: 'S67, storage is ordered in time',
    verdict: 'forecasts/asset-tokenization-kit/storage',
    rule: 'room',
    shows:
      '2T, counted from 2026-11-21, that grow by 50% every quarter are 10T on 2027-11-18: 1 month before that more has to be ordered',
    unless: change('forecast', ['storage'], (options) => ({ ...options, lead: '18 months' })),
  },
]

for (const { sound, verdict, rule, shows } of rows)
  test(`sound: ${sound}`, () => {
    const found = byRule(judgedWith().verdicts.get(verdict)?.because, rule)
    assert.ok(found.length > 0, `${verdict} has no reason by ${rule}`)
    const holding = found.filter(({ truth }) => truth === true).map(({ says }) => says.line)
    assert.ok(
      holding.some((line) => line.includes(shows)),
      holding.join('\n'),
    )
  })

for (const { sound, verdict, rule, shows, unless } of rows)
  test(`and said wrong it is not: ${sound}`, () => {
    const after = asked(unless(asWritten), [verdict.split('/')[0] ?? '']).get(verdict)
    const holding = byRule(after?.because, rule).filter(({ truth }) => truth === true)
    assert.ok(!holding.some(({ says }) => says.line.includes(shows)), 'it holds all the same')
    if (after) assert.notEqual(after.verdict, 'kept')
  })

const unblamed: readonly (readonly [sound: string, words: RegExp])[] = [
  ['S42, S43, S44, commands that Helm knows', /helm (?:test|lint|template)/],
  ['S12, requests below limits', /requests? .* (?:above|over) (?:its|the) limit/],
  ['S19, S20, S21, how volumes are mounted', /ReadWrite(?:Once|Many)/],
  ['S30, no rows of their own to lose', /(?:infrastructure|application|network) .* may be lost/],
  ['S52, keys that are replaced every quarter', /keys? .* every quarter/],
]

for (const [sound, words] of unblamed)
  test(`sound: nothing that is broken says ${sound}`, () => {
    const broken = [...judgedWith().verdicts.values()].flatMap(({ because }) => because)
    const lines = broken.filter(({ truth }) => truth === false).map(({ says }) => says.line)
    assert.ok(lines.length > 50)
    assert.deepEqual(
      lines.filter((line) => words.test(line)),
      [],
    )
  })

function byRule(because: readonly Reason[] = [], rule: string): readonly Reason[] {
  return because.filter((reason) => reason.rule === rule)
}
