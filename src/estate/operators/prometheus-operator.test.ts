import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fieldsAt, fieldsIn } from '../import/fields.ts'
import { estateOf, madeRefs } from './sample.ts'

const resource = (kind: string, spec: string) => `
apiVersion: monitoring.coreos.com/v1
kind: ${kind}
metadata: {name: main, namespace: monitoring}
spec: {${spec}}`

const rows: [name: string, kind: string, spec: string, refs: readonly string[]][] = [
  [
    'a server',
    'Prometheus',
    'replicas: 2',
    ['Service/monitoring/prometheus-operated', 'StatefulSet/monitoring/prometheus-main'],
  ],
  [
    'shards',
    'Prometheus',
    'shards: 2',
    [
      'Service/monitoring/prometheus-operated',
      'StatefulSet/monitoring/prometheus-main',
      'StatefulSet/monitoring/prometheus-main-shard-1',
    ],
  ],
  ['a Service of its own', 'Alertmanager', 'serviceName: mine', ['StatefulSet/monitoring/alertmanager-main']],
  [
    'alerts',
    'Alertmanager',
    'replicas: 3',
    ['Service/monitoring/alertmanager-operated', 'StatefulSet/monitoring/alertmanager-main'],
  ],
  ['a rule makes nothing', 'PrometheusRule', 'groups: []', []],
]

for (const [name, kind, spec, refs] of rows) {
  test(`prometheus operator: ${name}`, () => {
    assert.deepEqual(madeRefs(estateOf(resource(kind, spec))), refs)
  })
}

test('prometheus operator: the governing Service finds the pods by a port that they have', () => {
  const estate = estateOf(resource('Alertmanager', 'replicas: 3, portName: https'))
  assert.ok(estate.facts.some((fact) => fact.trait === 'endpoint' && fact.of.endsWith('/alertmanager-main')))
  const [service, pods] = estate.objects.filter(({ origin, ref }) => origin === 'made' && !ref.startsWith('Namespace'))
  const targets = fieldsIn(fieldsAt(service?.manifest, 'spec').ports).map(({ targetPort }) => targetPort)
  const [container] = fieldsIn(fieldsAt(pods?.manifest, 'spec', 'template', 'spec').containers)
  assert.deepEqual(
    targets,
    fieldsIn(container?.ports).map(({ name }) => name),
  )
})
