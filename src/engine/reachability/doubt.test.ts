import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate, EstateObject } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { type ConnectionQuestion, connection } from './connection.ts'
import type { Endpoint } from './endpoint.ts'
import { reachability } from './reachability.ts'
import {
  gridNamespaces,
  gridPods,
  namespaceObject,
  nowhere,
  objectOf,
  podClass,
  policyObject,
  sampleEstate,
  servingSpec,
} from './sample-estate.ts'

interface Case {
  readonly objects?: readonly EstateObject[]
  readonly more?: Partial<Estate>
  readonly from?: Endpoint
  readonly to?: Endpoint
  readonly wanted?: 'open' | 'closed'
  readonly port?: number
}

const closedY = policyObject('y', 'deny', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] })
const openY = policyObject('y', 'allow', { podSelector: {}, ingress: [{}] })
const unseenY = [
  { name: 'north', namespace: 'y', unseenPolicies: { says: 'default deny', source: nowhere }, source: nowhere },
]
const unknown = { holds: undefined, source: nowhere }
const declared = { holds: true, source: nowhere }
const none = { holds: false, source: { known: 'a table' } }
const fromY = (cidr: string, except?: string[]) =>
  policyObject('y', 'block', { podSelector: {}, ingress: [{ from: [{ ipBlock: { cidr, except } }] }] })
const toBlock = (cidr: string, except?: string[]) =>
  policyObject('x', 'block', { policyTypes: ['Egress'], egress: [{ to: [{ ipBlock: { cidr, except } }] }] })
const cilium = objectOf({
  apiVersion: 'cilium.io/v2',
  kind: 'CiliumNetworkPolicy',
  metadata: { name: 'c', namespace: 'y' },
})
const unread = (apiVersion: string, kind: string, namespace: string) =>
  objectOf({ apiVersion, kind, metadata: { name: 'c', namespace } })
const strict = [
  namespaceObject('x', { 'istio-injection': 'enabled' }),
  objectOf({
    apiVersion: 'security.istio.io/v1',
    kind: 'PeerAuthentication',
    metadata: { name: 'c', namespace: 'y' },
    spec: { mtls: { mode: 'STRICT' } },
  }),
  objectOf({ apiVersion: 'apps/v1', kind: 'Deployment', metadata: { name: 'a', namespace: 'w' } }),
]
const hidden = podClass('w', 'a')
const host = podClass('x', 'agent', { spec: { ...servingSpec, hostNetwork: true } })
const pods: readonly PodClass[] = [...gridPods, host, hidden]
const two = ['n1', 'n2'].map((name) => ({ name })) as unknown as Estate['nodes']
const site = { outside: 'card-network', address: '203.0.113.7' }
const unsaid = { outside: 'card-network' }

