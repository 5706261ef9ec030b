import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ServiceOptions } from '../../platform/component/service.ts'
import { promise } from '../../platform/language/promise.ts'
import { answersOf, type ShopOptions, sampleWorld } from '../sample.ts'
import { probed } from './probed.ts'

const readiness = { path: '/ready', port: 8080 } as const
const share: ShopOptions['promises'] = ({ live }) => [promise.availability({ in: live, atLeast: '99.9%' })]
const production = { live: { purpose: 'production' }, promises: share } as const
const unsaid = (names: string) =>
  `nobody says when a pod of ${names} is ready: without a readiness probe it is called as soon as its container runs`

const both = (of: ServiceOptions): ShopOptions => ({ ...production, checkout: of, orders: of })

const rows: readonly (readonly [name: string, shop: ShopOptions, ...answer: readonly string[]])[] = [
  ['nobody promises a share', { live: { purpose: 'production' } }],
  ['a share that is promised of what is no production', { live: { purpose: 'staging' }, promises: share }],
  ['none has a probe', production, 'unknown', unsaid('checkout, orders')],
  ['one has a probe', { ...production, orders: { readiness } }, 'unknown', unsaid('checkout')],
  ['all have one', both({ readiness }), 'kept', 'readiness probes say when pods may be called'],
  ['liveness says nothing of calls', both({ liveness: readiness }), 'unknown', unsaid('checkout, orders')],
  [
    'health is checked, for what nobody says',
    both({ health: { by: 'http' } }),
    'unknown',
    'health is checked, and whether that decides when a pod may be called nobody says',
  ],
  [
    'health is checked before calls',
    both({ health: { by: 'grpc', as: ['readiness', 'liveness'] } }),
    'kept',
    'readiness probes say when pods may be called',
  ],
  [
    'health is checked to start it again',
    both({ health: { by: 'tcp', as: ['liveness'] } }),
    'unknown',
    unsaid('checkout, orders'),
  ],
  ['what nobody calls', both({ listens: undefined, calls: [] })],
  [
    'rollouts that are promised of one, wherever it is',
    { promises: ({ live, orders }) => [promise.rolls(orders, { in: live })] },
    'unknown',
    unsaid('orders'),
  ],
]

for (const [name, shop, ...answer] of rows)
  test(`probed: ${name}`, () => {
    assert.deepEqual(answersOf(probed, sampleWorld(shop)), answer.length === 0 ? [] : [answer])
  })
