// Alerts with several receivers, stacks that gather records, and what watches environments: what is refused, and the twin
// that is not.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import {
  above,
  alert,
  alertmanager,
  cluster,
  environment,
  logging,
  metric,
  monitoring,
  PlatformProblems,
  platform,
  prometheus,
  receiver,
  service,
  team,
  tracing,
} from '../../index.ts'
import { traitsOf } from '../traits.ts'
import type { PlatformOptions } from './platform.ts'

const east = cluster('east', { kubernetes: '1.36', nodes: [] })
const checkout = service('checkout', { listens: 8080 })
const live = environment('live', { on: east, namespace: 'live', runs: [checkout] })
const later = environment('later', { on: east, namespace: 'later' })
const metrics = prometheus('metrics')
const pager = receiver('pager', { by: 'PagerDuty' })
const chat = receiver('chat', { by: 'Slack' })
const onCall = team('on call', { reachedBy: [pager] })
const latency = metric('latency', { unit: 'ms', quantile: 'p95' })
const when = above(latency, '2s')
const standing = 'an environment of the platform that is not planned: live'

const rows: [name: string, options: Partial<PlatformOptions>, told: readonly string[]][] = [
  ['one receiver', { alerts: [alert('slow', { when, severity: 'P1', to: pager })] }, []],
  [
    'several, and who takes it on',
    {
      alerts: [
        alert('slow', {
          when,
          severity: 'P1',
          to: [pager, chat],
          respond: '5m',
          escalates: [onCall, { to: chat, after: '15m' }],
        }),
      ],
    },
    [],
  ],
  ['nobody says when it fires', { alerts: [alert('slow', { severity: 'P1', to: pager, respond: 'immediately' })] }, []],
  [
    'two conditions',
    { alerts: [alert('slow', { when: { ...when, below: '1s' }, severity: 'P1' })] },
    [
      'alert slow: when: found 2 of them, allowed: exactly one of above, below, absent, rises, occurs, trend, down and always',
    ],
  ],
  [
    'a name is no receiver',
    { alerts: [alert('slow', { when, severity: 'P1', to: 'pager' as unknown as typeof pager })] },
    ["alert slow: to: found 'pager', allowed: a receiver or a team; or a list, each a receiver or a team"],
  ],
  ['a watched environment', { monitoring: [monitoring('watch', { by: [metrics], covers: [live] })] }, []],
  [
    'one that does not stand',
    { monitoring: [monitoring('watch', { by: [metrics], covers: [later] })] },
    [`monitoring watch: covers[0]: found 'later', allowed: ${standing}`],
  ],
  [
    'told where it stands in what is written',
    { monitoring: [monitoring('watch', { by: [metrics], covers: [live, later] })] },
    [`monitoring watch: covers[1]: found 'later', allowed: ${standing}`],
  ],
  [
    'its own backup',
    { monitoring: [monitoring('watch', { by: [metrics], covers: [live], backedBy: [metrics] })] },
    ['monitoring watch: backedBy[0]: found metrics, of which it consists, allowed: what stands apart from it'],
  ],
]

for (const [name, options, told] of rows) {
  test(`monitoring: ${name}`, () => assert.deepEqual(problemsOf(options), told))
}

function problemsOf(options: Partial<PlatformOptions>): readonly string[] {
  try {
    platform('shop', { environments: [live], ...options })
    return []
  } catch (error) {
    if (!(error instanceof PlatformProblems)) throw error
    return error.problems.map(({ of, path, found, allowed }) => `${of}: ${path}: found ${found}, allowed: ${allowed}`)
  }
}

test('logs are gathered by a Deployment, or once on each node', () => {
  const keeps = [{ tier: 'hot', for: '30d' }] as const
  const [once, each] = [logging('logs', { keeps, format: 'json' }), logging('logs', { onEachNode: true })]
  assert.deepEqual(
    [once, each].map((one) => traitsOf(one).runs.map(({ controller }) => controller)),
    [['Deployment'], ['DaemonSet']],
  )
  assert.deepEqual(traitsOf(once).gathers, { records: 'logs', format: 'json', keeps, samples: [] })
})

test('traces say when it is decided which are kept', () => {
  const samples = [{ of: 'errors', share: '100%' }] as const
  const { gathers } = traitsOf(tracing('traces', { samples, decides: 'tail', propagates: 'w3c' }))
  assert.deepEqual(gathers, { records: 'traces', decides: 'tail', propagates: 'w3c', keeps: [], samples })
})

test('an Alertmanager that is run by hand is a Deployment, with the ways that it knows', () => {
  const { runs, notifies } = traitsOf(alertmanager('alerts', { operatedBy: 'hand', receivers: [pager] }))
  assert.deepEqual(
    runs.map(({ name, controller }) => [name, controller]),
    [['alerts', 'Deployment']],
  )
  assert.deepEqual(notifies, { operatedBy: 'hand', receivers: [pager] })
})
