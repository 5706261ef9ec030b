import assert from 'node:assert/strict'
import { test } from 'node:test'
import { routingOf } from '../../estate/monitoring/route-tree.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { endingsOf } from './endings.ts'
import { shadowedIn } from './shadowed.ts'

const file = `
route:
  receiver: none
  routes:
    - matchers: ['severity = page']
      receiver: pager
      routes:
        - match: { team: till }
          receiver: till-pager
    - matchers: ['{severity=~"ticket|info", team!="till"}']
      receiver: chat
      continue: true
    - match_re: { alertname: 'Orders.*' }
      receiver: orders
    - matchers: [severity="page", team="orders"]
      receiver: never
    - matchers: [a="1", a="2"]
receivers:
  - name: none
  - { name: pager, pagerduty_configs: [{ routing_key: x }] }
  - { name: chat, slack_configs: [] }
`
const [other] = readManifests(file, 'alertmanager.yml').others
const routing = routingOf(other?.value)
const { route } = routing
assert.ok(route)

const unknown = Symbol('unknown')
const rows: [labels: { readonly [label: string]: string | typeof unknown }, receivers: readonly string[]][] = [
  [{ severity: 'page' }, ['pager']],
  [{ severity: 'page', team: 'till' }, ['till-pager']],
  [{ severity: 'page', team: unknown }, ['till-pager', 'pager']],
  [{ severity: 'info' }, ['chat']],
  [{ severity: 'info', team: 'till' }, ['none']],
  [{ severity: 'ticket', alertname: 'OrdersSlow' }, ['chat', 'orders']],
  [{ alertname: 'Watchdog' }, ['none']],
  [{ severity: unknown }, ['pager', 'chat', 'none']],
]

for (const [labels, receivers] of rows) {
  test(`endings: ${JSON.stringify(labels, (_, value) => (value === unknown ? '?' : value))}`, () => {
    const known = (label: string) => {
      const value = Object.hasOwn(labels, label) ? labels[label] : ''
      return typeof value === 'symbol' ? undefined : value
    }
    assert.deepEqual(
      endingsOf(route, known).map(({ receiver }) => receiver),
      receivers,
    )
  })
}

test('endings: who of the receivers tells anybody', () => {
  assert.deepEqual(
    routing.receivers.map(({ name, tells }) => [name, tells]),
    [
      ['none', false],
      ['pager', true],
      ['chat', false],
    ],
  )
})

test('shadowed: a route after one that takes all of it, and one that wants what cannot be', () => {
  assert.deepEqual(
    shadowedIn(route).map(({ route: { path }, by }) => [path.at(-1), by?.path.at(-1)]),
    [
      [3, 0],
      [4, undefined],
    ],
  )
})

test('route-tree: the resource of the operator says the same in its own words', () => {
  const spec = {
    route: {
      receiver: 'a',
      routes: [
        {
          matchers: [
            { name: 'x', value: 'y', matchType: '!=' },
            { name: 'z', value: 'w.*', regex: true },
          ],
        },
        { matchers: [{ name: 'x', matchType: '?' }], muteTimeIntervals: ['night'] },
      ],
    },
    timeIntervals: [{ name: 'day' }],
  }
  const read = routingOf(spec)
  assert.deepEqual(
    read.route?.routes.map(({ matchers }) => matchers),
    [
      [
        { label: 'x', op: '!=', value: 'y' },
        { label: 'z', op: '=~', value: 'w.*' },
      ],
      undefined,
    ],
  )
  assert.deepEqual(read.intervals, ['day'])
  assert.deepEqual(read.route?.routes[1]?.intervals, [
    { name: 'night', path: ['route', 'routes', 1, 'muteTimeIntervals', 0] },
  ])
})
