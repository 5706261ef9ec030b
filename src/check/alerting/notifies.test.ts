import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { monitoredWorld } from './monitored-world.ts'
import { notifies } from './notifies.ts'

const prometheus = (target: string) => `---
apiVersion: monitoring.coreos.com/v1
kind: Prometheus
metadata: { name: main, namespace: watch }
spec: { alerting: { alertmanagers: [${target}] } }
`
const alertmanager = `---
apiVersion: monitoring.coreos.com/v1
kind: Alertmanager
metadata: { name: main, namespace: watch }
spec: {}
`
const policy = (rules: string) => `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: quiet, namespace: watch }
spec: { podSelector: { matchLabels: { app.kubernetes.io/name: alertmanager } }, policyTypes: [Ingress], ingress: [${rules}] }
`
const operated = '{ name: alertmanager-operated, port: web }'

const rows: [name: string, yaml: string, verdict: Word, line: string][] = [
  [
    'the Service that the operator makes',
    prometheus(operated) + alertmanager,
    'assumed',
    'alerts go to Service watch/alertmanager-operated',
  ],
  [
    'a port that it has not',
    prometheus('{ name: alertmanager-operated, port: http }') + alertmanager,
    'broken',
    'Service alertmanager-operated has no port http: it has web, tcp-mesh, udp-mesh',
  ],
  [
    'a slip in its name',
    prometheus('{ name: alertmanager-operatd, port: web }') + alertmanager,
    'broken',
    'alerts go to Service watch/alertmanager-operatd, which is not there: alertmanager-operated is',
  ],
  [
    'one that others deploy',
    prometheus('{ namespace: ops, name: alerts, port: web }'),
    'assumed',
    'alerts go to Service ops/alerts',
  ],
  [
    'a policy that lets nobody in',
    prometheus(operated) + alertmanager + policy(''),
    'broken',
    'no rule lets prometheus-main in to alertmanager-main at TCP 9093: quiet isolates alertmanager-main',
  ],
  [
    'a policy that lets Prometheus in',
    prometheus(operated) +
      alertmanager +
      policy(
        '{ from: [{ podSelector: { matchLabels: { app.kubernetes.io/name: prometheus } } }], ports: [{ port: web }] }',
      ),
    'assumed',
    'alerts go to Service watch/alertmanager-operated',
  ],
]

for (const [name, yaml, verdict, line] of rows) {
  test(`notifies: ${name}`, () => {
    const [found] = verdictsOf(notifies, monitoredWorld(yaml))
    assert.equal(found?.verdict, verdict, found && linesOf(found).join('\n'))
    assert.equal(found && linesOf(found)[0], line)
    for (const { id } of found?.assumes ?? [])
      assert.equal(verdictsOf(notifies, monitoredWorld(yaml, { denied: [id] }))[0]?.verdict, 'broken', id)
  })
}

test('notifies: a Prometheus that sends alerts nowhere is not asked', () => {
  assert.deepEqual(verdictsOf(notifies, monitoredWorld(prometheus(''))), [])
})
