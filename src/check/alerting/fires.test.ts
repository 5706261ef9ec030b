import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { fires } from './fires.ts'
import { type MonitoredOptions, monitoredWorld } from './monitored-world.ts'
import { scraped } from './scraped.ts'

const prometheus = (more = '') => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: watch }
spec: { ruleSelector: {}, ruleNamespaceSelector: {}, serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {}${more} }
`
const group = (rules: string) => `groups: [{ name: shop, rules: [${rules}] }]`
const held = (rules: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: shop }
spec: { ${group(rules)} }
`
const alert = (expr: string) => `{ alert: Slow, expr: ${JSON.stringify(expr)} }`
const record = (name: string, expr: string) => `{ record: "${name}", expr: ${JSON.stringify(expr)} }`

const scrapedOrders = `---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop }
spec: { selector: { app: orders }, ports: [{ name: metrics, port: 9090 }] }
---
apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata: { name: orders, namespace: shop }
spec: { selector: {}, endpoints: [{ port: metrics }] }
`

const rows: [name: string, yaml: string, verdict: Word, line: string, options?: MonitoredOptions][] = [
  ['what somebody may expose', held(alert('latency > 3')), 'assumed', 'it may be: latency > 3'],
  ['what Prometheus makes itself', held(alert('up{job="orders"} == 0')), 'kept', 'it may be: up{job="orders"} == 0'],
  ['absence needs nothing', held(alert('absent(latency)')), 'kept', 'it may be: absent(latency)'],
  [
    'a comparison that is never true',
    held(alert('count(up == 0) == 0')),
    'broken',
    'count(up == 0) is at least 1, so == 0 is never true',
  ],
  [
    'sides without a common label',
    held(alert('sum by (job) (errors) / total{namespace="shop"} > 0.1')),
    'broken',
    'the sides of / never have the same labels: on the left no label namespace, on the right namespace="shop"',
  ],
  [
    'matchers that exclude each other',
    held(alert('latency{job="a", job="b"} > 1')),
    'broken',
    'latency{job="a", job="b"} selects nothing: no label is job="a" and job="b" at once',
  ],
  [
    'an expression that is none, which a Prometheus takes',
    prometheus() + held(alert('rate(latency) > 1')),
    'broken',
    'Prometheus main refuses the expression: rate wants a range, not a vector',
  ],
  [
    'who evaluates it may take more than Prometheus does',
    held(alert('rate(latency) > 1')),
    'unknown',
    'the expression is none that Prometheus would take: rate wants a range, not a vector',
  ],
  [
    'a metric that is recorded',
    prometheus() + held(`${alert('shop:latency > 1')}, ${record('shop:latency', 'max(up)')}`),
    'kept',
    'it may be: shop:latency > 1',
  ],
  [
    'a metric that nobody records',
    prometheus() + held(`${alert('shop:latncy > 1')}, ${record('shop:latency', 'max(up)')}`),
    'broken',
    'no rule records shop:latncy; one records shop:latency',
  ],
  [
    'another repository may record it',
    prometheus() + held(`${alert('shop:orders:rate5m > 1')}, ${record('till:latency', 'max(up)')}`),
    'unknown',
    'no rule that is shown records shop:orders:rate5m',
  ],
  [
    'another rule may stand where nobody looked',
    prometheus() + held(alert('shop:latency > 1')),
    'unknown',
    'no rule that is shown records shop:latency',
    { unread: ['rules.yaml'] },
  ],
  [
    'no Prometheus is shown, nor its other rules',
    held(alert('shop:latency > 1')),
    'unknown',
    'no rule that is shown records shop:latency',
  ],
  [
    'it may be scraped from another Prometheus',
    prometheus(', additionalScrapeConfigs: { name: more, key: more }') + held(alert('shop:latency > 1')),
    'unknown',
    'no rule that is shown records shop:latency',
  ],
  [
    'a metric that is recorded of nothing',
    held(`${alert('shop:down > 1')}, ${record('shop:down', 'up > 1')}`),
    'broken',
    'shop:down is recorded by PrometheusRule shop/shop, whose expression gives nothing: up is 0 or 1, so > 1 is never true',
  ],
  [
    'a job that nothing is called',
    prometheus() + held(alert('up{job="ordrs"} == 0')) + scrapedOrders,
    'assumed',
    'it may be: up{job="ordrs"} == 0',
  ],
  [
    'a job that is scraped',
    prometheus() + held(alert('up{job="orders"} == 0')) + scrapedOrders,
    'kept',
    'it may be: up{job="orders"} == 0',
  ],
  [
    'a job that targets name themselves',
    prometheus() +
      held(alert('up{job="ordrs"} == 0')) +
      scrapedOrders.replace('port: metrics }]', 'port: metrics, honorLabels: true }]'),
    'kept',
    'it may be: up{job="ordrs"} == 0',
  ],
  [
    'a metric with a colon in a plain file, whoever reads it',
    prometheus(),
    'unknown',
    'no rule that is shown records shop:latency',
    { plain: { 'rules.yaml': group(alert('shop:latency > 1')) } },
  ],
  ['either of two', held(alert('shop:latency or absent(up)')), 'kept', 'it may be: shop:latency or absent(up)'],
  [
    'a plain file',
    '',
    'broken',
    'up is 0 or 1, so == 2 is never true',
    { plain: { 'rules.yaml': group(alert('up == 2')) } },
  ],
]

