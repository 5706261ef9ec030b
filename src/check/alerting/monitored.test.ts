import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { AnyQuestion } from '../define.ts'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { routed } from './routed.ts'
import { scraped } from './scraped.ts'

const prometheus = (more: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: watch }
spec: { ${more} }
`
const all =
  'serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}, ruleSelector: {}, ruleNamespaceSelector: {}'
const orders = `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders } }
    spec: { containers: [{ name: main, ports: [{ name: metrics, containerPort: 9090 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop, labels: { app: orders } }
spec: { selector: { app: orders }, ports: [{ name: metrics, port: 9090, targetPort: metrics }] }
`
const monitor = (app: string, port = 'metrics') => `---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: orders, namespace: shop }
spec: { selector: { matchLabels: { app: ${app} } }, endpoints: [{ port: ${port} }] }
`
const policy = (namespace: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: orders, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: ${namespace} } } }] }] }
`
const rule = `---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: orders, namespace: shop }
spec: { groups: [] }
`
const alertmanager = (more: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: watch }
spec: { ${more} }
`
const config = (route: string) => `---
apiVersion: monitoring.coreos.com/v1alpha1
kind: AlertmanagerConfig
metadata: { name: orders, namespace: shop }
spec: { route: ${route}, receivers: [{ name: chat }] }
`
const takesAll = 'alertmanagerConfigSelector: {}, alertmanagerConfigNamespaceSelector: {}'

const rows: [name: string, question: AnyQuestion, yaml: string, verdict: string][] = [
  ['all is well', scraped, orders + prometheus(all) + monitor('orders'), 'kept'],
  ['no Prometheus is shown', scraped, orders + monitor('orders'), 'assumed'],
  ['a Prometheus that selects nothing', scraped, orders + prometheus('') + monitor('orders'), 'broken'],
  [
    'one that stays in its namespace',
    scraped,
    orders + prometheus('serviceMonitorSelector: {}') + monitor('orders'),
    'broken',
  ],
  ['a port that the Service has not', scraped, orders + prometheus(all) + monitor('orders', 'http'), 'broken'],
  [
    'a port that the Service has, of pods that nobody shows',
    scraped,
    orders.slice(orders.lastIndexOf('---')) + prometheus(all) + monitor('orders'),
    'unknown',
  ],
  [
    'a port that the Service has and its pods have not',
    scraped,
    orders.replace('targetPort: metrics', 'targetPort: prom') + prometheus(all) + monitor('orders'),
    'broken',
  ],
  ['what it selects may be deployed by others', scraped, orders + prometheus(all) + monitor('till'), 'assumed'],
  [
    'a policy that keeps Prometheus out',
    scraped,
    orders + prometheus(all) + monitor('orders') + policy('edge'),
    'broken',
  ],
  ['a policy that lets it in', scraped, orders + prometheus(all) + monitor('orders') + policy('watch'), 'kept'],
  ['a rule is taken', routed, prometheus(all) + rule, 'kept'],
  ['a rule that is not', routed, prometheus('ruleSelector: { matchLabels: { a: b } }') + rule, 'broken'],
  ['nobody shows who takes it', routed, rule, 'assumed'],
  ['a route to a receiver', routed, alertmanager(takesAll) + config('{ receiver: chat }'), 'kept'],
  [
    'a route to none',
    routed,
    alertmanager(takesAll) + config('{ receiver: chat, routes: [{ receiver: pager }] }'),
    'broken',
  ],
  ['routes that no Alertmanager takes', routed, alertmanager('') + config('{ receiver: chat }'), 'broken'],
]

for (const [name, question, yaml, verdict] of rows) {
  test(`${question.id}: ${name}`, () => {
    const [found] = verdictsOf(question, manifestWorld(yaml))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(question, manifestWorld(yaml, { denied: [id] }))[0]?.verdict, 'broken')
  })
}
