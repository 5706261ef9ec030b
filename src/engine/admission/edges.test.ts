// Fields at the edge of what they take. Each row was asked of kube-apiserver 1.36.3: the fields that it names.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import { admitObject } from './admit-object.ts'
import { named, parse, service } from './sample-says.ts'

const pod = (spec: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x}], ${spec}}`)
const deployment = (spec: string) =>
  named(
    'apps/v1',
    'Deployment',
    `spec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a}}, spec: {containers: [{name: c, image: x}], ${spec}}}}`,
  )
const container = (fields: string) => named('v1', 'Pod', `spec: {containers: [{name: c, image: x, ${fields}}]}`)
const job = (spec: string, restarts = 'Never') =>
  named(
    'batch/v1',
    'Job',
    `spec: {${spec}, template: {spec: {restartPolicy: ${restarts}, containers: [{name: c, image: x}]}}}`,
  )
const indexed = (rest: string) => job(`completionMode: Indexed, completions: 3, ${rest}`)
const failing = (rule: string, restarts?: string) => job(`podFailurePolicy: {rules: [{${rule}}]}`, restarts)
const volume = (spec: string) =>
  named('v1', 'PersistentVolume', `spec: {capacity: {storage: 1Gi}, accessModes: [ReadWriteOnce], ${spec}}`)
const claim = (spec: string) =>
  named(
    'v1',
    'PersistentVolumeClaim',
    `spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}, ${spec}}`,
  )
const divisor = (resource: string, amount: string) =>
  container(`env: [{name: A, valueFrom: {resourceFieldRef: {resource: ${resource}, divisor: ${amount}}}}]`)

const rules = 'spec.podFailurePolicy.rules[0]'
const rows: [says: string, text: string, fields: readonly string[]][] = [
  ['indexes of a job that runs once', job('completionMode: Indexed'), []],
  ['indexes of nobody knows how many', job('completionMode: Indexed, parallelism: 1'), ['spec.completions']],
  ['a failure that ends the job', failing('action: FailJob, onExitCodes: {operator: In, values: [1, 42]}'), []],
  [
    'pods that are started again beside it',
    failing('action: Ignore, onPodConditions: [{type: DisruptionTarget}]', 'OnFailure'),
    ['spec.template.spec.restartPolicy'],
  ],
  ['a failure of nothing', failing('action: Count'), [rules]],
  [
    'an action that there is not',
    failing('action: Retry, onExitCodes: {operator: In, values: [1]}'),
    [`${rules}.action`],
  ],
  [
    'an index that fails without a limit of its own',
    failing('action: FailIndex, onExitCodes: {operator: In, values: [1]}'),
    [`${rules}.action`],
  ],
  [
    'success as a failure',
    failing('action: Count, onExitCodes: {operator: In, values: [0]}'),
    [`${rules}.onExitCodes.values[0]`],
  ],
  ['success left out', failing('action: Count, onExitCodes: {operator: NotIn, values: [0]}'), []],
  [
    'codes in no order',
    failing('action: Count, onExitCodes: {operator: In, values: [2, 1]}'),
    [`${rules}.onExitCodes.values`],
  ],
  [
    'a container that there is not',
    failing('action: Count, onExitCodes: {containerName: d, operator: In, values: [1]}'),
    [`${rules}.onExitCodes.containerName`],
  ],
  ['success of some indexes', indexed('successPolicy: {rules: [{succeededIndexes: "0,1-2", succeededCount: 2}]}'), []],
  [
    'more than there are',
    indexed('successPolicy: {rules: [{succeededIndexes: "0-3"}]}'),
    ['spec.successPolicy.rules[0].succeededIndexes'],
  ],
  [
    'more than are named',
    indexed('successPolicy: {rules: [{succeededIndexes: "0", succeededCount: 2}]}'),
    ['spec.successPolicy.rules[0].succeededCount'],
  ],
  ['success by index of a job without', job('successPolicy: {rules: [{succeededCount: 1}]}'), ['spec.successPolicy']],
  ['replaced when failed', job('podReplacementPolicy: Failed'), []],
  ['replaced at will', job('podReplacementPolicy: Always'), ['spec.podReplacementPolicy']],
  ['run by somebody', job('managedBy: example.com/queue'), []],
  ['run by a word', job('managedBy: queue'), ['spec.managedBy']],
  ['failed indexes without a limit of each', indexed('maxFailedIndexes: 1'), ['spec.backoffLimitPerIndex']],
  [
    'more failed indexes than indexes',
    indexed('maxFailedIndexes: 4, backoffLimitPerIndex: 1'),
    ['spec.maxFailedIndexes'],
  ],
  [
    'a selector of its own that is not there',
    job('manualSelector: true'),
    ['spec.selector', 'spec.template.metadata.labels'],
  ],
  [
    'started again by exit code',
    container('restartPolicy: Never, restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]'),
    [],
  ],
  [
    'by exit code without a policy',
    container('restartPolicyRules: [{action: Restart, exitCodes: {operator: In, values: [42]}}]'),
    ['spec.containers[0].restartPolicy'],
  ],
  [
    'by nothing',
    container('restartPolicy: Never, restartPolicyRules: [{action: Restart}]'),
    ['spec.containers[0].restartPolicyRules[0].exitCodes'],
  ],
  ['cpu in thousandths', divisor('limits.cpu', '1m'), []],
  ['cpu in halves', divisor('limits.cpu', '500m'), ['spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor']],
  ['memory in mebibytes', divisor('requests.memory', '1Mi'), []],
  ['memory in twos', divisor('requests.memory', '2'), ['spec.containers[0].env[0].valueFrom.resourceFieldRef.divisor']],
  ['the older name of an account', pod('serviceAccount: shop'), []],
  ['the older name of no account', deployment('serviceAccount: /shop'), ['spec.template.spec.serviceAccountName']],
  ['claims of a whole pod', pod('resources: {claims: []}'), ['spec.resources.claims']],
  ['a runtime without a name', deployment('runtimeClassName: ""'), ['spec.template.spec.runtimeClassName']],
  ['a node before the gates are open', pod('nodeName: one, schedulingGates: [{name: a}]'), ['spec.nodeName']],
  ['a debugger from the start', pod('ephemeralContainers: [{name: d, image: x}]'), ['spec.ephemeralContainers']],
  ['Linux', pod('os: {name: linux}, hostPID: true'), []],
  [
    'Windows with what Linux has',
    pod('os: {name: windows}, hostPID: true, securityContext: {fsGroup: 1}'),
    ['spec.hostPID', 'spec.securityContext.fsGroup'],
  ],
  [
    'Linux with what Windows has',
    pod('os: {name: linux}, securityContext: {windowsOptions: {runAsUserName: a}}'),
    ['spec.securityContext.windowsOptions'],
  ],
  ['another system', pod('os: {name: plan9}'), ['spec.os']],
  ['on the host of Windows', pod('hostNetwork: true, securityContext: {windowsOptions: {hostProcess: true}}'), []],
  [
    'on the host, and not on its network',
    pod('securityContext: {windowsOptions: {hostProcess: true}}'),
    ['spec.hostNetwork'],
  ],
  ['a user of a domain', container('securityContext: {windowsOptions: {runAsUserName: SHOP\\admin}}'), []],
  [
    'a user with a sign',
    container('securityContext: {windowsOptions: {runAsUserName: "a@b"}}'),
    ['spec.containers[0].securityContext.windowsOptions.runAsUserName'],
  ],
  [
    'AppArmor of the node',
    container('securityContext: {appArmorProfile: {type: Localhost, localhostProfile: shop}}'),
    [],
  ],
  [
    'AppArmor of the node without a name',
    container('securityContext: {appArmorProfile: {type: Localhost}}'),
    ['spec.containers[0].securityContext.appArmorProfile.localhostProfile'],
  ],
  ['a sysctl of the pod', pod('securityContext: {sysctls: [{name: net.core.somaxconn, value: "1"}]}'), []],
  [
    'a sysctl of the node',
    pod('hostNetwork: true, securityContext: {sysctls: [{name: net/core/somaxconn, value: "1"}]}'),
    ['spec.securityContext.sysctls[0].name'],
  ],
  [
    'SELinux labels by mount',
    pod('securityContext: {seLinuxChangePolicy: MountOption}'),
    ['spec.securityContext.seLinuxChangePolicy'],
  ],
  [
    'two sources in one',
    pod('volumes: [{name: v, projected: {sources: [{configMap: {name: a}, secret: {name: b}}]}}]'),
    ['spec.volumes[0].projected.sources[0]'],
  ],
  [
    'a source behind a gate beside another',
    pod('volumes: [{name: v, projected: {sources: [{configMap: {name: a}, clusterTrustBundle: {path: b}}]}}]'),
    [],
  ],
  ['a volume of two kinds', volume('csi: {driver: d, volumeHandle: h}, nfs: {server: s, path: /}'), ['spec.csi']],
  [
    'attributes of a volume that is none of a driver',
    volume('hostPath: {path: /a}, volumeAttributesClassName: fast'),
    ['spec.csi'],
  ],
  ['attributes of a claim', claim('volumeAttributesClassName: fast'), []],
  ['attributes of a claim by no name', claim('volumeAttributesClassName: /'), ['spec.volumeAttributesClassName']],
  ['from a snapshot', claim('dataSource: {apiGroup: snapshot.storage.k8s.io, kind: VolumeSnapshot, name: s}'), []],
  ['from what no server knew, which is dropped', claim('dataSource: {kind: Shop, name: ""}'), []],
  [
    'from two things',
    claim('dataSource: {kind: PersistentVolumeClaim, name: a}, dataSourceRef: {kind: PersistentVolumeClaim, name: b}'),
    ['spec'],
  ],
  ['an address in the list alone', service('ports: [{port: 1}], clusterIPs: [10.0.0.9]'), ['spec.clusterIPs']],
  ['an address of a name', service('type: ExternalName, externalName: a.b, clusterIP: 10.0.0.9'), ['spec.clusterIPs']],
  ['a finalizer of the API', named('v1', 'Namespace', 'spec: {finalizers: [kubernetes]}'), []],
  ['a finalizer of nobody', named('v1', 'Namespace', 'spec: {finalizers: [shop]}'), ['spec.finalizers']],
]

for (const [says, text, fields] of rows) {
  test(`edges: ${says}`, () => {
    const { refused } = admitObject(parse(text), { minor: '1.36' })
    assert.deepEqual([...new Set(refused.map(({ field }) => field))].sort(), fields)
  })
}