for (const [name, yaml, verdict, line, options] of rows) {
  test(`fires: ${name}`, () => {
    const [found] = verdictsOf(fires, monitoredWorld(yaml, options))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.equal(found && linesOf(found)[0], line)
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(fires, monitoredWorld(yaml, { ...options, denied: [id] }))[0]?.verdict, 'broken')
  })
}

test('fires: alerts are told apart by name, in objects, keys and plain files', () => {
  const rules = group(`${alert('up == 0')}, ${alert('up == 2')}, { alert: Gone, expr: absent(up) }`)
  const yaml = `apiVersion: v1
kind: ConfigMap
metadata: { name: rules, namespace: watch }
data:
  shop.rules.yml: '${rules}'
${held(alert('up == 0'))}`
  const found = verdictsOf(fires, monitoredWorld(yaml, { plain: { 'rules.yaml': group(alert('up == 0')) } }))
  assert.deepEqual(
    found.map(({ id, verdict }) => `${id} ${verdict}`),
    [
      'fires/watch/ConfigMap/rules/shop.rules.yml/Slow broken',
      'fires/watch/ConfigMap/rules/shop.rules.yml/Gone kept',
      'fires/shop/PrometheusRule/shop/Slow kept',
      'fires/cluster/rules.yaml/Slow kept',
    ],
  )
})

test('fires: a known exporter is assumed by its name, another source by the metric', () => {
  const of = (expr: string) =>
    verdictsOf(fires, monitoredWorld(held(alert(expr))))[0]?.assumes.map(({ id, says }) => `${id}: ${says}`)
  assert.deepEqual(of('kube_pod_info + node_load1 > 3'), [
    'exporter/cluster/kube-state-metrics: kube-state-metrics is scraped in cluster',
    'exporter/cluster/node_exporter: node_exporter is scraped in cluster',
  ])
  assert.deepEqual(of('old_total or new_total'), [
    'exposed/cluster/new_total+old_total: something that is scraped in cluster exposes new_total or old_total',
  ])
})

test('fires: names of the language itself are names like others', () => {
  const [found] = verdictsOf(fires, monitoredWorld(held('{ alert: __proto__, expr: "constructor > 1" }')))
  assert.equal(found?.id, 'fires/shop/PrometheusRule/shop/__proto__')
})

test('fires: a job that no monitor is called is assumed by its name', () => {
  const world = monitoredWorld(prometheus() + held(alert('up{job="ordrs"} == 0')) + scrapedOrders)
  assert.deepEqual(
    verdictsOf(fires, world)[0]?.assumes.map(({ says }) => says),
    ['a job ordrs is scraped in cluster, though no monitor that is shown is called so: orders is'],
  )
})

const podMonitor = (port: string, more = '') => `---
apiVersion: monitoring.coreos.com/v1
kind: PodMonitor
metadata: { name: cart, namespace: shop }
spec: { selector: { matchLabels: { app: cart } }, podMetricsEndpoints: [{ port: ${port}${more} }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: cart, namespace: shop }
spec:
  selector: { matchLabels: { app: cart } }
  template:
    metadata: { labels: { app: cart } }
    spec: { containers: [{ name: app, image: plants/cart:1, ports: [{ name: prom, containerPort: 9464 }] }] }
`
const takingPods = prometheus(', podMonitorSelector: {}, podMonitorNamespaceSelector: {}')
const onCart = held(alert('latency{job="shop/cart"} > 1'))
const brings = 'it looks at the job shop/cart, and PodMonitor cart brings nothing:'

const silent: [name: string, yaml: string, verdict: Word, line?: string][] = [
  [
    'whose monitor names a port that no pod has',
    takingPods + onCart + podMonitor('metrics'),
    'broken',
    `${brings} none of the pods that it selects has a port metrics`,
  ],
  [
    'whose monitor no Prometheus takes',
    prometheus(', podMonitorSelector: { matchLabels: { team: a } }, podMonitorNamespaceSelector: {}') +
      onCart +
      podMonitor('prom'),
    'broken',
    `${brings} no Prometheus takes it: its labels or its namespace are not what Prometheus main selects`,
  ],
  ['that is scraped', takingPods + onCart + podMonitor('prom'), 'assumed'],
  [
    'that may be called anything',
    takingPods + onCart + podMonitor('metrics', ', relabelings: [{ targetLabel: job }]'),
    'assumed',
  ],
  ['of which absence is told', takingPods + held(alert('absent(up{job="shop/cart"})')) + podMonitor('metrics'), 'kept'],
  ['that no Prometheus is shown to scrape', onCart + podMonitor('metrics'), 'assumed'],
]

for (const [name, yaml, verdict, line] of silent) {
  test(`fires: a job ${name}`, () => {
    const world = monitoredWorld(yaml)
    const [found] = verdictsOf(fires, world)
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    const against = found?.because.find(({ truth }) => truth === false)
    assert.equal(against?.says.line, line)
    if (line !== undefined)
      assert.ok(
        verdictsOf(scraped, world).some(({ cause }) => cause === against?.cause),
        'the monitor is found by the same cause',
      )
  })
}
