import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { EstateObject } from '../../estate/estate.ts'
import { type ConnectionQuestion, connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { reachability } from './reachability.ts'
import {
  gridNamespaces,
  gridPods,
  objectOf,
  podClass,
  policyObject,
  sampleEstate,
  servingSpec,
} from './sample-estate.ts'

// The fields of AdminNetworkPolicy, BaselineAdminNetworkPolicy and ClusterNetworkPolicy, each in a rule about namespace x.

const admin = (spec: object, kind = 'AdminNetworkPolicy', version = 'v1alpha1'): EstateObject =>
  objectOf({ apiVersion: `policy.networking.k8s.io/${version}`, kind, metadata: { name: 'guard' }, spec })
const x = { namespaces: { matchLabels: { ns: 'x' } } }
const deny = (rule: object, more: object = {}) =>
  admin({ priority: 5, subject: x, ingress: [{ action: 'Deny', from: [{ namespaces: {} }], ...rule }], ...more })
const out = (action: string, peer: object, more: object = {}) =>
  admin({ priority: 5, subject: x, egress: [{ action, to: [peer], ...more }] })
const cluster = (protocols: readonly object[]) =>
  admin(
    { tier: 'Admin', priority: 5, subject: x, ingress: [{ action: 'Deny', from: [{ namespaces: {} }], protocols }] },
    'ClusterNetworkPolicy',
    'v1beta1',
  )
const host = podClass('x', 'agent', { spec: { ...servingSpec, hostNetwork: true } })
const hidden = podClass('w', 'a')
const site: Endpoint = { outside: 'site', address: '203.0.113.7' }

// Asked, unless said otherwise: from Deployment/y/a to Deployment/x/a at TCP 80.
type Row = [
  name: string,
  objects: readonly EstateObject[],
  asked: Partial<ConnectionQuestion>,
  open: boolean | undefined,
  by?: string,
]
const outward = { from: 'Deployment/x/a', to: 'Deployment/y/a' } as const
const rows: Row[] = [
  ['a port by number', [deny({ ports: [{ portNumber: { protocol: 'TCP', port: 80 } }] })], {}, false],
  ['another number', [deny({ ports: [{ portNumber: { protocol: 'TCP', port: 81 } }] })], {}, true],
  ['a range of ports', [deny({ ports: [{ portRange: { protocol: 'TCP', start: 79, end: 81 } }] })], {}, false],
  ['a port by name', [deny({ ports: [{ namedPort: 'serve-80-tcp' }] })], {}, false],
  ['a name that no pod uses', [deny({ ports: [{ namedPort: 'web' }] })], {}, true],
  [
    'a name means whatever protocol its port has',
    [deny({ ports: [{ namedPort: 'serve-80-udp' }] })],
    { protocol: 'UDP' },
    false,
  ],
  ['no ports: all', [deny({})], { protocol: 'SCTP', port: 7 }, false],
  ['protocols of the newer API', [cluster([{ tcp: { destinationPort: { number: 80 } } }])], {}, false],
  ['ranges of the newer API', [cluster([{ udp: { destinationPort: { range: { start: 1, end: 99 } } } }])], {}, true],
  ['names of the newer API', [cluster([{ destinationNamedPort: 'serve-80-tcp' }])], {}, false],
  [
    'a protocol that nobody knows',
    [cluster([{ icmp: {} }])],
    {},
    undefined,
    'unread-policy/harbour/ClusterNetworkPolicy//guard',
  ],
  [
    'another version',
    [admin({ priority: 5, subject: x }, 'AdminNetworkPolicy', 'v9')],
    {},
    undefined,
    'unread-policy/harbour/AdminNetworkPolicy//guard',
  ],
  [
    'a field that nobody knows',
    [deny({}, { sideways: true })],
    {},
    undefined,
    'unread-policy/harbour/AdminNetworkPolicy//guard',
  ],
  ['is for its own pods only', [deny({}, { sideways: true })], { to: 'Deployment/z/a' }, true],
  [
    'a peer without a field was written for another version',
    [deny({ from: [{}] })],
    {},
    undefined,
    'unread-policy/harbour/AdminNetworkPolicy//guard',
  ],
  [
    'no priority',
    [admin({ subject: x, ingress: [] })],
    {},
    undefined,
    'unread-policy/harbour/AdminNetworkPolicy//guard',
  ],
  ['addresses outside', [out('Deny', { networks: ['203.0.113.0/24'] })], { from: 'Deployment/x/a', to: site }, false],
  ['addresses elsewhere', [out('Deny', { networks: ['198.51.100.0/24'] })], { from: 'Deployment/x/a', to: site }, true],
  ['all addresses are those of pods too', [out('Deny', { networks: ['0.0.0.0/0'] })], outward, false],
  ['some may be', [out('Deny', { networks: ['10.0.0.0/8'] })], outward, undefined, 'pod-addresses/harbour'],
  [
    'where the next rule says the same, that is no matter',
    [out('Deny', { networks: ['10.0.0.0/8'] }), policyObject('x', 'p', { policyTypes: ['Egress'] })],
    outward,
    false,
  ],
  [
    'names of domains',
    [out('Allow', { domainNames: ['pay.example.com'] }), policyObject('x', 'p', { policyTypes: ['Egress'] })],
    { from: 'Deployment/x/a', to: site },
    undefined,
    'domain-names/harbour/pay.example.com',
  ],
  [
    'are no pods',
    [out('Allow', { domainNames: ['pay.example.com'] }), policyObject('x', 'p', { policyTypes: ['Egress'] })],
    outward,
    false,
  ],
  [
    'all nodes',
    [out('Deny', { nodes: {} })],
    { from: 'Deployment/x/a', to: host.workload },
    false,
    'host-network-as-nodes/harbour',
  ],
  ['some nodes', [out('Deny', { nodes: { matchLabels: { a: 'b' } } })], outward, true],
  ['pods on their node’s network are no subjects', [deny({})], { to: host.workload }, true],
  [
    'nor peers',
    [deny({ from: [{ namespaces: { matchLabels: { ns: 'x' } } }] })],
    { from: host.workload, to: 'Deployment/x/b' },
    true,
  ],
  [
    'a subject by labels that nobody shows',
    [deny({}, { subject: { namespaces: { matchLabels: { team: 'a' } } } })],
    { to: hidden.workload },
    undefined,
    'namespace-labels/harbour/w',
  ],
  [
    'a peer by labels that nobody shows',
    [deny({ from: [{ namespaces: { matchLabels: { team: 'a' } } }] })],
    { from: hidden.workload },
    undefined,
    'namespace-labels/harbour/w',
  ],
  [
    'the baseline denies what no policy isolates',
    [admin({ subject: x, ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }] }, 'BaselineAdminNetworkPolicy')],
    {},
    false,
  ],
  [
    'and yields to a policy',
    [
      admin({ subject: x, ingress: [{ action: 'Deny', from: [{ namespaces: {} }] }] }, 'BaselineAdminNetworkPolicy'),
      policyObject('x', 'p', { ingress: [{}] }),
    ],
    {},
    true,
  ],
]

for (const [name, objects, asked, open, by] of rows)
  test(`admin policies: ${name}`, () => {
    const r = reachability(sampleEstate([...gridNamespaces, ...objects]), [...gridPods, host, hidden])
    const wanted = open === false && by !== undefined ? ('closed' as const) : undefined
    const found = connection(r, { from: 'Deployment/y/a', to: 'Deployment/x/a', port: 80, wanted, ...asked })
    assert.equal(found.open, open, found.unknown.join(', '))
    if (open === undefined) assert.deepEqual(found.unknown, [by])
  })
