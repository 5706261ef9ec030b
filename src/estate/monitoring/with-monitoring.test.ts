import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { configIn } from '../import/configs.ts'
import { importManifests } from '../import.ts'
import { isMonitored } from './is-monitored.ts'
import { withMonitoring } from './with-monitoring.ts'

const rules = `groups:
  - name: shop
    rules:
      - alert: Slow
        expr: latency > 3
        for: 5m
        labels: { severity: page }
      - record: shop:latency:max
        expr: max(latency
`
const indented = (text: string) => text.replaceAll(/^/gm, '    ')

function read(yaml: string, plain?: string) {
  const configs = plain ? readManifests(plain, 'rules.yaml').others.flatMap((other) => configIn(other) ?? []) : []
  const { estate } = importManifests(readManifests(yaml, 'shop.yaml').manifests, { configs })
  return { isMonitored: isMonitored(estate), ...withMonitoring(estate).monitoring }
}

const configMap = `apiVersion: v1
kind: ConfigMap
metadata: { name: rules, namespace: watch }
data:
  shop.rules.yml: |
${indented(rules)}
`

test('with-monitoring: the rules of a plain file', () => {
  const [set] = read('', rules).rules ?? []
  assert.equal(set?.name, 'rules.yaml')
  assert.deepEqual(
    set?.rules.map(({ is, name, group, forSeconds, labels, path }) => ({ is, name, group, forSeconds, labels, path })),
    [
      {
        is: 'alert',
        name: 'Slow',
        group: 'shop',
        forSeconds: 300,
        labels: { severity: 'page' },
        path: ['groups', 0, 'rules', 0],
      },
      {
        is: 'record',
        name: 'shop:latency:max',
        group: 'shop',
        forSeconds: undefined,
        labels: {},
        path: ['groups', 0, 'rules', 1],
      },
    ],
  )
  assert.deepEqual(set?.rules[1]?.read, { fault: 'it ends where more must follow' })
  assert.equal(set?.source.lineOf?.(['groups', 0, 'rules', 0, 'expr'])?.line, 5)
})

test('with-monitoring: the rules that a ConfigMap holds, and not once more as the file that it is made of', () => {
  const { rules: sets } = read(configMap, rules)
  assert.deepEqual(
    sets?.map(({ name, ref, key }) => ({ name, ref, key })),
    [{ name: 'ConfigMap watch/rules shop.rules.yml', ref: 'ConfigMap/watch/rules', key: 'shop.rules.yml' }],
  )
  assert.equal(sets?.[0]?.source.lineOf?.(['groups'])?.line, 5)
})

test('with-monitoring: a Secret holds the routes, as text or encoded', () => {
  const routes = 'route: { receiver: chat }\nreceivers: [{ name: chat }]\n'
  const secret = (field: string, text: string) =>
    `apiVersion: v1\nkind: Secret\nmetadata: { name: am, namespace: watch }\n${field}: { alertmanager.yaml: ${JSON.stringify(text)} }\n`
  for (const yaml of [secret('stringData', routes), secret('data', btoa(routes))])
    assert.deepEqual(
      read(yaml).alertmanager?.map(({ name, value }) => ({ name, value })),
      [
        {
          name: 'Secret watch/am alertmanager.yaml',
          value: { route: { receiver: 'chat' }, receivers: [{ name: 'chat' }] },
        },
      ],
    )
})

test('with-monitoring: the rules of a PrometheusRule, with the line of each field', () => {
  const yaml = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: shop, namespace: shop }
spec:
${rules.replaceAll(/^/gm, '  ')}`
  const [set] = read(yaml).rules ?? []
  assert.equal(set?.rules.length, 2)
  assert.equal(set?.source.lineOf?.(['groups', 0, 'rules', 0, 'expr'])?.line, 9)
})

test('with-monitoring: nothing is read of what tells them nothing', () => {
  const other = 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\ndata: { app.yaml: "route" }\n'
  assert.equal(read(other).isMonitored, false)
  assert.equal(read(configMap).isMonitored, true)
})
