// Each row was asked of kube-apiserver 1.36.3 by dry run with fieldValidation=Strict; `oracle/` asks thousands more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { admitObject } from './admit-object.ts'
import { named, parse, policy, says, service } from './sample-says.ts'
import { sayRefusal } from './words.ts'

const workload = (kind: string, spec: string, pod = '', template = 'metadata: {labels: {app: orders}}') => `
apiVersion: apps/v1
kind: ${kind}
metadata: {name: orders, namespace: shop}
spec:
  selector: {matchLabels: {app: orders}}
  ${spec}
  template:
    ${template}
    spec:
      containers: [{name: web, image: orders, ${pod}}]`
const deployment = (pod: string) => workload('Deployment', '', pod)

const preference = 'spec.template.spec.affinity.podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution[0]'
// Closed by the brackets of the container that it follows.
const preferring = (weight: string) => `tty: true}]
      affinity:
        podAntiAffinity:
          preferredDuringSchedulingIgnoredDuringExecution: [{${weight}podAffinityTerm: {topologyKey: zone}`

const containers: [name: string, pod: string, says: readonly string[]][] = [
  ['as it should be', '', []],
  [
    'a field too deep',
    'replicas: 3',
    ['spec.template.spec.containers[0].replicas is no field of Container: it belongs to spec.replicas'],
  ],
  ['a field that nobody has', 'restart: never', ['spec.template.spec.containers[0].restart is no field of Container']],
  [
    'a number for text',
    'command: [8080]',
    ['spec.template.spec.containers[0].command[0] wants text, and there is 8080'],
  ],
  [
    'text for a list',
    'args: start',
    ['spec.template.spec.containers[0].args wants a list, and there is the text "start"'],
  ],
  [
    'an environment value that YAML reads as a number',
    'env: [{name: PORT, value: 80}]',
    ['spec.template.spec.containers[0].env[0].value wants text, and there is 80'],
  ],
  [
    'no quantity',
    'resources: {limits: {memory: 1GB}}',
    [
      'spec.template.spec.containers[0].resources.limits[memory] wants a quantity such as 500m or 2Gi, and there is the text "1GB"',
    ],
  ],
  [
    'a request above its limit',
    'resources: {requests: {memory: 2Gi}, limits: {memory: 1Gi}}',
    ['spec.template.spec.containers[0].resources.requests memory request 2Gi is above the limit 1Gi'],
  ],
  [
    'a resource nobody knows',
    'resources: {limits: {gpu: 1}}',
    [
      'spec.template.spec.containers[0].resources.limits[gpu] "gpu" is no resource of Kubernetes, and others have a domain before a /',
    ],
  ],
  [
    'half a device',
    'resources: {limits: {example.com/gpu: 500m}}',
    ['spec.template.spec.containers[0].resources.limits[example.com/gpu] "500m" is no whole number'],
  ],
  [
    'a device requested without a limit',
    'resources: {requests: {example.com/gpu: 1}}',
    [
      'spec.template.spec.containers[0].resources.limits is missing: example.com/gpu is requested and needs an equal limit',
    ],
  ],
  [
    'a port out of range',
    'ports: [{containerPort: 70000}]',
    ['spec.template.spec.containers[0].ports[0].containerPort "70000" is not between 1 and 65535'],
  ],
  ['a preference without its weight', preferring(''), [`${preference}.weight is missing: a number from 1 to 100`]],
  ['a preference of weight 0', preferring('weight: 0, '), [`${preference}.weight "0" is not between 1 and 100`]],
  [
    'two ports of one name',
    'ports: [{name: a, containerPort: 1}, {name: a, containerPort: 2}]',
    ['spec.template.spec.containers[0].ports[1].name a stands there twice'],
  ],
  [
    'a probe that asks nothing',
    'readinessProbe: {periodSeconds: 5}',
    ['spec.template.spec.containers[0].readinessProbe is missing: one of exec, httpGet, tcpSocket, grpc'],
  ],
  [
    'a quoted port number',
    'livenessProbe: {httpGet: {port: "80"}}',
    ['spec.template.spec.containers[0].livenessProbe.httpGet.port "80" holds no letter'],
  ],
  [
    'a liveness probe that must succeed twice',
    'livenessProbe: {tcpSocket: {port: 80}, successThreshold: 2}',
    ['spec.template.spec.containers[0].livenessProbe.successThreshold "2" must be 1 for a livenessProbe'],
  ],
  [
    'a mount without a volume',
    'volumeMounts: [{name: data, mountPath: /d}]',
    ['spec.template.spec.containers[0].volumeMounts[0].name names the volume "data", and there is none'],
  ],
  [
    'a name in capitals',
    'name: Web',
    [
      'spec.template.spec.containers[0].name "Web" may hold only a-z, 0-9 and -, and starts and ends with a letter or digit',
    ],
  ],
  ['no image', 'image: ""', ['spec.template.spec.containers[0].image is missing']],
  ['null is not set', 'resources: null', []],
  [
    'an unknown field is unknown even as null',
    'replicas: null',
    ['spec.template.spec.containers[0].replicas is no field of Container: it belongs to spec.replicas'],
  ],
]
for (const [name, pod, expected] of containers) {
  // The last of two equal keys would be refused while reading, so each row's field replaces the default.
  const field = pod.split(':')[0]
  const text =
    field === 'name' || field === 'image'
      ? deployment('').replace(new RegExp(`${field}: (web|orders), (?!namespace)`), `${pod}, `)
      : deployment(pod)
  test(`container: ${name}`, () => assert.deepEqual(says(text), expected))
}

