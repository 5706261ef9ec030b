import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { NetworkPolicySpec } from '../../kubernetes/types.ts'
import { connection } from './connection.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, policyObject, sampleEstate } from './sample-estate.ts'

const b = { matchLabels: { pod: 'b' } }
const named = { matchLabels: { name: 'y' } }
const yLabels = { ns: 'y', 'kubernetes.io/metadata.name': 'y' }

// From y/a to x/c at TCP 80, refused: the nearest rule, and every way in which it misses.
const rows: [name: string, spec: NetworkPolicySpec, distance: number | undefined, misses: object[]][] = [
  ['no rule at all', {}, undefined, []],
  [
    'a label that no namespace has',
    { ingress: [{ from: [{ namespaceSelector: named }], ports: [{ port: 80 }] }] },
    1,
    [
      {
        why: 'namespaceSelector',
        selector: named,
        namespace: 'y',
        labels: yLabels,
        matchesNone: true,
        path: ['spec', 'ingress', 0, 'from', 0, 'namespaceSelector', 'matchLabels', 'name'],
      },
    ],
  ],
  [
    'a label that another namespace has',
    { ingress: [{ from: [{ namespaceSelector: { matchLabels: { ns: 'z' } } }] }] },
    1,
    [
      {
        why: 'namespaceSelector',
        selector: { matchLabels: { ns: 'z' } },
        namespace: 'y',
        labels: yLabels,
        matchesNone: false,
        path: ['spec', 'ingress', 0, 'from', 0, 'namespaceSelector', 'matchLabels', 'ns'],
      },
    ],
  ],
  [
    'other pods of the namespace',
    { ingress: [{ from: [{ namespaceSelector: {}, podSelector: b }] }] },
    1,
    [
      {
        why: 'podSelector',
        selector: b,
        labels: { pod: 'a' },
        path: ['spec', 'ingress', 0, 'from', 0, 'podSelector', 'matchLabels', 'pod'],
      },
    ],
  ],
  [
    'pods of the own namespace',
    { ingress: [{ from: [{ podSelector: {} }] }] },
    1,
    [{ why: 'namespace', own: 'x', namespace: 'y', path: ['spec', 'ingress', 0, 'from', 0, 'podSelector'] }],
  ],
  [
    'other ports',
    { ingress: [{ ports: [{ port: 81 }, { port: 90, endPort: 99 }] }] },
    1,
    [{ why: 'port', allowed: [{ port: 81 }, { port: 90, endPort: 99 }], path: ['spec', 'ingress', 0, 'ports'] }],
  ],
  [
    'another protocol',
    { ingress: [{ ports: [{ port: 80, protocol: 'UDP' }] }] },
    1,
    [{ why: 'protocol', allowed: ['UDP'], path: ['spec', 'ingress', 0, 'ports', 0] }],
  ],
  [
    'both, and the nearer rule comes first',
    { ingress: [{ from: [{ podSelector: b }], ports: [{ port: 81 }] }, { ports: [{ port: 81 }] }] },
    1,
    [{ why: 'port', allowed: [{ port: 81 }], path: ['spec', 'ingress', 1, 'ports'] }],
  ],
]

for (const [name, spec, distance, misses] of rows) {
  test(`refusal: ${name}`, () => {
    const r = reachability(sampleEstate([...gridNamespaces, policyObject('x', 'guard', spec)]), gridPods)
    const { open, ingress } = connection(r, { from: 'Deployment/y/a', to: 'Deployment/x/c', port: 80 })
    assert.equal(open, false)
    assert.deepEqual(ingress.isolatedBy, ['NetworkPolicy/x/guard'])
    assert.equal(ingress.refusals[0]?.distance, distance)
    assert.deepEqual(ingress.refusals[0]?.misses ?? [], misses)
  })
}

test('refusal: a port name that the pods do not use tells which they do', () => {
  const guard = policyObject('x', 'guard', { ingress: [{ ports: [{ port: 'http' }] }] })
  const r = reachability(sampleEstate([...gridNamespaces, guard]), gridPods)
  const [miss] =
    connection(r, { from: 'Deployment/y/a', to: 'Deployment/x/c', port: 80 }).ingress.refusals[0]?.misses ?? []
  assert.equal(miss?.why === 'portName' && miss.name, 'http')
  assert.equal(miss?.why === 'portName' && miss.named.length, 3)
})

test('allowance: the policy, the rule, the peer and the port that let it through', () => {
  const guard = policyObject('x', 'guard', {
    ingress: [{}, { from: [{ podSelector: b }, { namespaceSelector: {} }], ports: [{ port: 81 }, { port: 80 }] }].slice(
      1,
    ),
  })
  const r = reachability(sampleEstate([...gridNamespaces, guard]), gridPods)
  const { allowedBy } = connection(r, { from: 'Deployment/y/a', to: 'Deployment/x/c', port: 80 }).ingress
  assert.deepEqual(
    { ...allowedBy, source: undefined },
    {
      policy: 'NetworkPolicy/x/guard',
      rule: 0,
      peer: 1,
      port: 1,
      path: ['spec', 'ingress', 0, 'from', 1],
      source: undefined,
    },
  )
})
