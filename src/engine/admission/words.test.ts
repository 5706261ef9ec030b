// One refusal of each shape, with its sentence; and rules of pods and workloads that no other row says.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { importManifests } from '../../estate/import.ts'
import { readManifests } from '../../kubernetes/read.ts'
import { podsOf } from '../pods/pods-of.ts'
import { admitObject } from './admit-object.ts'
import { admitPods } from './admit-pods.ts'
import type { Fault } from './refusal.ts'
import { named, parse, policy, service } from './sample-says.ts'
import { sayFault, sayRefusal } from './words.ts'

const container = (fields: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x, ${fields}}]}`)
const workload = (labels: string) =>
  named(
    'apps/v1',
    'Deployment',
    `spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: ${labels}}, spec: {containers: [{name: c, image: x}]}}}`,
  )

const shapes: [is: Fault['is'], text: string, says: string][] = [
  ['unknown', service('ports: [{port: 80}], replicas: 2'), 'spec.replicas is no field of ServiceSpec'],
  ['type', service('ports: [{port: web}]'), 'spec.ports[0].port wants a whole number, and there is the text "web"'],
  [
    'version',
    named('apps/v1beta1', 'Deployment', 'spec: {}'),
    'apiVersion apps/v1beta1 has no Deployment: it is served as apps/v1',
  ],
  ['required', service('selector: {app: a}'), 'spec.ports is missing'],
  [
    'duplicate',
    service('ports: [{name: web, port: 80}, {name: web, port: 81}]'),
    'spec.ports[1].name web stands there twice',
  ],
  [
    'notOneOf',
    service('type: Public, ports: [{port: 80}]'),
    'spec.type "Public" is none of ClusterIP, ExternalName, LoadBalancer, NodePort',
  ],
  [
    'invalid',
    service('ports: [{port: 80}]').replace('name: a', 'name: A'),
    'metadata.name "A" may hold only a-z, 0-9 and -, and starts and ends with a letter or digit',
  ],
  [
    'forbidden',
    policy('ingress: [{from: [{podSelector: {}, ipBlock: {cidr: 10.0.0.0/8}}]}]'),
    'spec.ingress[0].from[0] may not be set: ipBlock stands alone',
  ],
  [
    'absent',
    container('volumeMounts: [{name: data, mountPath: /data}]'),
    'spec.containers[0].volumeMounts[0].name names the volume "data", and there is none',
  ],
  [
    'mismatch',
    workload('{app: b}'),
    'spec.template.metadata.labels are app=b, and the selector app=a does not take them',
  ],
  [
    'aboveLimit',
    container('resources: {requests: {cpu: 2}, limits: {cpu: 1}}'),
    'spec.containers[0].resources.requests cpu request 2 cores is above the limit 1 core',
  ],
]
for (const [is, text, says] of shapes)
  test(`refusals of objects, in words: ${is}`, () => {
    const [refusal] = admitObject(parse(text), { minor: '1.36' }).refused
    assert.equal(refusal?.fault.is, is)
    assert.equal(refusal && sayRefusal(refusal), says)
  })

const bound = (kind: string, spec: string) => `---\n${named('v1', kind, spec)}`
const pods: [is: Fault['is'], beside: string, says: string][] = [
  [
    'beyondBound',
    bound('LimitRange', 'spec: {limits: [{type: Container, max: {memory: 1Gi}}]}'),
    'container c: memory limit 2Gi is above 1Gi of LimitRange a (spec.limits[0].max.memory)',
  ],
  [
    'unsaid',
    bound('ResourceQuota', 'spec: {hard: {limits.cpu: 1}}'),
    'quota a counts limits.cpu, and container c says nothing about it',
  ],
  [
    'beyondQuota',
    bound('ResourceQuota', 'spec: {hard: {limits.memory: 1Gi}}'),
    'quota a: limits.memory 0 used + 2Gi needed is more than 1Gi',
  ],
]
for (const [is, beside, says] of pods)
  test(`refusals of pods, in words: ${is}`, () => {
    const { manifests } = readManifests(`${container('resources: {limits: {memory: 2Gi}}')}\n${beside}`, 'row.yaml')
    const { estate } = importManifests(manifests, { kubernetes: '1.36' })
    const [fault] = admitPods(estate, podsOf(estate)).flatMap(({ refused }) => refused.map((one) => one.fault))
    assert.equal(fault?.is, is)
    assert.equal(fault && sayFault(fault), says)
  })
