import assert from 'node:assert/strict'
import { test } from 'node:test'
import { monitoredWorld } from './monitored-world.ts'
import { silenced } from './silenced.ts'

const rules = `---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: shop }
spec:
  groups:
    - name: shop
      rules:
        - { alert: Watchdog, expr: vector(1), labels: { severity: none } }
        - { alert: Down, expr: sum(up) < 2, labels: { severity: critical } }
        - { alert: Slow, expr: latency > 2, labels: { severity: critical } }
---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: watch }
spec: { ruleSelector: {} }
`
const file = (rule: string) => `route: { receiver: a }\nreceivers: [{ name: a }]\ninhibit_rules: [${rule}]\n`

const rows: [name: string, rule: string, silenced: readonly string[]][] = [
  [
    'all that is critical',
    `{ source_matchers: ['alertname="Watchdog"'], target_matchers: ['severity="critical"'] }`,
    ['Down while Watchdog fires', 'Slow while Watchdog fires'],
  ],
  [
    'in the words of before',
    '{ source_match: { alertname: Watchdog }, target_match_re: { severity: crit.* } }',
    ['Down while Watchdog fires', 'Slow while Watchdog fires'],
  ],
  [
    'a label that both lack is equal',
    `{ source_matchers: ['severity="none"'], target_matchers: ['severity="critical"'], equal: [team] }`,
    ['Down while Watchdog fires'],
  ],
  [
    'a label that differs',
    `{ source_matchers: ['severity="none"'], target_matchers: ['severity="critical"'], equal: [alertname] }`,
    [],
  ],
  [
    'a source that may be quiet',
    `{ source_matchers: ['alertname="Down"'], target_matchers: ['severity="critical"'] }`,
    [],
  ],
]

for (const [name, rule, said] of rows) {
  test(`silenced: ${name}`, () => {
    const [advice] = [...silenced(monitoredWorld(rules, { plain: { 'alertmanager.yml': file(rule) } }))]
    assert.deepEqual(
      (advice?.says.rows ?? []).map((row) => row.join(' ')),
      said,
    )
  })
}
