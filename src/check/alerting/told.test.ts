import assert from 'node:assert/strict'
import { test } from 'node:test'
import { alertmanager } from '../../platform/component/alertmanager.ts'
import { prometheus } from '../../platform/component/prometheus.ts'
import { type AlertOptions, alert } from '../../platform/language/alert.ts'
import { above, always, trend } from '../../platform/language/condition.ts'
import { metric } from '../../platform/language/metric.ts'
import { type ReceiverOptions, receiver } from '../../platform/language/receiver.ts'
import { team } from '../../platform/language/team.ts'
import type { Alert } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { told } from './told.ts'

const latency = metric('checkout_latency_seconds', { unit: 's' })
const slow = (severity: string, to: Partial<ReceiverOptions>, more: Partial<AlertOptions> = {}) =>
  alert('slow', { when: above(latency, '2s'), severity, to: receiver('on call', { by: 'PagerDuty', ...to }), ...more })
const sign = (to: Partial<ReceiverOptions>) => slow('none', to, { when: always() })
const watched: ShopOptions = {
  more: () => [
    prometheus('prometheus', { operatedBy: 'prometheus-operator', every: '15s', evaluates: '30s' }),
    alertmanager('alertmanager'),
  ],
}

const rows: [name: string, alert: Alert, options: ShopOptions, verdict: Word, lines: readonly string[]][] = [
  [
    'of its severity',
    slow('critical', { severities: ['critical'] }),
    {},
    'kept',
    ['on call is told of what is critical'],
  ],
  ['of any severity', slow('critical', {}), watched, 'kept', reached('75s')],
  [
    'of other severities alone',
    slow('warning', { severities: ['critical', 'page'] }),
    {},
    'broken',
    ['it is warning, and on call is told of what is critical or page alone'],
  ],
  [
    'a sign of life, where one is expected',
    sign({ expects: '5m' }),
    {},
    'kept',
    ['a sign of life, which on call expects every 5m'],
  ],
  [
    'something else, where a sign of life is expected',
    slow('critical', { expects: '5m' }),
    {},
    'broken',
    ['on call takes whatever it hears for the sign of life that it expects every 5m, and tells nobody'],
  ],
  ['as soon as it may be', slow('critical', {}, { for: '10m' }), watched, 'kept', reached('11m15s')],
  [
    'of what is learned from logs',
    slow('critical', {}, { when: above(metric('failed_logins', { seenBy: 'logs' }), 10) }),
    {},
    'unknown',
    ['slow looks at failed_logins, which is learned from logs: nobody says what looks at those, and tells of it'],
  ],
  [
    'by a way that Alertmanager does not know',
    slow('critical', { by: 'a bell' }),
    watched,
    'assumed',
    ['on call is reached by a bell, which takes what Alertmanager posts', 'on call hears of it after at most 75s'],
  ],
]

const chat = receiver('chat', { by: 'Slack' })
const duty = team('people on duty', { reachedBy: [chat] })
const lead = team('lead')

const passedOn: [name: string, more: Partial<AlertOptions>, verdict: Word, lines: readonly string[]][] = [
  ['to several, each by its way', { to: [receiver('on call', { by: 'PagerDuty' }), chat] }, 'kept', []],
  [
    'by a way that is not among those that send',
    { to: receiver('phone', { by: 'phone' }) },
    'broken',
    ['it goes to phone, and the ways by which alerts are sent are chat, on call'],
  ],
  ['on to people who can be told', { escalates: [duty] }, 'kept', []],
  [
    'on to people whom nobody can tell',
    { escalates: [lead] },
    'unknown',
    ['nobody says who lead is, whom on call tells'],
  ],
  [
    'first to people whom its own ways tell, and on to others whom nobody can tell',
    { escalates: [lead, { to: team('manager'), after: '10m' }] },
    'unknown',
    ['nobody says who lead is, whom on call tells, nor how manager is told'],
  ],
  [
    'on to the next, nobody says when',
    { respond: '5m', escalates: [duty, chat] },
    'unknown',
    ['nobody says after how long it goes on to the next'],
  ],
  ['on to the next, in time', { respond: '5m', escalates: [duty, { to: chat, after: '5m' }] }, 'kept', []],
  [
    'on to the next before the first had their time',
    { respond: '5m', escalates: [duty, { to: chat, after: '2m' }] },
    'broken',
    ['it goes on to chat before those who are told first had the 5m that they are given'],
  ],
  ['when nobody says what makes it fire', { when: undefined }, 'unknown', ['nobody says what makes slow fire']],
  [
    'by a trend that nobody says',
    { when: trend(latency) },
    'unknown',
    ['slow fires by the trend of checkout_latency_seconds, and nobody says which trend that is'],
  ],
]

for (const [name, more, verdict, lines] of passedOn) {
  test(`told: ${name}`, () => {
    const onCall = receiver('on call', { by: 'PagerDuty' })
    const sends = alertmanager('alertmanager', { operatedBy: 'hand', receivers: [onCall, chat] })
    const slow = alert('slow', { when: above(latency, '2s'), severity: 'P1', to: onCall, ...more })
    const [found] = verdictsOf(told, sampleWorld({ more: () => [sends], alerts: () => [slow] }))
    assert.equal(found?.verdict, verdict)
    assert.deepEqual(verdict === 'kept' ? [] : found && linesOf(found), lines)
  })
}

function reached(within: string): readonly string[] {
  return [
    'on call is reached by PagerDuty, which Alertmanager writes to itself',
    `on call hears of it after at most ${within}`,
  ]
}

for (const [name, one, options, verdict, lines] of rows) {
  test(`told: ${name}`, () => {
    const [found, ...others] = verdictsOf(told, sampleWorld({ ...options, alerts: () => [one] }))
    assert.ok(found)
    assert.deepEqual([found.id, found.verdict, others.length], ['told/shop/slow', verdict, 0])
    assert.deepEqual(linesOf(found), lines)
  })
}

test('told: the times that it takes are added up', () => {
  const [found] = verdictsOf(told, sampleWorld({ ...watched, alerts: () => [slow('critical', {}, { for: '10m' })] }))
  assert.deepEqual(found?.because.at(-1)?.says.rows, [
    ['until the next scrape', '15s'],
    ['until the rule is evaluated', '30s'],
    ['it must hold', '10m'],
    ['group_wait of the Alertmanager', '30s'],
  ])
})

test('told: what is assumed is broken where it is denied', () => {
  const options = { ...watched, alerts: () => [slow('critical', { by: 'a bell' })] }
  const [found] = verdictsOf(told, sampleWorld(options, { denied: ['webhook/on call'] }))
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), [
    'on call is reached by a bell, which does not take what Alertmanager posts',
  ])
})

test('told: an alert that goes to nobody that is said has no verdict', () => {
  assert.deepEqual(verdictsOf(told, sampleWorld({ alerts: () => [slow('critical', {}, { to: undefined })] })), [])
})

test('told: what is routed by its severity needs no receiver of its own', () => {
  const routed = alert('slow', { when: above(latency, '2s'), severity: 'P1' })
  assert.deepEqual(verdictsOf(told, sampleWorld({ alerts: () => [routed] })), [])
})

test('told: nobody, of no severity', () => {
  const [found] = verdictsOf(told, sampleWorld({ alerts: () => [alert('slow', { when: above(latency, '2s') })] }))
  assert.equal(found?.verdict, 'unknown')
  assert.deepEqual(found && linesOf(found), ['nobody says how severe slow is, nor who is told of it'])
})