// What decides, the case, the answer: a truth, the assumption it rests on, or what it is unknown for.
const rows: [name: string, asked: Case, open: boolean | undefined, by?: string][] = [
  ['unseen policies admit what is declared', { more: { environments: unseenY } }, true, 'unseen-policies/harbour/y'],
  ['and refuse what is not', { more: { environments: unseenY }, wanted: 'closed' }, false, 'unseen-policies/harbour/y'],
  ['an isolation that is shown stands', { objects: [closedY], more: { environments: unseenY } }, false],
  ['a rule that is shown stands: policies only add', { objects: [openY], more: { environments: unseenY } }, true],
  ['a plugin that enforces nothing voids policies', { objects: [closedY], more: { enforcesPolicy: none } }, true],
  ['also where they should separate', { objects: [closedY], more: { enforcesPolicy: none }, wanted: 'closed' }, true],
  [
    'nobody knows whether it enforces',
    { objects: [closedY], more: { enforcesPolicy: unknown } },
    undefined,
    'enforces-policy/harbour',
  ],
  [
    'to separate, it has to',
    { objects: [closedY], more: { enforcesPolicy: unknown }, wanted: 'closed' },
    false,
    'enforces-policy/harbour',
  ],
  [
    'said, not known: still an assumption',
    { objects: [closedY], more: { enforcesPolicy: declared }, wanted: 'closed' },
    false,
    'enforces-policy/harbour',
  ],
  ['what is open anyway needs no plugin', { more: { enforcesPolicy: unknown } }, true],
  [
    'a policy kind that nobody here reads',
    { objects: [cilium] },
    undefined,
    'unread-policy/harbour/CiliumNetworkPolicy/y/c',
  ],
  [
    'what only decides of the outside is no matter inside',
    { objects: [unread('k8s.ovn.org/v1', 'EgressFirewall', 'x')] },
    true,
  ],
  [
    'and is one outside',
    { objects: [unread('k8s.ovn.org/v1', 'EgressFirewall', 'x')], to: site },
    undefined,
    'unread-policy/harbour/EgressFirewall/x/c',
  ],
  [
    'what only decides of what goes out is no matter to what comes in',
    { objects: [unread('networking.gke.io/v1alpha1', 'FQDNNetworkPolicy', 'y')] },
    true,
  ],
  [
    'what a mesh keeps for all of it',
    { objects: [unread('security.istio.io/v1', 'AuthorizationPolicy', 'istio-system')] },
    undefined,
    'unread-policy/harbour/AuthorizationPolicy/istio-system/c',
  ],
  ['who shows a certificate of the mesh is let in', { objects: strict }, true],
  [
    'who shows none may be kept away',
    { objects: strict, from: hidden.workload },
    undefined,
    'unread-policy/harbour/PeerAuthentication/y/c',
  ],
  ['certificates are for what comes in', { objects: strict, from: 'Deployment/y/b', to: hidden.workload }, true],
  [
    'a policy whose fields are not the API’s',
    { objects: [policyObject('y', 'odd', { ingress: 'all' } as object)] },
    undefined,
    'unread-policy/harbour/NetworkPolicy/y/odd',
  ],
  [
    'labels that nobody shows',
    {
      from: hidden.workload,
      objects: [
        policyObject('y', 'p', { ingress: [{ from: [{ namespaceSelector: { matchLabels: { team: 'a' } } }] }] }),
      ],
    },
    undefined,
    'namespace-labels/harbour/w',
  ],
  [
    'but its name is known',
    {
      from: hidden.workload,
      objects: [
        policyObject('y', 'p', {
          ingress: [{ from: [{ namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': 'w' } } }] }],
        }),
      ],
    },
    true,
  ],
  [
    'any address is also a pod’s, if the plugin says so',
    { objects: [fromY('0.0.0.0/0')] },
    true,
    'ip-block-on-pods/harbour',
  ],
  ['or not', { objects: [fromY('0.0.0.0/0')], wanted: 'closed' }, false, 'ip-block-not-on-pods/harbour'],
  ['a private block may be the pods’', { objects: [fromY('10.0.0.0/8')] }, undefined, 'pod-addresses/harbour'],
  [
    'all private ranges cut out',
    { objects: [fromY('0.0.0.0/0', ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10'])] },
    false,
  ],
  ['an address in the block', { objects: [toBlock('203.0.113.0/24')], to: site, port: 443 }, true],
  [
    'an address in a hole of the block',
    { objects: [toBlock('203.0.113.0/24', ['203.0.113.0/28'])], to: site, port: 443 },
    false,
  ],
  ['an address beside the block', { objects: [toBlock('198.51.100.0/24')], to: site, port: 443 }, false],
  [
    'an address that nobody says',
    { objects: [toBlock('203.0.113.0/24')], to: unsaid },
    true,
    'address/harbour/card-network',
  ],
  ['any address', { objects: [toBlock('0.0.0.0/0')], to: unsaid }, true],
  [
    'a port that nobody says',
    {
      objects: [policyObject('x', 'p', { policyTypes: ['Egress'], egress: [{ ports: [{ port: 443 }] }] })],
      to: unsaid,
      port: undefined,
    },
    true,
    'port/harbour/card-network',
  ],
  [
    'selectors speak of pods only',
    {
      objects: [policyObject('x', 'p', { policyTypes: ['Egress'], egress: [{ to: [{ namespaceSelector: {} }] }] })],
      to: unsaid,
    },
    false,
  ],
  [
    'namespaceSelector: {} takes no address outside',
    { objects: [policyObject('y', 'p', { ingress: [{ from: [{ namespaceSelector: {} }] }] })], from: site },
    false,
  ],
  [
    'from outside the address may have been replaced',
    { objects: [fromY('203.0.113.0/24')], from: site },
    true,
    'source-address/harbour',
  ],
  [
    'pods on the node’s network are not isolated',
    { objects: [policyObject('x', 'deny', {})], from: 'Deployment/y/a', to: host.workload },
    true,
    'host-network-as-nodes/harbour',
  ],
  [
    'nor selected',
    {
      objects: [policyObject('y', 'p', { ingress: [{ from: [{ namespaceSelector: {} }] }] })],
      from: host.workload,
      more: { nodes: two },
    },
    true,
    'host-network-as-pods/harbour',
  ],
  [
    'but a node always reaches its own pods, and there may be one only',
    { objects: [closedY], from: host.workload },
    undefined,
    'own-node/harbour',
  ],
  [
    'of several nodes some pods stand elsewhere',
    { objects: [closedY], from: host.workload, more: { nodes: two } },
    false,
  ],
  [
    'to separate, they must not stand beside each other',
    { objects: [closedY], from: host.workload, more: { nodes: two }, wanted: 'closed' },
    false,
    'own-node/harbour',
  ],
  ['where both ways agree nothing is assumed', { from: host.workload }, true],
  [
    'a pod calls itself',
    { objects: [closedY], from: 'Deployment/y/b', to: 'Deployment/y/b' },
    true,
    'loopback/harbour',
  ],
  ['a workload that is not there', { to: 'Deployment/y/gone' }, undefined, 'workload/harbour/Deployment/y/gone'],
]

for (const [name, asked, open, by] of rows) {
  test(`connection: ${name}`, () => {
    const r = reachability(sampleEstate([...gridNamespaces, ...(asked.objects ?? [])], asked.more), pods)
    const question: ConnectionQuestion = { from: 'Deployment/x/a', to: 'Deployment/y/b', port: 80, ...asked }
    const judged = connection(r, question)
    assert.equal(judged.open, open)
    assert.deepEqual(open === undefined ? judged.unknown : judged.assumes.map(({ id }) => id), by ? [by] : [])
    if (open !== undefined && by) assert.equal(connection(r, { ...question, denied: new Set([by]) }).open, !open)
  })
}

test('connection: two namespaces with unseen policies are separated by either, and denying one is enough', () => {
  const environments = ['x', 'y'].map((namespace) => ({
    ...(unseenY[0] as (typeof unseenY)[0]),
    name: namespace,
    namespace,
  }))
  const r = reachability(sampleEstate(gridNamespaces, { environments }), gridPods)
  const from: Ref = 'Deployment/x/a'
  const question: ConnectionQuestion = { from, to: 'Deployment/y/a', port: 80, wanted: 'closed' }
  const [assumption] = connection(r, question).assumes
  assert.equal(assumption?.id, 'unseen-policies/harbour/x')
  assert.equal(connection(r, { ...question, denied: new Set(['unseen-policies/harbour/x']) }).open, true)
})

test('connection: names from the prototype harm nothing', () => {
  const odd = namespaceObject('constructor', { __proto__: 'x', toString: 'y' } as never)
  const r = reachability(sampleEstate([odd]), [podClass('constructor', 'a', { labels: { valueOf: 'z' } })])
  assert.equal(connection(r, { from: 'Deployment/constructor/a', to: { outside: '__proto__' } }).open, true)
})
