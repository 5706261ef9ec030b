import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, verdictsOf } from '../sample.ts'
import { monitoredWorld } from './monitored-world.ts'
import { routed } from './routed.ts'

const file = (route: string, more = '') => `route: ${route}\nreceivers: [{ name: chat }, { name: pager }]\n${more}`

const rows: [name: string, text: string, line: string | undefined][] = [
  ['every receiver is there', file('{ receiver: chat, routes: [{ receiver: pager }] }'), undefined],
  [
    'a receiver that is not',
    file('{ receiver: chat, routes: [{ receiver: pagr }] }'),
    'a route names the receiver pagr, which is not among chat, pager; Alertmanager refuses the whole file',
  ],
  [
    'no receiver to fall back to',
    file('{ group_by: [job], routes: [{ receiver: chat }] }'),
    'its first route names no receiver, and the rest would have none to fall back to; Alertmanager refuses the whole file',
  ],
  [
    'a first route that takes a part',
    file(`{ receiver: chat, matchers: ['a="b"'] }`),
    'its first route has matchers, and must take every alert; Alertmanager refuses the whole file',
  ],
  [
    'a first route that goes on',
    file('{ receiver: chat, continue: true }'),
    'its first route continues, and there is nothing beside it; Alertmanager refuses the whole file',
  ],
  [
    'a time interval that is not there',
    file(
      '{ receiver: chat, routes: [{ receiver: pager, mute_time_intervals: [nights] }] }',
      'time_intervals: [{ name: night }]',
    ),
    'a route names the time interval nights, which is not among night; Alertmanager refuses the whole file',
  ],
  [
    'a time interval that is',
    file(
      '{ receiver: chat, routes: [{ receiver: pager, active_time_intervals: [night] }] }',
      'mute_time_intervals: [{ name: night }]',
    ),
    undefined,
  ],
]

for (const [name, text, line] of rows) {
  test(`routed: ${name}, in a plain file and in a Secret`, () => {
    const secret = `apiVersion: v1
kind: Secret
metadata: { name: routes, namespace: watch }
stringData: { alertmanager.yaml: ${JSON.stringify(text)} }
`
    for (const world of [monitoredWorld('', { plain: { 'alertmanager.yml': text } }), monitoredWorld(secret)]) {
      const [found] = verdictsOf(routed, world)
      assert.equal(found?.verdict, line ? 'broken' : 'kept')
      if (line) assert.deepEqual(found && linesOf(found), [line])
    }
  })
}

test('routed: an AlertmanagerConfig falls back to a receiver of its own', () => {
  const config = (route: string) => `apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: shop, namespace: shop }
spec: { ${route} receivers: [{ name: chat }] }
`
  const verdictOf = (route: string) => verdictsOf(routed, monitoredWorld(config(route)))[0]
  assert.equal(verdictOf('')?.verdict, 'assumed')
  assert.equal(verdictOf('route: { receiver: chat, matchers: [{ name: a, value: b }] },')?.verdict, 'assumed')
  assert.deepEqual(linesOf(verdictOf('route: { routes: [{ receiver: chat }] },') ?? assert.fail()), [
    'its first route names no receiver, and the rest would have none to fall back to; the whole AlertmanagerConfig is left out',
  ])
})
