import assert from 'node:assert/strict'
import { test } from 'node:test'
import { linesOf, manifestWorld, verdictsOf } from '../sample.ts'
import { refers } from './refers.ts'

const pod = (body: string, kind = 'Deployment', name = 'checkout') => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
spec:
  selector: { matchLabels: { app: ${name} } }
  template:
    metadata: { labels: { app: ${name} } }
    spec: ${body}
`
const object = (kind: string, name: string, rest: string, apiVersion = 'v1') => `
apiVersion: ${apiVersion}
kind: ${kind}
metadata: { name: ${name}, namespace: shop }
${rest}
`
const settings = object('ConfigMap', 'settings', 'data: { region: north }')
const access = object('Secret', 'access', 'stringData: { password: x }')
const container = (fields: string) => `{ containers: [{ name: app, ${fields} }] }`
const env = (ref: string) => container(`env: [{ name: A, valueFrom: { ${ref} } }]`)
const port = (targetPort: string) =>
  object(
    'Service',
    'checkout',
    `spec: { selector: { app: checkout }, ports: [{ port: 80, name: web, targetPort: ${targetPort} }] }`,
  )
const ingress = (service: string, at: string) =>
  object(
    'Ingress',
    'door',
    `spec: { rules: [{ http: { paths: [{ path: /, pathType: Prefix, backend: { service: { name: ${service}, port: { ${at} } } } }] } }] }`,
    'networking.k8s.io/v1',
  )
const ports = container('ports: [{ name: http, containerPort: 8080 }]')
const autoscaler = (name: string) =>
  object(
    'HorizontalPodAutoscaler',
    'checkout',
    `spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: ${name} } }`,
    'autoscaling/v2',
  )
const binding = (role: string) =>
  object(
    'RoleBinding',
    'reads',
    `roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: ${role} }`,
    'rbac.authorization.k8s.io/v1',
  )
const role = object('Role', 'reader', 'rules: []', 'rbac.authorization.k8s.io/v1')
const manual = (kind: string, name: string, rest: string) => object(kind, name, rest)
const never = 'the container is never created (CreateContainerConfigError)'

const rows: [name: string, manifests: readonly string[], of: string, verdict: string | undefined, line?: string][] = [
  [
    'a ConfigMap that is there',
    [settings, pod(env('configMapKeyRef: { name: settings, key: region }'))],
    'Deployment/checkout',
    'kept',
    'there: ConfigMap settings',
  ],
  [
    'a ConfigMap of another name',
    [settings, pod(container('envFrom: [{ configMapRef: { name: setings } }]'))],
    'Deployment/checkout',
    'broken',
    `ConfigMap setings does not exist: ${never}`,
  ],
  [
    'a ConfigMap where no file shows any',
    [pod(container('envFrom: [{ configMapRef: { name: settings } }]'))],
    'Deployment/checkout',
    'assumed',
    'ConfigMap settings is in no file, and is taken to be there',
  ],
  [
    'an optional one',
    [settings, pod(container('envFrom: [{ configMapRef: { name: gone, optional: true } }]'))],
    'Deployment/checkout',
    undefined,
  ],
  [
    'a key that is not in it',
    [settings, pod(env('configMapKeyRef: { name: settings, key: regoin }'))],
    'Deployment/checkout',
    'broken',
    `ConfigMap settings has no key regoin (it has region): ${never}`,
  ],
  [
    'a key of an empty one is filled by somebody',
    [object('ConfigMap', 'bundle', 'data: {}'), pod(env('configMapKeyRef: { name: bundle, key: ca.crt }'))],
    'Deployment/checkout',
    'kept',
    'there: ConfigMap bundle',
  ],
  [
    'the bundle that every namespace has',
    [settings, pod('{ containers: [], volumes: [{ name: ca, configMap: { name: kube-root-ca.crt } }] }')],
    'Deployment/checkout',
    'kept',
    'there: ConfigMap kube-root-ca.crt',
  ],
  [
    'a Secret where Secrets are kept elsewhere',
    [pod(env('secretKeyRef: { name: access, key: password }'))],
    'Deployment/checkout',
    'assumed',
    'Secret access is in no file, and is taken to be there',
  ],
  [
    'a Secret among others',
    [access, pod('{ containers: [], volumes: [{ name: a, secret: { secretName: acess } }] }')],
    'Deployment/checkout',
    'broken',
    'Secret acess does not exist: the pod waits for its volume for ever (FailedMount)',
  ],
  [
    'a key that the Secret lacks',
    [access, pod(env('secretKeyRef: { name: access, key: token }'))],
    'Deployment/checkout',
    'broken',
    `Secret access has no key token (it has password): ${never}`,
  ],
  [
    'a Secret that a Job writes',
    [
      access,
      pod(env('secretKeyRef: { name: hook-cert, key: tls }')),
      object(
        'Job',
        'certs',
        'spec: { template: { spec: { containers: [{ name: a, args: [--secret-name=hook-cert] }] } } }',
        'batch/v1',
      ),
    ],
    'Deployment/checkout',
    'unknown',
    'Secret hook-cert is in no file that was read, and may be there',
  ],
  [
    'a pull secret holds no pod back',
    [access, pod('{ containers: [], imagePullSecrets: [{ name: registry }] }')],
    'Deployment/checkout',
    undefined,
  ],
  [
    'the account that every namespace has',
    [pod('{ containers: [], serviceAccountName: default }')],
    'Deployment/checkout',
    'kept',
    'there: ServiceAccount default',
  ],
  [
    'a Secret much like one that others name',
    [
      access,
      pod('{ containers: [], volumes: [{ name: a, secret: { secretName: access } }] }', 'StatefulSet', 'orders'),
      pod('{ containers: [], volumes: [{ name: a, secret: { secretName: access2 } }] }'),
    ],
    'Deployment/checkout',
    'assumed',
    'Secret access2 is in no file, and is taken to be there',
  ],
  [
    'an account that is missing among others, as Terraform makes them',
    [object('ServiceAccount', 'payer', ''), pod('{ containers: [], serviceAccountName: buyer }')],
    'Deployment/checkout',
    'assumed',
    'ServiceAccount buyer is in no file, and is taken to be there',
  ],
  [
    'an account whose name is a slip',
    [object('ServiceAccount', 'checkout', ''), pod('{ containers: [], serviceAccountName: chekout }')],
    'Deployment/checkout',
    'broken',
    'ServiceAccount chekout does not exist: its pods are refused',
  ],
  [
    'a class of the system',
    [pod('{ containers: [], priorityClassName: system-node-critical }')],
    'Deployment/checkout',
    'kept',
    'there: PriorityClass system-node-critical',
  ],
  [
    'the target of an autoscaler, in a version that is gone',
    [
      pod('{ containers: [] }'),
      object(
        'HorizontalPodAutoscaler',
        'checkout',
        'spec: { maxReplicas: 3, scaleTargetRef: { apiVersion: extensions/v1beta1, kind: Deployment, name: checkout } }',
        'autoscaling/v2',
      ),
    ],
    'HorizontalPodAutoscaler/checkout',
    'broken',
    'Deployment checkout of extensions does not exist: there is nothing to scale',
  ],
  [
    'a claim that is missing among others',
    [
      object('PersistentVolumeClaim', 'a', 'spec: {}'),
      pod('{ containers: [], volumes: [{ name: d, persistentVolumeClaim: { claimName: b } }] }'),
    ],
    'Deployment/checkout',
    'broken',
    'PersistentVolumeClaim b does not exist: its pods stay Pending',
  ],
  [
    'a port by the name that the pods have',
    [port('http'), pod(ports)],
    'Service/checkout',
    'kept',
    'port 80 leads to http of Deployment checkout',
  ],
  [
    'a port by a name that they have not',
    [port('web'), pod(ports)],
    'Service/checkout',
    'broken',
    'port 80 leads to a port named web, which no pod has that it selects: it has no endpoint',
  ],
  [
    'a named port that differs per pod',
    [
      port('http'),
      pod(ports),
      pod(container('ports: [{ name: http, containerPort: 9090 }]'), 'StatefulSet', 'checkout'),
    ],
    'Service/checkout',
    'kept',
    'port 80 leads to http of Deployment checkout, StatefulSet checkout',
  ],
  [
    'a number that no container lists',
    [port('8081'), pod(ports)],
    'Service/checkout',
    'kept',
    'Service checkout selects app=checkout: Deployment checkout',
  ],
  [
    'an Ingress to a port',
    [ingress('checkout', 'number: 80'), port('http'), pod(ports)],
    'Ingress/door',
    'kept',
    'there: Service checkout',
  ],
  [
    'an Ingress to a port that the Service has not',
    [ingress('checkout', 'number: 8080'), port('http'), pod(ports)],
    'Ingress/door',
    'broken',
    'Service checkout has no port 8080 (it has 80 (web)): its requests end in an error of the gateway',
  ],
  [
    'an Ingress to a Service that is not there',
    [ingress('chekout', 'number: 80'), port('http'), pod(ports)],
    'Ingress/door',
    'broken',
    'Service chekout does not exist: its requests end in an error of the gateway',
  ],
  [
    'an Ingress to a Service without pods',
    [ingress('checkout', 'name: web'), port('http'), pod(ports, 'Deployment', 'orders')],
    'Ingress/door',
    'assumed',
    'Service checkout selects app=checkout, which no pod has that was read: others are taken to have it',
  ],
  [
    'an Ingress to a Service whose selector is a slip',
    [ingress('checkout', 'name: web'), port('http').replace('app: checkout', 'app: chekout'), pod(ports)],
    'Ingress/door',
    'broken',
    'Service checkout selects app=chekout, and no pod has that: its requests end in an error of the gateway',
  ],
  [
    'whose slice the controller keeps, as it does for every Service',
    [
      ingress('checkout', 'name: web'),
      port('http'),
      pod(ports, 'Deployment', 'orders'),
      object('EndpointSlice', 'checkout-x', 'endpoints: []', 'discovery.k8s.io/v1').replace(
        'namespace: shop',
        'namespace: shop, labels: { kubernetes.io/service-name: checkout, endpointslice.kubernetes.io/managed-by: endpointslice-controller.k8s.io }',
      ),
    ],
    'Ingress/door',
    'assumed',
    'Service checkout selects app=checkout, which no pod has that was read: others are taken to have it',
  ],
  [
    'whose pods no file of the namespace shows',
    [ingress('checkout', 'name: web'), port('http')],
    'Ingress/door',
    'assumed',
    'Service checkout selects app=checkout, which no pod has that was read: others are taken to have it',
  ],
  [
    'whose addresses are written by hand',
    [
      ingress('erp', 'number: 80'),
      object('Service', 'erp', 'spec: { ports: [{ port: 80 }] }'),
      manual('Endpoints', 'erp', 'subsets: []'),
      pod(ports),
    ],
    'Ingress/door',
    'kept',
    'there: Service erp',
  ],
  [
    'an autoscaler of what is there',
    [autoscaler('checkout'), pod(ports)],
    'HorizontalPodAutoscaler/checkout',
    'kept',
    'there: Deployment checkout',
  ],
  [
    'an autoscaler of nothing',
    [autoscaler('till'), pod(ports)],
    'HorizontalPodAutoscaler/checkout',
    'broken',
    'Deployment till does not exist: there is nothing to scale',
  ],
  [
    'a binding to a role that is not there',
    [binding('writer'), role],
    'RoleBinding/reads',
    'broken',
    'Role writer does not exist: the binding grants nothing',
  ],
  ['a binding to a role', [binding('reader'), role], 'RoleBinding/reads', 'kept', 'there: Role reader'],
  [
    'what is switched off names what it likes',
    [
      settings,
      pod(container('envFrom: [{ configMapRef: { name: gone } }]')).replace('spec:\n', 'spec:\n  replicas: 0\n'),
    ],
    'Deployment/checkout',
    undefined,
  ],
  [
    'prototype keys are names',
    [settings, pod(env('configMapKeyRef: { name: settings, key: constructor }'))],
    'Deployment/checkout',
    'broken',
    `ConfigMap settings has no key constructor (it has region): ${never}`,
  ],
]

for (const [name, manifests, of, verdict, line] of rows) {
  test(`refers: ${name}`, () => {
    const found = verdictsOf(refers, manifestWorld(manifests.join('---'))).find(({ id }) => id === `refers/shop/${of}`)
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found).at(verdict === 'assumed' ? -1 : 0), line)
  })
}

test('refers: what is assumed and denied is broken', () => {
  const manifests = pod(env('secretKeyRef: { name: access, key: password }'))
  const [found] = verdictsOf(refers, manifestWorld(manifests, { denied: ['secret/cluster/shop/access'] }))
  assert.equal(found?.verdict, 'broken')
  assert.deepEqual(found && linesOf(found), [`Secret access is not there: ${never}`])
})

const hints: [name: string, manifests: readonly string[], hint: RegExp][] = [
  [
    'may have been added by hand',
    [access, pod(env('secretKeyRef: { name: access, key: token }'))],
    /^the key token in that Secret; .* by hand .*: kubectl -n shop describe secret access$/,
  ],
  [
    'is a slip of one that is there',
    [settings, pod(env('configMapKeyRef: { name: settings, key: regoin }'))],
    /^did you mean region\?$/,
  ],
]

for (const [name, manifests, hint] of hints) {
  test(`refers: a missing key ${name}`, () => {
    const found = verdictsOf(refers, manifestWorld(manifests.join('---'))).find(({ verdict }) => verdict === 'broken')
    assert.match(found?.because.find(({ truth }) => truth === false)?.hint ?? '', hint)
  })
}
