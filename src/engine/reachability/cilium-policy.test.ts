import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import { connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import {
  gridNamespaces,
  gridPods,
  objectOf,
  podClass,
  policyObject,
  sampleEstate,
  servingSpec,
} from './sample-estate.ts'

const cilium = (spec: object, kind = 'CiliumNetworkPolicy', more: object = {}): EstateObject =>
  objectOf({
    apiVersion: 'cilium.io/v2',
    kind,
    metadata: kind === 'CiliumNetworkPolicy' ? { name: 'c', namespace: 'x' } : { name: 'cluster' },
    spec,
    ...more,
  })
const clusterwide = (spec: object) => cilium(spec, 'CiliumClusterwideNetworkPolicy')
const all = { endpointSelector: {} }
const pod = (name: string, more: object = {}) => ({ matchLabels: { pod: name, ...more } })
const port = (number: string, more: object = {}) => ({ ports: [{ port: number, protocol: 'TCP', ...more }] })
const inside = 'Deployment/x/b'
const across = 'Deployment/y/a'
const outside = { outside: 'site', address: '203.0.113.7' }
const host = podClass('z', 'host', { spec: { ...servingSpec, hostNetwork: true } })
const closing = policyObject('x', 'closed', { podSelector: {}, policyTypes: ['Ingress'] })

// Policies in namespace x; a connection into Deployment/x/a (or out of it, to `→ …`) at TCP 80; whether it passes.
type Row = [
  name: string,
  spec: object | readonly EstateObject[],
  end: Endpoint | { to: Endpoint },
  open: boolean | undefined,
]
const rows: Row[] = [
  ['an empty selector takes the whole namespace', { ...all, ingress: [{ fromEndpoints: [{}] }] }, inside, true],
  ['and no other', { ...all, ingress: [{ fromEndpoints: [{}] }] }, across, false],
  ['an empty rule lets nobody through', { ...all, ingress: [{}] }, inside, false],
  ['an empty section says nothing', { ...all, ingress: [] }, across, true],
  ['no word about egress', { ...all, ingress: [{}] }, { to: across }, true],
  ['ports alone: from anyone', { ...all, ingress: [{ toPorts: [port('80')] }] }, across, true],
  ['another port', { ...all, ingress: [{ toPorts: [port('81')] }] }, across, false],
  ['a range of ports', { ...all, ingress: [{ toPorts: [port('79', { endPort: 90 })] }] }, across, true],
  ['a port by name', { ...all, ingress: [{ toPorts: [port('serve-80-tcp')] }] }, across, true],
  ['any protocol', { ...all, ingress: [{ toPorts: [{ ports: [{ port: '80' }] }] }] }, across, true],
  ['a port of another protocol', { ...all, ingress: [{ toPorts: [port('80', { protocol: 'UDP' })] }] }, across, false],
  ['port 0 is every port', { ...all, ingress: [{ toPorts: [port('0')] }] }, across, true],
  [
    'a label that says the namespace',
    { ...all, ingress: [{ fromEndpoints: [pod('a', { 'k8s:io.kubernetes.pod.namespace': 'y' })] }] },
    across,
    true,
  ],
  [
    'a label of the namespace',
    { ...all, ingress: [{ fromEndpoints: [pod('a', { 'io.cilium.k8s.namespace.labels.ns': 'y' })] }] },
    across,
    true,
  ],
  [
    'a label that another namespace has',
    { ...all, ingress: [{ fromEndpoints: [pod('a', { 'io.cilium.k8s.namespace.labels.ns': 'z' })] }] },
    across,
    false,
  ],
  [
    'a clusterwide selector takes every namespace',
    [clusterwide({ ...all, ingress: [{ fromEndpoints: [{}] }] })],
    across,
    true,
  ],
  ['but nobody outside', [clusterwide({ ...all, ingress: [{ fromEndpoints: [{}] }] })], outside, false],
  [
    'deny wins over an allow',
    { ...all, ingress: [{ fromEntities: ['all'] }], ingressDeny: [{ fromEndpoints: [pod('b')] }] },
    inside,
    false,
  ],
  [
    'and over a NetworkPolicy',
    [cilium({ ...all, ingressDeny: [{ fromEndpoints: [pod('b')] }] }), policyObject('x', 'open', { ingress: [{}] })],
    inside,
    false,
  ],
  ['a deny isolates as well', { ...all, ingressDeny: [{ fromEndpoints: [pod('b')] }] }, across, false],
  [
    'unless it says that it does not',
    { ...all, enableDefaultDeny: { ingress: false }, ingressDeny: [{ fromEndpoints: [pod('b')] }] },
    across,
    true,
  ],
  [
    'what it lets through adds to NetworkPolicy',
    [closing, cilium({ ...all, ingress: [{ fromEndpoints: [pod('b')] }] })],
    inside,
    true,
  ],
  [
    'what NetworkPolicy lets through adds too',
    [cilium({ ...all, ingress: [{}] }), policyObject('x', 'open', { ingress: [{}] })],
    across,
    true,
  ],
  [
    'an allow without default deny isolates nobody',
    { ...all, enableDefaultDeny: { ingress: false }, ingress: [{ fromEndpoints: [pod('b')] }] },
    across,
    true,
  ],
  ['the world is outside', { ...all, egress: [{ toEntities: ['world'] }] }, { to: outside }, true],
  ['and not in the cluster', { ...all, egress: [{ toEntities: ['world'] }] }, { to: across }, false],
  ['the cluster is its pods', { ...all, egress: [{ toEntities: ['cluster'] }] }, { to: across }, true],
  ['and its nodes', { ...all, egress: [{ toEntities: ['cluster'] }] }, { to: host.workload }, true],
  ['all is everybody', { ...all, egress: [{ toEntities: ['all'] }] }, { to: outside }, true],
  [
    'the API server may be outside',
    { ...all, egress: [{ toEntities: ['kube-apiserver'] }] },
    { to: outside },
    undefined,
  ],
  ['but is no pod', { ...all, egress: [{ toEntities: ['kube-apiserver'] }] }, { to: across }, false],
  ['a block of addresses', { ...all, egress: [{ toCIDR: ['203.0.113.0/24'] }] }, { to: outside }, true],
  [
    'a hole in it',
    { ...all, egress: [{ toCIDRSet: [{ cidr: '203.0.0.0/16', except: ['203.0.113.0/24'] }] }] },
    { to: outside },
    false,
  ],
  ['no block takes pods', { ...all, egress: [{ toCIDR: ['0.0.0.0/0'] }] }, { to: across }, false],
  [
    'names of domains are known outside only',
    { ...all, egress: [{ toFQDNs: [{ matchName: 'pay.example' }] }] },
    { to: outside },
    undefined,
  ],
  [
    'and leave the rest as it is',
    { ...all, egress: [{ toFQDNs: [{ matchName: 'pay.example' }] }] },
    { to: across },
    false,
  ],
  [
    'services by name',
    { ...all, egress: [{ toServices: [{ k8sService: { serviceName: 's' } }] }] },
    { to: across },
    undefined,
  ],
  [
    'two ways to say the far end are refused',
    { ...all, ingress: [{ fromEndpoints: [{}], fromEntities: ['all'] }] },
    across,
    undefined,
  ],
  ['a field that nobody knows', { ...all, ingress: [{ fromEndpoints: [{}], sideways: true }] }, inside, undefined],
  ['is for its own pods only', { endpointSelector: pod('c'), ingress: [{ sideways: true }] }, inside, true],
  [
    'ICMP lets no port through, and isolates',
    { ...all, ingress: [{ icmps: [{ fields: [{ type: 8 }] }] }] },
    inside,
    false,
  ],
  [
    'several in one object',
    [cilium({ ...all, ingress: [{}] }, undefined, { specs: [{ ...all, ingress: [{ fromEndpoints: [pod('b')] }] }] })],
    inside,
    true,
  ],
  [
    'policies of nodes are not read, for pods on their network',
    [clusterwide({ nodeSelector: {}, ingress: [{}] })],
    { to: host.workload },
    undefined,
  ],
  ['and are no matter to others', [clusterwide({ nodeSelector: {}, ingress: [{}] })], across, true],
  [
    'a section that says null says nothing',
    { ...all, ingress: [{ fromEndpoints: [{}] }], egress: null },
    { to: across },
    true,
  ],
  [
    'health checks are no pods',
    [clusterwide({ endpointSelector: { matchLabels: { 'reserved:health': '' } }, ingress: [{}] })],
    across,
    true,
  ],
  [
    'a point where a colon was meant',
    { ...all, ingress: [{ fromEndpoints: [{ matchLabels: { 'k8s.io.kubernetes.pod.namespace': 'y' } }] }] },
    across,
    undefined,
  ],
  [
    'another version',
    [cilium({ ...all, ingress: [{}] }, undefined, { apiVersion: 'cilium.io/v9' })],
    inside,
    undefined,
  ],
]

for (const [name, written, end, open] of rows)
  test(`cilium: ${name}`, () => {
    const objects = Array.isArray(written) ? (written as readonly EstateObject[]) : [cilium(written)]
    const r = reachability(sampleEstate([...gridNamespaces, ...objects]), [...gridPods, host])
    const own = 'Deployment/x/a'
    const asked = typeof end === 'object' && 'to' in end ? { from: own, to: end.to } : { from: end, to: own }
    const found = connection(r, { ...asked, port: 80 } as Parameters<typeof connection>[1])
    assert.equal(found.open, open, found.unknown.join(', '))
    const [a, b] = [asked.from, asked.to].map((one) => reachMatrixAt(r, one))
    if (open !== undefined && found.assumes.length === 0 && a !== undefined && b !== undefined) {
      const answer = portsBetween(reachMatrix(r), a, b) ?? []
      const isOpen =
        answer === 'all' || answer.some(({ protocol, first, last }) => protocol === 'TCP' && first <= 80 && 80 <= last)
      assert.equal(isOpen, open, 'matrix')
    }
  })

function reachMatrixAt(r: ReturnType<typeof reachability>, end: unknown): number | undefined {
  const at = reachMatrix(r).classes.findIndex(({ members }) => typeof end === 'string' && members.includes(end))
  return at < 0 ? undefined : at
}

test('cilium: rules that look into requests rest on what is sent', () => {
  const sifted = (rules: object) =>
    reachability(
      sampleEstate([...gridNamespaces, cilium({ ...all, ingress: [{ toPorts: [{ ...port('80'), rules }] }] })]),
      gridPods,
    )
  const ask = (rules: object, denied: readonly string[] = []) =>
    connection(sifted(rules), { from: across, to: 'Deployment/x/a', port: 80, denied: new Set(denied) })
  const [assumption] = ask({ http: [{ method: 'GET' }] }).assumes
  assert.equal(assumption?.id, 'requests/harbour/CiliumNetworkPolicy/x/c')
  assert.equal(ask({ http: [{ method: 'GET' }] }, [assumption.id]).open, false)
  assert.deepEqual(ask({ http: [{}] }).assumes, [])
  assert.deepEqual(ask({ dns: [{ matchPattern: '*' }] }).assumes, [])
})

test('cilium: a denying rule is told with its place', () => {
  const object = cilium({ ...all, ingressDeny: [{ fromEndpoints: [pod('c'), pod('b')] }] })
  const { ingress } = connection(reachability(sampleEstate([...gridNamespaces, object]), gridPods), {
    from: inside,
    to: 'Deployment/x/a',
    port: 80,
  })
  assert.deepEqual(ingress.deniedBy?.path, ['spec', 'ingressDeny', 0, 'fromEndpoints', 1])
})