const workloads: [name: string, text: string, says: readonly string[]][] = [
  [
    'a selector that misses its pods',
    workload('Deployment', '', '', 'metadata: {labels: {app: order}}'),
    ['spec.template.metadata.labels are app=order, and the selector app=orders does not take them'],
  ],
  [
    'pods without labels',
    workload('DaemonSet', '', '', 'metadata: {}'),
    ['spec.template.metadata.labels are no labels, and the selector app=orders does not take them'],
  ],
  [
    'no rollout is possible',
    workload('Deployment', 'strategy: {rollingUpdate: {maxSurge: 0, maxUnavailable: 0%}}'),
    ['spec.strategy.rollingUpdate.maxUnavailable "0%" is 0 beside maxSurge 0: no pod could ever be replaced'],
  ],
  [
    'a share above all',
    workload('Deployment', 'strategy: {rollingUpdate: {maxUnavailable: 150%}}'),
    ['spec.strategy.rollingUpdate.maxUnavailable 150% is above 100%'],
  ],
  ['fewer than none', workload('StatefulSet', 'replicas: -1'), ['spec.replicas "-1" is below 0']],
  [
    'a claim of nothing',
    workload('StatefulSet', 'volumeClaimTemplates: [{metadata: {name: data}, spec: {accessModes: [ReadWriteOnce]}}]'),
    ['spec.volumeClaimTemplates[0].spec.resources[storage] is missing'],
  ],
  [
    'a daemon that surges and leaves',
    workload('DaemonSet', 'updateStrategy: {rollingUpdate: {maxSurge: 1, maxUnavailable: 1}}'),
    ['spec.updateStrategy.rollingUpdate.maxSurge "1" is above 0 beside a maxUnavailable above 0'],
  ],
  [
    'removed versions',
    'apiVersion: extensions/v1beta1\nkind: Deployment\nmetadata: {name: a}',
    ['apiVersion extensions/v1beta1 has no Deployment: it is served as apps/v1'],
  ],
]
for (const [name, text, expected] of workloads) test(`workload: ${name}`, () => assert.deepEqual(says(text), expected))

