// Filters by the node, its ports and its room: each reason, in the scheduler’s words, beside a case that is nearly the
// same and is silent.
// The sentence that decides stands at the line named, in k8s.io/kubernetes@v1.36.3/pkg/scheduler/framework/plugins.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { onFirst, type SaidRow, saidOfFirst } from './sample-said.ts'

const taint = { key: 'gpu', value: 'yes', effect: 'NoSchedule' }
const names = (...values: string[]) => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: [
          { matchFields: values.map((value) => ({ key: 'metadata.name', operator: 'In', values: [value] })) },
        ],
      },
    },
  },
})
const port = (hostPort: number, more = {}) => ({ container: { ports: [{ containerPort: 80, hostPort, ...more }] } })

const rows: readonly SaidRow[] = [
  [
    'gates: schedulinggates/scheduling_gates.go:56',
    { pod: { schedulingGates: [{ name: 'a' }, { name: 'b' }] } },
    'nowhere, SchedulingGates: waiting for scheduling gates: [a b]',
  ],
  [
    'cordoned: nodeunschedulable/node_unschedulable.go:156',
    { node: { unschedulable: true } },
    'NodeUnschedulable: node(s) were unschedulable',
  ],
  [
    'cordoned and tolerated',
    {
      node: { unschedulable: true },
      pod: { tolerations: [{ key: 'node.kubernetes.io/unschedulable', operator: 'Exists' }] },
    },
    '',
  ],
  [
    'another node is named: nodename/node_name.go:82',
    { pod: { nodeName: 'n2' } },
    "NodeName: node(s) didn't match the requested node name",
  ],
  ['this node is named', { pod: { nodeName: 'n1' } }, ''],
  [
    'a taint: tainttoleration/taint_toleration.go:131',
    { node: { taints: [taint] } },
    'TaintToleration: node(s) had untolerated taint(s)',
  ],
  ['a taint that is preferred only', { node: { taints: [{ ...taint, effect: 'PreferNoSchedule' }] } }, ''],
  [
    'a taint that is tolerated',
    { node: { taints: [taint] }, pod: { tolerations: [{ key: 'gpu', operator: 'Equal', value: 'yes' }] } },
    '',
  ],
  [
    'a taint of another value',
    { node: { taints: [taint] }, pod: { tolerations: [{ key: 'gpu', value: 'no' }] } },
    'TaintToleration: node(s) had untolerated taint(s)',
  ],
  [
    'a label that is missing: nodeaffinity/node_affinity.go:235',
    { pod: { nodeSelector: { disk: 'ssd' } } },
    "NodeAffinity: node(s) didn't match Pod's node affinity/selector",
  ],
  ['a label that is there', { node: { labels: { disk: 'ssd' } }, pod: { nodeSelector: { disk: 'ssd' } } }, ''],
  [
    'other nodes are named: schedule_one.go:687',
    { node: { taints: [taint] }, pod: names('n2') },
    "NodeAffinity: node(s) didn't satisfy plugin(s) [NodeAffinity]; TaintToleration: node(s) had untolerated taint(s)",
  ],
  [
    'two names at once: nodeaffinity/node_affinity.go:203',
    { pod: names('n1', 'n2') },
    'nowhere, NodeAffinity: pod affinity terms conflict',
  ],
  ['named by field', { pod: names('n1') }, ''],
  [
    'a port that is held: nodeports/node_ports.go:170',
    { pods: [onFirst('a', port(80))], pod: port(80) },
    "NodePorts: node(s) didn't have free ports for the requested pod ports",
  ],
  ['a port of another protocol', { pods: [onFirst('a', port(80, { protocol: 'UDP' }))], pod: port(80) }, ''],
  [
    'a port on another address',
    { pods: [onFirst('a', port(80, { hostIP: '10.0.0.1' }))], pod: port(80, { hostIP: '10.0.0.2' }) },
    '',
  ],
  [
    'a port on one address against all',
    { pods: [onFirst('a', port(80, { hostIP: '10.0.0.1' }))], pod: port(80) },
    "NodePorts: node(s) didn't have free ports for the requested pod ports",
  ],
  [
    'no slot: noderesources/fit.go:685',
    { node: { allocatable: { pods: '1' } }, pods: [onFirst('a')] },
    'NodeResourcesFit: Too many pods',
  ],
  [
    'no cpu: noderesources/fit.go:702',
    { pods: [onFirst('a', { requests: { cpu: '3500m' } })] },
    'NodeResourcesFit: Insufficient cpu',
  ],
  ['cpu to the last thousandth', { pods: [onFirst('a', { requests: { cpu: '3' } })] }, ''],
  [
    'no memory, no storage, no such resource: fit.go:712 to :755',
    { pod: { requests: { memory: '9Gi', 'ephemeral-storage': '1', 'example.com/gpu': '1' } } },
    'NodeResourcesFit: Insufficient memory, Insufficient ephemeral-storage, Insufficient example.com/gpu',
  ],
  ['nothing asked for', { pods: [onFirst('a', { requests: { cpu: '4', memory: '8Gi' } })], pod: { requests: {} } }, ''],
  [
    'what has ended takes nothing',
    { pods: [onFirst('a', { requests: { cpu: '4' }, status: { phase: 'Succeeded' } })] },
    '',
  ],
  [
    'what the kubelet cannot do: nodedeclaredfeatures/nodedeclaredfeatures.go:125',
    { pod: { hostNetwork: true, hostUsers: false } },
    "NodeDeclaredFeatures: node(s) didn't match Pod's required features",
  ],
  [
    'what the kubelet says it can do',
    {
      node: { status: { declaredFeatures: ['UserNamespacesHostNetworkSupport'] } },
      pod: { hostNetwork: true, hostUsers: false },
    },
    '',
  ],
  [
    'restart of all containers',
    { pod: { container: { restartPolicyRules: [{ action: 'RestartAllContainers' }] } } },
    "NodeDeclaredFeatures: node(s) didn't match Pod's required features",
  ],
  [
    'what the scheduler says comes first, then who else would refuse',
    { node: { unschedulable: true, taints: [taint] }, pod: { nodeSelector: { disk: 'ssd' } } },
    "NodeUnschedulable: node(s) were unschedulable; TaintToleration: node(s) had untolerated taint(s); NodeAffinity: node(s) didn't match Pod's node affinity/selector",
  ],
]

for (const [name, scene, says] of rows) {
  test(`filters: ${name}`, () => {
    assert.equal(saidOfFirst(scene), says)
  })
}
