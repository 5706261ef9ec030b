import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Estate, EstateObject } from '../../estate/estate.ts'
import type { NetworkPolicySpec } from '../../kubernetes/types.ts'
import type { ConnectionQuestion } from './connection.ts'
import { explain } from './explain.ts'
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

const host = podClass('x', 'host', { spec: { ...servingSpec, hostNetwork: true } })
const twice = podClass('x', 'twice', {
  spec: {
    containers: [80, 81].map((containerPort) => ({
      name: `at-${containerPort}`,
      ports: [{ name: 'web', containerPort }],
    })),
  },
})

function asked(objects: readonly EstateObject[], question: Partial<ConnectionQuestion>, more: Partial<Estate> = {}) {
  const r = reachability(sampleEstate([...gridNamespaces, ...objects], more), [...gridPods, host, twice])
  return explain(r, { from: 'Deployment/y/a', to: 'Deployment/x/c', port: 80, ...question })
}

const ingress = (...rules: NonNullable<NetworkPolicySpec['ingress']>): NetworkPolicySpec => ({ ingress: rules })
const b = { podSelector: { matchLabels: { pod: 'b' } } }
const block = (cidr: string, ...except: string[]) => ({ ipBlock: { cidr, ...(except.length > 0 && { except }) } })
const site = { outside: '203.0.113.7', address: '203.0.113.7' }

// What the rules of one policy on x/c make of a connection to it: what each does, or why it misses, and where that stands.
const rows: [says: string, spec: NetworkPolicySpec, question: Partial<ConnectionQuestion>, told: string[]][] = [
  ['no rule', {}, {}, []],
  ['a rule without peers and ports', ingress({}), {}, ['takes, decides: spec.ingress.0']],
  [
    'all that open it, and one that does not',
    ingress({ from: [b] }, { from: [b, { namespaceSelector: {} }] }, { ports: [{ port: 81 }, { port: 80 }] }),
    {},
    [
      'namespace: spec.ingress.0.from.0.podSelector',
      'takes, decides: spec.ingress.1.from.1',
      'takes, decides: spec.ingress.2.ports.1',
    ],
  ],
  [
    'labels of namespaces',
    ingress({ from: [{ namespaceSelector: { matchLabels: { ns: 'z' } } }] }),
    {},
    ['namespaceSelector: spec.ingress.0.from.0.namespaceSelector.matchLabels.ns'],
  ],
  [
    'labels of pods',
    ingress({ from: [{ namespaceSelector: {}, ...b }] }),
    {},
    ['podSelector: spec.ingress.0.from.0.podSelector.matchLabels.pod'],
  ],
  [
    'the peer before the port',
    ingress({ from: [b], ports: [{ port: 81 }] }),
    {},
    ['namespace, port: spec.ingress.0.from.0.podSelector'],
  ],
  [
    'every peer',
    ingress({ from: [b, block('203.0.113.0/24')] }),
    {},
    ['namespace, ipBlock: spec.ingress.0.from.0.podSelector'],
  ],
  ['ports', ingress({ ports: [{ port: 81 }, { port: 90, endPort: 99 }] }), {}, ['port: spec.ingress.0.ports']],
  ['protocols', ingress({ ports: [{ port: 80, protocol: 'UDP' }] }), {}, ['protocol: spec.ingress.0.ports.0']],
  ['names of ports', ingress({ ports: [{ port: 'admin' }] }), {}, ['portName: spec.ingress.0.ports']],
  ['an address before selectors', ingress({ from: [b] }), { from: site }, ['address: spec.ingress.0.from.0']],
  [
    'an address beside a block',
    ingress({ from: [block('198.51.100.0/24')] }),
    { from: site },
    ['ipBlock: spec.ingress.0.from.0.ipBlock'],
  ],
  [
    'an address that a block leaves out',
    ingress({ from: [block('203.0.113.0/24', '203.0.113.64/26', '203.0.113.0/28')] }),
    { from: site },
    ['ipBlock: spec.ingress.0.from.0.ipBlock.except.1'],
  ],
  [
    'what nobody shows decides',
    ingress({ from: [block('10.0.0.0/8')] }),
    {},
    ['may, decides, on pod-addresses/harbour: spec.ingress.0'],
  ],
  [
    'where another rule takes it that decides nothing',
    ingress({ from: [block('10.0.0.0/8')] }, {}),
    {},
    ['may, on pod-addresses/harbour: spec.ingress.0', 'takes, decides: spec.ingress.1'],
  ],
  [
    'a name of several ports',
    ingress({ ports: [{ port: 'web' }] }),
    { to: twice.workload },
    ['may, decides, on port-name/harbour/web: spec.ingress.0'],
  ],
]

