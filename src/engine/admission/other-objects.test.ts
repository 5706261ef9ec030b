// Objects beside workloads; asked of kube-apiserver as in `admit-object.test.ts`.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { job, named, policy, says, service } from './sample-says.ts'

const rbac = 'rbac.authorization.k8s.io/v1'
const account = 'subjects: [{kind: ServiceAccount, name: backup}]'
const ref = (kind: string) => `roleRef: {kind: ${kind}, name: r, apiGroup: rbac.authorization.k8s.io}`
const range = (item: string) => named('v1', 'LimitRange', `spec: {limits: [{type: Container, ${item}}]}`)

const others: [name: string, text: string, says: readonly string[]][] = [
  ['a schedule', job("schedule: '0 3 * * *'"), []],
  [
    'a schedule with seconds',
    job("schedule: '0 0 3 * * *'"),
    ['spec.schedule "0 0 3 * * *" is no schedule: expected 5 fields, found 6'],
  ],
  ['a time zone', job("schedule: '@daily'\n  timeZone: Europe/Zurich"), []],
  ['no time zone', job("schedule: '@daily'\n  timeZone: Zurich"), ['spec.timeZone "Zurich" is no time zone']],
  [
    'a job that never ends',
    job("schedule: '@daily'", 'restartPolicy: Always'),
    ['spec.jobTemplate.spec.template.spec.restartPolicy is missing: OnFailure or Never: a job ends'],
  ],
  [
    'peers of nobody',
    policy('ingress: [{from: [{}]}]'),
    ['spec.ingress[0].from[0] is missing: podSelector, namespaceSelector or ipBlock'],
  ],
  ['a list of no peers', policy('ingress: [{from: []}]'), []],
  [
    'an address and a selector',
    policy('egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8}, podSelector: {}}]}]'),
    ['spec.egress[0].to[0] may not be set: ipBlock stands alone'],
  ],
  [
    'an exception as large as the whole',
    policy('egress: [{to: [{ipBlock: {cidr: 10.0.0.0/8, except: [10.0.0.0/8]}}]}]'),
    ['spec.egress[0].to[0].ipBlock.except[0] "10.0.0.0/8" is no smaller part of cidr 10.0.0.0/8'],
  ],
  ['a quoted port', policy('egress: [{ports: [{port: "53"}]}]'), ['spec.egress[0].ports[0].port "53" holds no letter']],
  [
    'a range of named ports',
    policy('egress: [{ports: [{port: http, endPort: 90}]}]'),
    ['spec.egress[0].ports[0].endPort "90" has no port by number to begin with'],
  ],
  [
    'a range that ends before it begins',
    policy('egress: [{ports: [{port: 90, endPort: 80}]}]'),
    ['spec.egress[0].ports[0].endPort "80" is below port 90'],
  ],
  [
    'both kinds of budget',
    named('policy/v1', 'PodDisruptionBudget', 'spec: {minAvailable: 1, maxUnavailable: 1}'),
    ['spec has both minAvailable and maxUnavailable'],
  ],
  ['a service without ports', service('selector: {app: a}'), ['spec.ports is missing']],
  ['a headless service without ports', service('clusterIP: None'), []],
  [
    'two ports, one name missing',
    service('ports: [{name: a, port: 1}, {port: 2}]'),
    ['spec.ports[1].name is missing: where there is more than one port'],
  ],
  [
    'the same port twice',
    service('ports: [{name: a, port: 1}, {name: b, port: 1}]'),
    ['spec.ports[1] TCP/1 stands there twice'],
  ],
  [
    'a node port of a cluster address',
    service('ports: [{port: 1, nodePort: 30001}]'),
    ['spec.ports[0].nodePort may not be set: where the type is ClusterIP'],
  ],
  ['an account without a namespace, in a RoleBinding', named(rbac, 'RoleBinding', `${account}\n${ref('Role')}`), []],
  [
    'an account without a namespace, for the cluster',
    named(rbac, 'ClusterRoleBinding', `${account}\n${ref('ClusterRole')}`),
    ['subjects[0].namespace is missing: a ClusterRoleBinding has none of its own'],
  ],
  [
    'a role of nothing',
    named(rbac, 'Role', 'rules: [{verbs: [get], resources: [pods]}]'),
    ['rules[0].apiGroups is missing'],
  ],
  [
    'addresses in a namespace',
    named(rbac, 'Role', 'rules: [{verbs: [get], nonResourceURLs: [/metrics]}]'),
    ['rules[0].nonResourceURLs belongs to no namespace: only a ClusterRole has it'],
  ],
  [
    'a quota of an unknown resource',
    named('v1', 'ResourceQuota', 'spec: {hard: {request.cpu: 1}}'),
    ['spec.hard[request.cpu] "request.cpu" is no resource of Kubernetes, and others have a domain before a /'],
  ],
  [
    'a quota of half a pod',
    named('v1', 'ResourceQuota', 'spec: {hard: {pods: 500m}}'),
    ['spec.hard[pods] "500m" is no whole number'],
  ],
  [
    'a default above the most',
    range('max: {cpu: 1}, default: {cpu: 2}'),
    [
      'spec.limits[0].defaultRequest[cpu] "2" defaultRequest 2 is above max 1',
      'spec.limits[0].default[cpu] "2" default 2 is above max 1',
    ],
  ],
  [
    'a default request above the default',
    range('default: {cpu: 1}, defaultRequest: {cpu: 2}'),
    ['spec.limits[0].defaultRequest[cpu] "2" defaultRequest 2 is above default 1'],
  ],
  [
    'a claim of no size',
    named('v1', 'PersistentVolumeClaim', 'spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 0}}}'),
    ['spec.resources[storage] "0" is not above 0'],
  ],
  [
    'a label with a space',
    'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {team: a b}}',
    ['metadata.labels "a b" may hold only letters, digits, -, _ and ., and starts and ends with a letter or digit'],
  ],
  [
    'a Secret that is no base64',
    named('v1', 'Secret', 'data: {password: p}'),
    ['data[password] wants base64, and there is the text "p"'],
  ],
]
for (const [name, text, expected] of others) test(`object: ${name}`, () => assert.deepEqual(says(text), expected))
