import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readManifests } from '../../kubernetes/read.ts'
import { admitObject } from './admit-object.ts'

const backend = (rest: string) => `{ service: { name: checkout, port: { ${rest} } } }`
const path = (rest: string) => `Ingress|networking.k8s.io/v1|spec: { rules: [{ http: { paths: [{ ${rest} }] } }] }`
const scaler = (rest: string, target = 'apiVersion: apps/v1') =>
  `HorizontalPodAutoscaler|autoscaling/v2|spec: { scaleTargetRef: { ${target}, kind: Deployment, name: checkout }, ${rest} }`
const api = (rest: string, name = 'v1beta1.a.example') =>
  `APIService|apiregistration.k8s.io/v1|metadata: { name: ${name} }\nspec: { group: a.example, version: v1beta1, ${rest} }`
const served = 'groupPriorityMinimum: 100, versionPriority: 100, service: { namespace: a, name: b }'
const cpu = (target: string) =>
  scaler(`maxReplicas: 3, metrics: [{ type: Resource, resource: { name: cpu, target: { ${target} } } }]`)

// Each was compared with a real API server; the fields are those that it names.
const rows: [name: string, manifest: string, fields: readonly string[]][] = [
  ['an Ingress', path(`path: /, pathType: Prefix, backend: ${backend('number: 80')}`), []],
  [
    'without a type of path',
    path(`path: /, backend: ${backend('number: 80')}`),
    ['spec.rules[0].http.paths[0].pathType'],
  ],
  [
    'a path without /',
    path(`path: a, pathType: Exact, backend: ${backend('number: 80')}`),
    ['spec.rules[0].http.paths[0].path'],
  ],
  ['any path of an implementation', path(`pathType: ImplementationSpecific, backend: ${backend('name: web')}`), []],
  [
    'a backend without a port',
    path(`path: /, pathType: Prefix, backend: ${backend('')}`),
    ['spec.rules[0].http.paths[0].backend'],
  ],
  [
    'a port by name and by number',
    path(`path: /, pathType: Prefix, backend: ${backend('name: web, number: 80')}`),
    ['spec.rules[0].http.paths[0].backend'],
  ],
  ['an Ingress for nothing', 'Ingress|networking.k8s.io/v1|spec: {}', ['spec']],
  [
    'a star in the middle',
    "Ingress|networking.k8s.io/v1|spec: { rules: [{ host: 'a.*.example.com' }] }",
    ['spec.rules[0].host'],
  ],
  ['a star in front', "Ingress|networking.k8s.io/v1|spec: { rules: [{ host: '*.example.com' }] }", []],
  ['a class', 'IngressClass|networking.k8s.io/v1|spec: { controller: example.com/ingress }', []],
  ['a class without a domain', 'IngressClass|networking.k8s.io/v1|spec: { controller: ingress }', ['spec.controller']],
  ['an autoscaler', scaler('minReplicas: 1, maxReplicas: 3'), []],
  ['bounds that cross', scaler('minReplicas: 4, maxReplicas: 3'), ['spec.maxReplicas']],
  ['no maximum', scaler(''), ['spec.maxReplicas']],
  ['a target without a group', scaler('maxReplicas: 3', 'apiVersion: v1'), ['spec.scaleTargetRef.apiVersion']],
  ['a share of what is requested', cpu('type: Utilization, averageUtilization: 70'), []],
  [
    'a share of 0',
    cpu('type: Utilization, averageUtilization: 0'),
    ['spec.metrics[0].resource.target.averageUtilization'],
  ],
  ['no target', cpu('type: Utilization'), ['spec.metrics[0].resource.target.averageUtilization']],
  [
    'a window of two hours',
    scaler('maxReplicas: 3, behavior: { scaleDown: { stabilizationWindowSeconds: 7200 } }'),
    ['spec.behavior.scaleDown.stabilizationWindowSeconds'],
  ],
  ['a priority', 'PriorityClass|scheduling.k8s.io/v1|value: 1000', []],
  ['an API that a Service serves', api(served), []],
  ['one of another name', api(served, 'a'), ['metadata.name']],
  ['one whose certificate nobody has to show', api(`${served}, insecureSkipTLSVerify: true`), []],
  [
    'one whose certificate is known and not asked for',
    api(`${served}, insecureSkipTLSVerify: true, caBundle: YQ==`),
    ['spec.insecureSkipTLSVerify'],
  ],
  [
    'one without priorities, of a Service without a name',
    api('service: { namespace: a, port: 0 }'),
    ['spec.groupPriorityMinimum', 'spec.versionPriority', 'spec.service.name', 'spec.service.port'],
  ],
  [
    'one of no group',
    `APIService|apiregistration.k8s.io/v1|metadata: { name: v1beta1. }\nspec: { version: v1beta1, ${served} }`,
    ['spec.group'],
  ],
  [
    'one of no Service whose certificate nobody has to show',
    api('groupPriorityMinimum: 1, versionPriority: 1, insecureSkipTLSVerify: true'),
    ['spec.insecureSkipTLSVerify'],
  ],
  ['one of no Service', api('groupPriorityMinimum: 1, versionPriority: 1'), []],
  [
    'one of no Service with its certificate',
    api('groupPriorityMinimum: 20001, versionPriority: 1, caBundle: YQ=='),
    ['spec.groupPriorityMinimum', 'spec.caBundle'],
  ],
  ['a priority above all others', 'PriorityClass|scheduling.k8s.io/v1|value: 2000000000', ['value']],
]

for (const [name, manifest, fields] of rows) {
  test(`admission: ${name}`, () => {
    const [kind, apiVersion, rest] = manifest.split(/\|(.*?)\|/s)
    const metadata = rest?.startsWith('metadata:') ? '' : 'metadata: { name: a }\n'
    const read = readManifests(`kind: ${kind}\napiVersion: ${apiVersion}\n${metadata}${rest}`, 'a.yaml')
    const found = read.manifests.map((one) => admitObject(one.manifest, { minor: '1.36' }))
    assert.deepEqual(
      found.map(({ refused }) => refused.map(({ field }) => field)),
      [fields],
    )
  })
}
