// What changed in the rules between 1.28 and 1.34, each side of the change. Read in pkg/apis/*/validation of
// k8s.io/kubernetes v1.28.0 to v1.34.4; `oracle/` asks a kube-apiserver 1.28.0 thousands more.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { job, named, refusedFields, service } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {containers: [{name: a, image: i}], ${spec}}`)
const claim = (spec: string) =>
  named(
    'v1',
    'PersistentVolumeClaim',
    `spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, ${spec}}`,
  )
const told = named(
  'v1',
  'Pod',
  'spec: {containers: [{name: a, image: i, env: [{name: A, valueFrom: {fieldRef: {fieldPath: status.hostIPs}}}]}]}',
)
const token = pod('volumes: [{name: v, projected: {sources: [{serviceAccountToken: {path: ../t}}]}}]')
const disks = (kind: string, spec = '') =>
  named(
    'apps/v1',
    kind,
    `spec: {${spec} selector: {matchLabels: {a: b}}, template: {metadata: {labels: {a: b}}, spec: {volumes: [{name: d, gcePersistentDisk: {pdName: d}}], containers: [{name: a, image: i}]}}}`,
  )
const where = pod(
  "affinity: {nodeAffinity: {requiredDuringSchedulingIgnoredDuringExecution: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: In, values: ['b c']}]}]}}}",
)
const inTerm =
  'spec.affinity.nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms[0].matchExpressions[0].values[0]'
const readOnly = 'spec.template.spec.volumes[0].gcePersistentDisk.readOnly'
const outside = service('ports: [{port: 1}], externalIPs: [192.0.2.1], externalTrafficPolicy: Local')
const scoped = named('v1', 'ResourceQuota', 'spec: {hard: {requests.storage: 1Gi}, scopes: [VolumeAttributesClass]}')
const shared = pod('hostNetwork: true, securityContext: {sysctls: [{name: net.ipv4.tcp_syncookies, value: "1"}]}')
const scaler = named(
  'autoscaling/v2',
  'HorizontalPodAutoscaler',
  'spec: {maxReplicas: 2, scaleTargetRef: {kind: Deployment, name: a}}',
)
// Dropped only as each Job is made: the CronJob is read with it.
const indexed = job('schedule: "0 4 * * *"').replace(
  'jobTemplate: {spec: {',
  'jobTemplate: {spec: {backoffLimitPerIndex: 1, ',
)
const unindexed = 'spec.jobTemplate.spec.backoffLimitPerIndex'
const digit = named('v1', 'Pod', 'spec: {containers: [{name: a, image: i, env: [{name: 1A, value: b}]}]}')

const rows: [
  name: string,
  manifest: string,
  minors: readonly [before: string, after: string],
  before: readonly string[],
  after: readonly string[],
][] = [
  ['a parameter of the node’s own network', shared, ['1.28', '1.29'], [], ['spec.securityContext.sysctls[0].name']],
  [
    'a source of a group that is no name',
    claim('dataSourceRef: {apiGroup: A_B, kind: K, name: src}'),
    ['1.28', '1.29'],
    [],
    ['spec.dataSourceRef.apiGroup'],
  ],
  ['a zone in the schedule', job('schedule: "CRON_TZ=Europe/Kyiv 0 4 * * *"'), ['1.28', '1.29'], [], ['spec.schedule']],
  [
    'a zone there, and beside it',
    job('schedule: "TZ=UTC 0 4 * * *"\n  timeZone: UTC'),
    ['1.28', '1.29'],
    ['spec.schedule'],
    ['spec.schedule'],
  ],
  [
    'no schedule behind its zone',
    job('schedule: "TZ=UTC never"'),
    ['1.28', '1.29'],
    ['spec.schedule'],
    ['spec.schedule'],
  ],
  ['a policy for addresses from outside', outside, ['1.28', '1.29'], ['spec.externalTrafficPolicy'], []],
  ['all addresses of the node', told, ['1.28', '1.29'], ['spec.containers[0].env[0].valueFrom.fieldRef'], []],
  ['a disk that pods write together', disks('Deployment', 'replicas: 2,'), ['1.28', '1.29'], [readOnly], []],
  ['a disk of one pod', disks('Deployment'), ['1.28', '1.29'], [], []],
  ['a disk of every node', disks('DaemonSet'), ['1.28', '1.29'], [readOnly], []],
  [
    'a token above its volume',
    token,
    ['1.29', '1.30'],
    [],
    ['spec.volumes[0].projected.sources[0].serviceAccountToken.path'],
  ],
  ['a variable that begins with a digit', digit, ['1.31', '1.32'], ['spec.containers[0].env[0].name'], []],
  ['nodes by a label that none can have', where, ['1.32', '1.33'], [], [inTerm]],
  ['an autoscaler of no group', scaler, ['1.33', '1.34'], [], ['spec.scaleTargetRef.apiVersion']],
  ['what a CronJob says of its Jobs', indexed, ['1.28', '1.29'], [unindexed], [unindexed]],
  ['a quota of storage classes', scoped, ['1.32', '1.33'], ['spec.scopes'], []],
]

for (const [name, manifest, [before, after], refusedBefore, refusedAfter] of rows) {
  test(`${before} and ${after}: ${name}`, () => {
    assert.deepEqual(refusedFields(manifest, before), refusedBefore)
    assert.deepEqual(refusedFields(manifest, after), refusedAfter)
  })
}