for (const [says, spec, question, told] of rows) {
  test(`explain: ${says}`, () => {
    const { ingress: side, judged } = asked([policyObject('x', 'guard', spec)], question)
    assert.deepEqual(
      side.rules.map(({ does, decides, misses, doubt, path }) => {
        const what = does === 'misses' ? misses.map(({ why }) => why).join(', ') : does
        return `${what}${decides ? ', decides' : ''}${doubt ? `, on ${doubt.name}` : ''}: ${path.join('.')}`
      }),
      told,
    )
    assert.deepEqual(
      side.isolatedBy.map(({ policy, path }) => `${policy} ${path.join('.')}`),
      ['NetworkPolicy/x/guard spec.podSelector'],
    )
    assert.equal(side.open, judged.ingress.open)
  })
}

test('explain: an address and a node have no policies of their own, and pods that none selects no rule', () => {
  assert.deepEqual(asked([], { from: site }).egress, { open: true, of: 'outside', isolatedBy: [], rules: [] })
  assert.deepEqual(asked([], { from: host.workload }).egress, { open: true, of: 'node', isolatedBy: [], rules: [] })
  assert.deepEqual(asked([], {}).egress, { open: true, of: 'pods', isolatedBy: [], rules: [] })
})

test('explain: pods on the host network are told as pods where the answer takes them for such', () => {
  const guard = policyObject('x', 'guard', ingress({ from: [{ namespaceSelector: {} }] }))
  const nodes = ['n1', 'n2'].map((name) => ({ name })) as unknown as Estate['nodes']
  const { judged, ingress: side } = asked([guard], { from: host.workload }, { nodes })
  assert.deepEqual(
    judged.assumes.map(({ id }) => id),
    ['host-network-as-pods/harbour'],
  )
  assert.deepEqual(
    side.rules.map(({ does }) => does),
    ['takes'],
  )
})

test('explain: where the plugin enforces none all is void, and told as that', () => {
  const none = { enforcesPolicy: { holds: false, source: { known: 'a table' } } }
  const { judged, ingress: side } = asked([policyObject('x', 'deny', {})], {}, none)
  assert.deepEqual([judged.open, side.isVoid, side.isolatedBy.length], [true, true, 1])
})

const cluster = (name: string, spec: object) =>
  objectOf({ apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata: { name }, spec })
const ofX = { subject: { namespaces: { matchLabels: { ns: 'x' } } } }
const fromAll = { from: [{ namespaces: {} }] }
const admin = (priority: number, ...rules: readonly [action: string, peers?: object][]) => ({
  tier: 'Admin',
  priority,
  ...ofX,
  ingress: rules.map(([action, peers = fromAll]) => ({ name: `${action.toLowerCase()}-it`, action, ...peers })),
})
const fromZ = { from: [{ namespaces: { matchLabels: { ns: 'z' } } }] }

// The order in which the rules of tiers are asked, up to what decides.
const tiers: [says: string, objects: EstateObject[], told: string[]][] = [
  [
    'a rule that refuses ends it',
    [cluster('one', admin(1, ['Accept', fromZ], ['Deny'], ['Accept']))],
    ['accept-it misses', 'deny-it takes, decides', 'accept-it unasked'],
  ],
  [
    'a rule that passes leaves the rest of its tier unasked',
    [cluster('one', admin(1, ['Pass'], ['Deny'])), policyObject('x', 'guard', ingress({}))],
    ['pass-it takes', 'deny-it unasked', '0 takes, decides'],
  ],
  [
    'policies by their priority',
    [cluster('one', admin(2, ['Deny'])), cluster('two', admin(1, ['Accept']))],
    ['accept-it takes, decides', 'deny-it unasked'],
  ],
  [
    'of policies with one priority each is asked',
    [cluster('one', admin(1, ['Deny'])), cluster('two', admin(1, ['Accept']))],
    ['deny-it takes, decides', 'accept-it takes, decides'],
  ],
  [
    'what no rule takes is left to the baseline',
    [cluster('one', admin(1, ['Accept', fromZ])), cluster('base', { ...admin(1, ['Deny']), tier: 'Baseline' })],
    ['accept-it misses', 'deny-it takes, decides'],
  ],
]

for (const [says, objects, told] of tiers) {
  test(`explain: ${says}`, () => {
    const { ingress: side, judged } = asked(objects, { asMeant: true })
    const rules = side.rules.map(
      ({ name, rule, does, decides }) => `${name ?? rule} ${does}${decides ? ', decides' : ''}`,
    )
    assert.deepEqual(rules, told)
    assert.equal(side.open, judged.ingress.open)
  })
}

test('explain: the isolating policies of tiers are told once', () => {
  const guard = policyObject('x', 'guard', {})
  const { ingress: side } = asked([cluster('one', admin(1, ['Pass'])), guard], { asMeant: true })
  assert.deepEqual(
    side.isolatedBy.map(({ policy }) => policy),
    ['NetworkPolicy/x/guard'],
  )
  assert.equal(side.open, false)
})
