import assert from 'node:assert/strict'
import { test } from 'node:test'
import { answersOf, linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { enforces } from './enforces.ts'

const rows: readonly (readonly [
  name: string,
  cluster: NonNullable<ShopOptions['cluster']>,
  ...answer: readonly string[],
])[] = [
  ['one that does', { cni: { name: 'calico', enforcesPolicy: true } }, 'kept', 'Calico enforces NetworkPolicies'],
  [
    'one that cannot',
    { cni: { name: 'Flannel', enforcesPolicy: true } },
    'broken',
    'Flannel only connects pods: policies are left to others',
  ],
  [
    'one that cannot, and nobody says so',
    { cni: { name: 'flannel', enforcesPolicy: false } },
    'kept',
    'Flannel only connects pods: policies are left to others; in this cluster it is said to enforce none',
  ],
  [
    'one of which nothing is known',
    { cni: { name: 'house-net', enforcesPolicy: true } },
    'unknown',
    'nobody here knows what house-net does with policies in harbour',
  ],
  [
    'where it runs',
    { distribution: 'eks', cni: { name: 'amazon-vpc-cni', enforcesPolicy: true } },
    'kept',
    'the Amazon VPC CNI enforces NetworkPolicies once they are switched on (enableNetworkPolicy)',
    'the Amazon VPC CNI runs on machines of aws, and harbour stands there',
  ],
  [
    'where it does not run',
    { distribution: 'kind', cni: { name: 'amazon-vpc-cni', enforcesPolicy: true } },
    'broken',
    'the Amazon VPC CNI runs on machines of aws alone, and harbour stands on a machine of its own',
  ],
  ['nobody names one, and no policy needs it', { cni: { enforcesPolicy: true } }],
]

const relied: typeof rows = [
  [
    'policies are made, and nobody names one',
    { cni: { enforcesPolicy: true } },
    'unknown',
    'policies are said to be enforced in harbour, and nobody names the network plugin that does: without one they are text',
  ],
  [
    'policies are made, and nobody says anything',
    { cni: undefined },
    'unknown',
    'nobody says which network plugin enforces policies in harbour: without one they are text',
  ],
  ['the distribution brings one', { cni: undefined, distribution: 'k3s' }],
  ['none is said to act', { cni: { enforcesPolicy: false } }],
]

for (const [name, cluster, ...answer] of rows)
  test(`enforces: ${name}`, () => {
    assert.deepEqual(answersOf(enforces, sampleWorld({ cluster })), answer.length === 0 ? [] : [answer])
  })

for (const [name, cluster, ...answer] of relied)
  test(`enforces: ${name}`, () => {
    const shop = { cluster, live: { policies: { defaultDeny: true } } }
    assert.deepEqual(answersOf(enforces, sampleWorld(shop)), answer.length === 0 ? [] : [answer])
  })

test('enforces: policies that are said to be there, and that nobody shows', () => {
  const shop = { cluster: { cni: undefined }, live: { unseenPolicies: { says: 'zero trust' } } }
  const [line] = verdictsOf(enforces, sampleWorld(shop)).flatMap(linesOf)
  assert.equal(line, 'nobody says which network plugin enforces policies in harbour: without one they are text')
})
