import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { monitoredWorld } from './monitored-world.ts'
import { scraped } from './scraped.ts'

// As the charts of Prometheus write it.
const byAnnotation = `
      - source_labels: [__meta_kubernetes_pod_annotation_prometheus_io_scrape]
        action: keep
        regex: true
      - source_labels: [__address__, __meta_kubernetes_pod_annotation_prometheus_io_port]
        action: replace
        regex: ([^:]+)(?::\\d+)?;(\\d+)
        replacement: $1:$2
        target_label: __address__
      - action: labelmap
        regex: __meta_kubernetes_pod_label_(.+)
      - source_labels: [__meta_kubernetes_pod_phase]
        regex: Pending|Succeeded|Failed|Completed
        action: drop`

const job = (rules: string, sd = 'role: pod', name = 'pods') => `
  - job_name: ${name}
    kubernetes_sd_configs: [{ ${sd} }]
    relabel_configs:${rules}`

const configMap = (...jobs: readonly string[]) => `---
apiVersion: v1
kind: ConfigMap
metadata: { name: prometheus, namespace: watch }
data:
  prometheus.yml: |
${`scrape_configs:${jobs.join('')}`.replaceAll(/^/gm, '    ')}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: prometheus, namespace: watch }
spec:
  selector: { matchLabels: { app: prometheus } }
  template:
    metadata: { labels: { app: prometheus } }
    spec: { containers: [{ name: main }], volumes: [{ name: file, configMap: { name: prometheus } }] }
`
const orders = (annotations: string) => `---
apiVersion: apps/v1
kind: Deployment
metadata: { name: orders, namespace: shop }
spec:
  selector: { matchLabels: { app: orders } }
  template:
    metadata: { labels: { app: orders }, annotations: { ${annotations} } }
    spec: { containers: [{ name: main, ports: [{ name: http, containerPort: 8080 }] }] }
---
apiVersion: v1
kind: Service
metadata: { name: orders, namespace: shop, labels: { metrics: "yes" } }
spec: { selector: { app: orders }, ports: [{ name: metrics, port: 80, targetPort: 9100 }] }
`
const asks = 'prometheus.io/scrape: "true", prometheus.io/port: "9100"'
const policy = (from: string, port: number) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: shut, namespace: shop }
spec: { podSelector: {}, ingress: [{ from: [${from}], ports: [{ port: ${port} }] }] }
`
const watch = '{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: watch } } }'
const bySevice = `
      - source_labels: [__meta_kubernetes_service_label_metrics, __meta_kubernetes_endpoint_port_name]
        action: keep
        regex: yes;metrics`

const rows: [name: string, yaml: string, verdict: Word | undefined, line?: string][] = [
  ['a pod that asks for it', configMap(job(byAnnotation)) + orders(asks), 'kept', 'it keeps 1 workload: shop/orders'],
  ['no pod asks for it', configMap(job(byAnnotation)) + orders(''), undefined],
  [
    'a policy that lets Prometheus in at another port',
    configMap(job(byAnnotation)) + orders(asks) + policy(watch, 8080),
    'broken',
    'no rule lets prometheus in to orders at TCP 9100: shut isolates orders',
  ],
  [
    'one of the ports that it finds is enough',
    configMap(job(byAnnotation)) +
      orders('prometheus.io/scrape: "true"').replace(
        'containerPort: 8080 }',
        'containerPort: 8080 }, { containerPort: 9100 }',
      ) +
      policy(watch, 9100),
    'kept',
    'it keeps 1 workload: shop/orders',
  ],
  [
    'a policy that lets it in',
    configMap(job(byAnnotation)) + orders(asks) + policy(watch, 9100),
    'kept',
    'it keeps 1 workload: shop/orders',
  ],
  [
    'a policy for other pods of its namespace',
    configMap(job(byAnnotation)) +
      orders(asks) +
      policy(watch.replace('} }', '} }, podSelector: { matchLabels: { app: x } }'), 9100),
    'broken',
    'no rule lets prometheus in to orders at TCP 9100: shut isolates orders',
  ],
  [
    'the port of a Service',
    configMap(job(bySevice, 'role: endpoints')) + orders('') + policy('{ podSelector: {} }', 9100),
    'broken',
    'no rule lets prometheus in to orders at TCP 9100: shut isolates orders',
  ],
  [
    'in namespaces that are not meant',
    configMap(job(byAnnotation, 'role: pod, namespaces: { names: [till] }')) + orders(asks),
    undefined,
  ],
  [
    'what takes all pods asks none of them',
    configMap(job(' []')) + orders('') + policy('{ podSelector: {} }', 9100),
    'kept',
    'it keeps 2 workloads: shop/orders, watch/prometheus',
  ],
  [
    'what only a cluster knows decides',
    configMap(job('\n      - { source_labels: [__meta_kubernetes_pod_node_name], regex: n1, action: keep }')),
    'unknown',
    'it may keep 1 of 1 targets: what it looks at is known on a cluster alone',
  ],
  [
    'what no file shows is found',
    configMap(job(' []', 'role: node')),
    'unknown',
    'what it finds is known on a cluster alone: kubernetes_sd_configs of role node',
  ],
  [
    'two jobs of one name',
    configMap(job(byAnnotation), job(byAnnotation)),
    'broken',
    'two jobs are called pods: Prometheus refuses the whole file',
  ],
]

for (const [name, yaml, verdict, line] of rows) {
  test(`scraped: ${name}`, () => {
    const [found] = verdictsOf(scraped, monitoredWorld(yaml))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.equal(found && linesOf(found)[0], line)
    if (found) assert.equal(found.id, 'scraped/watch/ConfigMap/prometheus/prometheus.yml/pods')
  })
}

test('scraped: that policies shut Prometheus out holds where they are enforced, and the policy shows where', () => {
  const yaml = configMap(job(byAnnotation)) + orders(asks) + policy(watch, 8080)
  const [found] = verdictsOf(scraped, monitoredWorld(yaml))
  const reason = found?.because.find(({ truth }) => truth === false)
  assert.deepEqual(reason?.says.rows, [
    ['unless', 'the network plugin enforces no policy, and nobody here says: then all of this is open'],
  ])
  assert.match(yaml.split('\n')[(reason?.at?.line ?? 0) - 1] ?? '', /^spec: { podSelector: {}, ingress/)
})
