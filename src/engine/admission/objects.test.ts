// Objects beside workloads and volumes. Each row was asked of kube-apiserver 1.36.3: the fields that it names,
// without those that follow from another (the name that it makes of a generateName, the defaults of a LimitRange).
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { named, refusedFields, type Table } from './sample-says.ts'

const rbac = 'rbac.authorization.k8s.io/v1'
const whole = (apiVersion: string, kind: string) => (fields: string) => named(apiVersion, kind, fields)
const withSpec = (apiVersion: string, kind: string) => (spec: string) => named(apiVersion, kind, `spec: {${spec}}`)
const long = (length: number) => 'a'.repeat(length)

const tables: readonly Table[] = [
  {
    about: 'what every object has',
    of: (metadata) => `apiVersion: v1\nkind: ConfigMap\nmetadata: {${metadata}}`,
    under: 'metadata',
    rows: [
      ['a name to begin with', 'generateName: a-'],
      ['no name', 'labels: {a: b}', '.name'],
      ['a name to begin with that is none', 'generateName: A', '.generateName'],
      // Asked in that namespace, the server does not find it.
      ['a namespace of no name', 'name: a, namespace: Shop', '.namespace'],
      ['a time of its making', 'name: a, creationTimestamp: "2026-11-21T10:00:00Z"'],
      ['a day of its making', 'name: a, creationTimestamp: "2026-11-21"', '.creationTimestamp'],
      ['an owner by name alone', 'name: a, ownerReferences: [b]', '.ownerReferences[0]'],
      ['labels of no name', 'name: a, labels: {a b: c}', '.labels'],
      ['annotations of no name', 'name: a, annotations: {a b: c}', '.annotations'],
      ['large annotations', `name: a, annotations: {a: ${long(262144)}}`, '.annotations'],
      ['finalizers', 'name: a, finalizers: [example.com/a, orphan]'],
      ['finalizers of no name', 'name: a, finalizers: [a b]', '.finalizers', '.finalizers[0]'],
      ['finalizers of nobody', 'name: a, finalizers: [shop]', '.finalizers[0]'],
      ['an owner', 'name: a, ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: b}]'],
      [
        'no owner',
        'name: a, ownerReferences: [{apiVersion: "", kind: "", name: "", uid: ""}]',
        '.ownerReferences.apiVersion',
        '.ownerReferences.kind',
        '.ownerReferences.name',
        '.ownerReferences.uid',
      ],
      [
        'an owner of no version',
        'name: a, ownerReferences: [{apiVersion: a/b/c, kind: K, name: a, uid: b}]',
        '.ownerReferences.apiVersion',
      ],
      [
        'an event as owner',
        'name: a, ownerReferences: [{apiVersion: v1, kind: Event, name: a, uid: b}]',
        '.ownerReferences',
      ],
      [
        'two controllers',
        'name: a, ownerReferences: [{apiVersion: v1, kind: Pod, name: a, uid: a, controller: true}, {apiVersion: v1, kind: Pod, name: b, uid: b, controller: true}]',
        '.ownerReferences',
      ],
    ],
  },
  {
    about: 'a ConfigMap',
    of: whole('v1', 'ConfigMap'),
    under: '',
    rows: [
      ['of text and bytes', 'data: {a: b}\nbinaryData: {c: ZA==}'],
      ['of a key that is no file name', 'data: {a/b: c, ..: d}', 'data[..]', 'data[a/b]'],
      ['of a key twice', 'data: {a: b}\nbinaryData: {a: ZA==}', 'data[a]'],
      ['of a mebibyte and one', `data: {a: ${long(1048577)}}`, '[]'],
    ],
  },
  {
    about: 'a Secret',
    of: whole('v1', 'Secret'),
    under: '',
    rows: [
      ['of a user without a password', 'type: kubernetes.io/basic-auth\nstringData: {username: a}'],
      ['of nobody', 'type: kubernetes.io/basic-auth\nstringData: {a: b}', 'data[password]', 'data[username]'],
      ['of a certificate without its key', 'type: kubernetes.io/tls\nstringData: {tls.crt: a}', 'data[tls.key]'],
      ['of an empty key', 'type: kubernetes.io/ssh-auth\nstringData: {ssh-privatekey: ""}', 'data[ssh-privatekey]'],
      ['of a key', 'type: kubernetes.io/ssh-auth\nstringData: {ssh-privatekey: a}'],
      ['of a key that is no file name', 'stringData: {a/b: c}', 'data[a/b]'],
      ['of a mebibyte and one', `stringData: {a: ${long(1048577)}}`, 'data'],
      [
        'of no account',
        'type: kubernetes.io/service-account-token',
        'metadata.annotations[kubernetes.io/service-account.name]',
      ],
    ],
  },
  {
    about: 'a Namespace',
    of: (labels) => `apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {${labels}}}`,
    under: 'metadata.labels',
    rows: [
      [
        'with a level of security',
        'pod-security.kubernetes.io/enforce: baseline, pod-security.kubernetes.io/warn-version: v1.36',
      ],
      [
        'with another level',
        'pod-security.kubernetes.io/enforce: some, pod-security.kubernetes.io/audit-version: "1.36"',
        '[pod-security.kubernetes.io/audit-version]',
        '[pod-security.kubernetes.io/enforce]',
      ],
    ],
  },
  {
    about: 'taints of a Node',
    of: (taints) => named('v1', 'Node', `spec: {taints: [${taints}]}`),
    under: 'metadata.taints',
    rows: [
      ['of two effects', '{key: a, effect: NoSchedule}, {key: a, effect: NoExecute}'],
      ['of no name, value and effect', '{key: a b, value: c d}', '[0].effect', '[0].key', '[0].value'],
      ['of another effect', '{key: a, effect: Some}', '[0].effect'],
      ['twice', '{key: a, effect: NoSchedule}, {key: a, effect: NoSchedule}', '[1]'],
    ],
  },
  {
    about: 'a ResourceQuota',
    of: withSpec('v1', 'ResourceQuota'),
    under: 'spec',
    rows: [
      ['of pods that end', 'hard: {pods: 1, cpu: 1}, scopes: [Terminating]'],
      ['below 0', 'hard: {cpu: -1}', '.hard[cpu]'],
      ['of no scope', 'scopes: [Some]', '.scopes'],
      ['of a scope without the resource', 'hard: {services: 1}, scopes: [Terminating]', '.scopes'],
      ['of pods that ask nothing, and what they ask', 'hard: {cpu: 1}, scopes: [BestEffort]', '.scopes'],
      ['of all pods and no others', 'scopes: [BestEffort, NotBestEffort]', '.scopes'],
      [
        'of a class of pods',
        'hard: {pods: 1}, scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In, values: [a]}]}',
      ],
      [
        'of some classes of volumes',
        'hard: {persistentvolumeclaims: 1}, scopeSelector: {matchExpressions: [{scopeName: VolumeAttributesClass, operator: In, values: [a]}]}',
      ],
      [
        'of a class of none',
        'scopeSelector: {matchExpressions: [{scopeName: PriorityClass, operator: In}]}',
        '.scopeSelector.matchExpressions.values',
      ],
      [
        'of what is there and nothing else',
        'scopeSelector: {matchExpressions: [{scopeName: Terminating, operator: In, values: [a]}]}',
        '.scopeSelector.matchExpressions.operator',
      ],
      [
        'of no scope, by no comparison',
        'scopeSelector: {matchExpressions: [{scopeName: Some, operator: Near}]}',
        '.scopeSelector.matchExpressions.operator',
        '.scopeSelector.matchExpressions.scopeName',
      ],
      [
        'of pods that end and do not',
        'scopeSelector: {matchExpressions: [{scopeName: Terminating, operator: Exists}, {scopeName: NotTerminating, operator: Exists}]}',
        '.scopeSelector.matchExpressions',
      ],
    ],
  },
  {
    about: 'a LimitRange',
    of: (limits) => named('v1', 'LimitRange', `spec: {limits: [${limits}]}`),
    under: 'spec.limits',
    rows: [
      [
        'of containers and pods',
        '{type: Container, max: {cpu: 2}, maxLimitRequestRatio: {cpu: 2}}, {type: Pod, max: {cpu: 4}}',
      ],
      ['of something else', '{type: Node}', '[0].type'],
      ['of no name', '{type: a b}', '[0].type'],
      ['of pods twice', '{type: Pod}, {type: Pod}', '[1].type'],
      ['of pods by default', '{type: Pod, default: {cpu: 1}}', '[0].default'],
      ['of what containers do not have', '{type: Container, max: {pods: 1}}', '[0].max[pods]'],
      ['of a claim without its size', '{type: PersistentVolumeClaim}', '[0].limits'],
      ['from more to less', '{type: Pod, min: {cpu: 2}, max: {cpu: 1}}', '[0].min[cpu]'],
      ['of a ratio below 1', '{type: Pod, maxLimitRequestRatio: {cpu: 500m}}', '[0].maxLimitRequestRatio[cpu]'],
      [
        'of a ratio that no pod could have',
        '{type: Pod, min: {cpu: 1}, max: {cpu: 2}, maxLimitRequestRatio: {cpu: 3}}',
        '[0].maxLimitRequestRatio[cpu]',
      ],
      [
        'of a device that is asked for in part',
        '{type: Container, default: {example.com/gpu: 2}, defaultRequest: {example.com/gpu: 1}}',
        '[0].defaultRequest[example.com/gpu]',
      ],
      [
        'of least amounts above what is asked and what is allowed',
        '{type: Container, min: {cpu: 3}, default: {cpu: 2}, defaultRequest: {cpu: 1}}',
        '[0].default[cpu]',
        '[0].defaultRequest[cpu]',
      ],
    ],
  },
  {
    about: 'a PriorityClass',
    of: whole('scheduling.k8s.io/v1', 'PriorityClass'),
    under: '',
    rows: [
      ['that waits', 'value: 1\npreemptionPolicy: Never'],
      ['that does something else', 'value: 1\npreemptionPolicy: Some', 'preemptionPolicy'],
    ],
  },
  {
    about: 'a ClusterRole',
    of: whole(rbac, 'ClusterRole'),
    under: '',
    rows: [
      ['of addresses', 'rules: [{verbs: [get], nonResourceURLs: [/metrics]}]'],
      ['to do nothing', 'rules: [{apiGroups: [""], resources: [pods]}]', 'rules[0].verbs'],
      ['of nothing', 'rules: [{verbs: [get]}]', 'rules[0].apiGroups', 'rules[0].resources'],
      [
        'of addresses and resources',
        'rules: [{verbs: [get], apiGroups: [""], resources: [pods], nonResourceURLs: [/metrics]}]',
        'rules[0].nonResourceURLs',
      ],
      ['of other roles', 'aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b}}]}'],
      ['of no other roles', 'aggregationRule: {}', 'aggregationRule.clusterRoleSelectors'],
      [
        'of other roles of no label',
        'aggregationRule: {clusterRoleSelectors: [{matchLabels: {a: b c}}]}',
        'aggregationRule.clusterRoleSelectors[0].matchLabels',
      ],
    ],
  },
  {
    about: 'a RoleBinding',
    of: whole(rbac, 'RoleBinding'),
    under: '',
    rows: [
      ['of a user', 'roleRef: {kind: Role, name: a}\nsubjects: [{kind: User, name: a}]'],
      ['of no role', 'roleRef: {kind: Some, apiGroup: a}', 'roleRef.apiGroup', 'roleRef.kind', 'roleRef.name'],
      ['of a role in no address', 'roleRef: {kind: Role, name: a/b}', 'roleRef.name'],
      [
        'of nobody',
        'roleRef: {kind: Role, name: a}\nsubjects: [{kind: Some, name: ""}, {kind: User, name: a, apiGroup: a}, {kind: ServiceAccount, name: A, apiGroup: a}]',
        'subjects[0].kind',
        'subjects[0].name',
        'subjects[1].apiGroup',
        'subjects[2].apiGroup',
        'subjects[2].name',
      ],
    ],
  },
  {
    about: 'a ClusterRoleBinding',
    of: whole(rbac, 'ClusterRoleBinding'),
    under: '',
    rows: [
      ['of a role for the cluster', 'roleRef: {kind: ClusterRole, name: a}'],
      ['of a role in a namespace', 'roleRef: {kind: Role, name: a}', 'roleRef.kind'],
    ],
  },
]

for (const { about, of, under, rows } of tables)
  for (const [says, part, ...fields] of rows)
    test(`${about}: ${says}`, () =>
      assert.deepEqual(refusedFields(of(part)), fields.map((field) => under + field).sort()))

test('what every object has: a budget may have a finalizer of nobody', () => {
  const text =
    'apiVersion: policy/v1\nkind: PodDisruptionBudget\nmetadata: {name: a, finalizers: [shop]}\nspec: {maxUnavailable: 1}'
  assert.deepEqual(refusedFields(text), [])
})

test('a PriorityClass: a name of the system', () => {
  const text = 'apiVersion: scheduling.k8s.io/v1\nkind: PriorityClass\nmetadata: {name: system-shop}\nvalue: 1'
  assert.deepEqual(refusedFields(text), ['metadata.name'])
})