const minors: [name: string, text: string, refusedFrom: number | 'before', minor: number][] = [
  ['host bits in a range', policy('egress: [{to: [{ipBlock: {cidr: 10.0.0.1/8}}]}]'), 36, 36],
  ['a service named by a digit first', service('clusterIP: None').replace('name: a', 'name: 1a'), 'before', 36],
  ['a service beside its headless node', service('clusterIP: None, trafficDistribution: PreferSameNode'), 'before', 34],
]
for (const [name, text, way, minor] of minors) {
  test(`by minor: ${name}`, () => {
    assert.equal(says(text, `1.${minor - 1}`).length, way === 'before' ? 1 : 0)
    assert.equal(says(text, `1.${minor}`).length, way === 'before' ? 0 : 1)
  })
}

test('fields come and go with minors', () => {
  const text = deployment('restartPolicyRules: []')
  assert.match(says(text, '1.33')[0] ?? '', /is no field of Container/)
  assert.deepEqual(says(text, '1.36'), [])
})

test('what is not modelled is named, never accepted in silence', () => {
  const widget = { apiVersion: 'example.com/v1', kind: 'Widget', metadata: { name: 'a' } }
  assert.deepEqual(admitObject(widget, { minor: '1.36' }), { refused: [], notModelled: ['example.com/v1/Widget'] })
  const older = parse(named('autoscaling/v1', 'HorizontalPodAutoscaler', 'spec: {}'))
  assert.deepEqual(admitObject(older, { minor: '1.36' }).notModelled, ['autoscaling/v1/HorizontalPodAutoscaler'])
})

test('names of prototypes are names', () => {
  const odd = JSON.parse(
    '{"apiVersion":"v1","kind":"ConfigMap","metadata":{"name":"a"},"__proto__":1,"constructor":2}',
  ) as Manifest
  const refused = admitObject(odd, { minor: '1.36' }).refused.map(sayRefusal)
  assert.deepEqual(refused, ['__proto__ is no field of ConfigMap', 'constructor is no field of ConfigMap'])
})

test('a LimitRange without a name is given one', () => {
  assert.deepEqual(says('apiVersion: v1\nkind: LimitRange\nmetadata: {}\nspec: {limits: []}\n'), [])
})

test('a Job’s name becomes a label of its pods', () => {
  const job = (name: string) =>
    `apiVersion: batch/v1\nkind: Job\nmetadata: {name: ${name}}\nspec:\n  template:\n    spec: {restartPolicy: Never, containers: [{name: c, image: x}]}\n`
  assert.deepEqual(says(job('a'.repeat(63))), [])
  assert.match(says(job('a'.repeat(64)))[0] ?? '', /^spec\.template\.labels "a+" is 64 characters long/)
})

test('a claim template’s name is the name of a volume', () => {
  const claims = (metadata: string) =>
    workload(
      'StatefulSet',
      `volumeClaimTemplates: [{${metadata}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]`,
    )
  assert.deepEqual(says(claims('metadata: {name: data}')), [])
  assert.deepEqual(says(claims('metadata: {}')), ['spec.template.spec.volumes[0].name is missing'])
})

test('a projected volume writes each path once', () => {
  const item = '{path: labels, fieldRef: {fieldPath: metadata.labels}}'
  const pod = (items: string) =>
    `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers: [{name: c, image: x}]\n  volumes: [{name: all, projected: {sources: [{downwardAPI: {items: [${items}]}}]}}]\n`
  assert.deepEqual(says(pod(item)), [])
  assert.deepEqual(says(pod(`${item}, ${item}`)), ['spec.volumes[0].projected labels stands there twice'])
})

test('hostNetwork makes each port one of the node: in a pod at once, in a template when its pods are made', () => {
  const spec = 'hostNetwork: true, containers: [{name: c, image: x, ports: [{containerPort: 80}, {containerPort: 80}]}]'
  const pod = `apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec: {${spec}}\n`
  const set = `apiVersion: apps/v1\nkind: DaemonSet\nmetadata: {name: a}\nspec: {selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {${spec}}}}\n`
  assert.deepEqual(says(pod), ['spec.containers[0].ports[1].hostPort TCP//80 stands there twice'])
  assert.deepEqual(says(set), [])
})
