import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monitoredWorld } from './monitored-world.ts'
import { shadowed } from './shadowed.ts'
import { unrouted } from './unrouted.ts'

const prometheus = (more = '') => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: watch }
spec: { ruleSelector: {}${more} }
`
const rule = (severity: string, expr = 'up == 0') => `---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: shop }
spec: { groups: [{ name: shop, rules: [{ alert: Down, expr: ${JSON.stringify(expr)}, labels: { severity: ${severity} } }] }] }
`
const file = (routes: string) => `route: { receiver: none, routes: [${routes}] }
receivers: [{ name: none }, { name: pager, webhook_configs: [{ url: 'http://relay' }] }]
`
const onCritical = file('{ receiver: pager, matchers: [severity="critical"] }')

const rows: [name: string, yaml: string, routes: string, rows: readonly string[]][] = [
  [
    'the labels differ',
    prometheus() + rule('page'),
    onCritical,
    ['Down severity page ends at none, which tells nobody'],
  ],
  ['the labels meet', prometheus() + rule('critical'), onCritical, []],
  ['nobody is meant to be woken', prometheus() + rule('info'), onCritical, []],
  [
    'a label that the series may have',
    prometheus() + rule('page'),
    file('{ receiver: pager, matchers: [team="shop"] }'),
    [],
  ],
  [
    'a label that the expression takes away',
    prometheus() + rule('page', 'sum by (job) (up) < 2'),
    file('{ receiver: pager, matchers: [namespace="shop"] }'),
    ['Down severity page ends at none, which tells nobody: its expression leaves it no label namespace'],
  ],
  [
    'a label that Prometheus adds',
    prometheus(', externalLabels: { team: shop }') + rule('page', 'sum(up) < 2'),
    file('{ receiver: pager, matchers: [team="shop"] }'),
    [],
  ],
  [
    'Prometheus may rewrite it',
    prometheus(', additionalAlertRelabelConfigs: { name: a, key: b }') + rule('page'),
    onCritical,
    [],
  ],
  ['no Prometheus is shown', rule('page'), onCritical, []],
]

for (const [name, yaml, routes, said] of rows) {
  test(`unrouted: ${name}`, () => {
    const [advice] = [...unrouted(monitoredWorld(yaml, { plain: { 'alertmanager.yml': routes } }))]
    assert.deepEqual(
      (advice?.says.rows ?? []).map((row) => row.join(' ')),
      said,
    )
  })
}

const operated = (more = '') => `---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: watch }
spec: { alertmanagerConfiguration: { name: root }, alertmanagerConfigSelector: {}, alertmanagerConfigNamespaceSelector: {}${more} }
---
apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: root, namespace: watch }
spec: { route: { receiver: none }, receivers: [{ name: none }] }
---
apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: shop, namespace: shop }
spec: { route: { receiver: pager }, receivers: [{ name: pager, webhookConfigs: [{ url: 'http://relay' }] }] }
`

test('unrouted: routes of a namespace take what has its label', () => {
  const of = (expr: string, more = '') =>
    [...unrouted(monitoredWorld(prometheus() + operated(more) + rule('page', expr)))].map(({ says }) => says.line)
  const lost = '1 alert is meant to wake somebody and ends where nobody is told'
  assert.deepEqual(of('sum by (namespace) (up) < 2'), [])
  assert.deepEqual(of('sum by (job) (up) < 2'), [lost])
  assert.deepEqual(of('up{namespace="till"} < 1'), [lost])
  assert.deepEqual(of('up{namespace="shop"} < 1'), [])
  assert.deepEqual(of('sum by (job) (up) < 2', ', alertmanagerConfigMatcherStrategy: { type: None }'), [])
})

test('shadowed: a route after one that takes all', () => {
  const of = (routes: string) =>
    [...shadowed(monitoredWorld('', { plain: { 'alertmanager.yml': file(routes) } }))].flatMap(
      ({ says }) => says.rows ?? [],
    )
  assert.deepEqual(of('{ receiver: pager }, { receiver: none, matchers: [a="b"] }'), [
    ['alertmanager.yml', 'a="b" → none: everything → pager stands before it and takes them all'],
  ])
  assert.deepEqual(of('{ receiver: pager, continue: true }, { receiver: none, matchers: [a="b"] }'), [])
  assert.deepEqual(of('{ receiver: pager, matchers: [a="b", a="c"] }'), [
    ['alertmanager.yml', 'a="b", a="c" → pager: no alert has such labels at once'],
  ])
})
