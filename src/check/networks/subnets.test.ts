// Subnets that a provider asks for, and the way out of those that are private.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loadBalancer } from '../../platform/component/load-balancer.ts'
import { type NatGatewayOptions, natGateway } from '../../platform/component/nat-gateway.ts'
import { segment } from '../../platform/language/network.ts'
import { answersOf, type ShopOptions, sampleWorld } from '../sample.ts'
import { subnets } from './subnets.ts'
import { wayOut } from './way-out.ts'

const apps = (zones?: readonly string[]) => segment('apps', { tier: 'private', ...(zones && { zones }) })
const open = segment('open', { tier: 'public', zones: ['a', 'b'] })

type Row = readonly [
  name: string,
  options: ShopOptions,
  ...answers: (readonly [verdict: string, ...says: readonly string[]])[],
]

const eks = (zones?: readonly string[]): ShopOptions => ({ cluster: { distribution: 'eks', in: apps(zones) } })

const asked: readonly Row[] = [
  ['two zones', eks(['a', 'b']), ['kept', 'EKS needs subnets in 2 zones, and apps has some in a, b']],
  [
    'one zone',
    eks(['a']),
    ['broken', 'EKS needs subnets in 2 zones, and apps has some in a alone: harbour is refused there'],
  ],
  [
    'nobody says which',
    eks(),
    [
      'unknown',
      'EKS needs subnets in 2 zones, and nobody says in which zones apps has any: as one subnet, harbour is refused there',
    ],
  ],
  ['a product of which nothing is known', { cluster: { in: apps() } }],
  [
    'a balancer of its own subnets',
    { more: () => [loadBalancer('front', { by: 'alb', in: open })] },
    ['kept', 'an Application Load Balancer needs subnets in 2 zones, and open has some in a, b'],
  ],
]

const leaving = (zones: readonly string[] | undefined, options: NatGatewayOptions = {}): ShopOptions => ({
  cluster: { in: apps(zones) },
  more: () => [natGateway('out', { in: open, ...options })],
})

const left: readonly Row[] = [
  [
    'one for two zones',
    leaving(['a', 'b']),
    ['broken', 'out stands in one zone, and apps in a, b: when that zone is lost, the others call nobody outside'],
  ],
  [
    'one of two zones',
    leaving(['a', 'b'], { zones: ['a'] }),
    ['broken', 'out stands in a, and apps in a, b: when that zone is lost, the others call nobody outside'],
  ],
  [
    'one in each zone',
    leaving(['a', 'b'], { zones: ['a', 'b'] }),
    ['kept', 'out stands in a, b, and apps has subnets in no other zone'],
  ],
  ['one for one zone', leaving(['a']), ['kept', 'out stands in one zone, and apps has subnets in no other zone']],
  ['a regional one', leaving(['a', 'b'], { regional: true }), ['kept', 'out stands in every zone']],
  [
    'nobody says which zones',
    leaving(undefined),
    [
      'unknown',
      'out stands in one zone, and nobody says in which zones apps has subnets: but for one, each of them hangs on another',
    ],
  ],
  ['no way out is said', { cluster: { in: apps(['a', 'b']) } }],
]

for (const [question, rows] of [
  [subnets, asked],
  [wayOut, left],
] as const)
  for (const [name, options, ...answers] of rows)
    test(`${question.id}: ${name}`, () => {
      assert.deepEqual(answersOf(question, sampleWorld(options)), answers)
    })
