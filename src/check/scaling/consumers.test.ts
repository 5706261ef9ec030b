import assert from 'node:assert/strict'
import { test } from 'node:test'
import { kafka } from '../../platform/component/kafka.ts'
import { type ServiceOptions, service } from '../../platform/component/service.ts'
import type { Topic } from '../../platform/model.ts'
import { linesOf, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import { consumers } from './consumers.ts'

const shopWith = (topics: { readonly [name: string]: Topic }, of: ServiceOptions): ShopOptions => {
  const events = kafka('events', { topics })
  return { more: () => [events, service('projector', { shares: { by: 'partitions', in: events }, ...of })] }
}
const scales = (to: number) => ({ scales: { from: 2, to, on: [{ cpu: '70%' }] } }) as const

const rows: [name: string, shop: ShopOptions, verdict: string | undefined, line?: string][] = [
  ['nobody says which topics there are', shopWith({}, { replicas: 40 }), undefined],
  [
    'one each',
    shopWith({ orders: { partitions: 3 } }, { replicas: 3 }),
    'kept',
    '3 pods of projector share out 3 partitions of events',
  ],
  [
    'one pod too many',
    shopWith({ orders: { partitions: 3 } }, { replicas: 4 }),
    'broken',
    '4 pods of projector share out 3 partitions of events: 1 has nothing to do',
  ],
  [
    'an autoscaler that goes further',
    shopWith({ orders: { partitions: 12 } }, scales(20)),
    'broken',
    'up to 20 pods of projector share out 12 partitions of events: 8 have nothing to do',
  ],
  [
    'an autoscaler that ends in time',
    shopWith({ orders: { partitions: 12 } }, scales(12)),
    'kept',
    'up to 12 pods of projector share out 12 partitions of events',
  ],
  [
    'of all topics, one of which says nothing',
    shopWith({ orders: { partitions: 2 }, returns: {} }, { replicas: 3 }),
    'kept',
    '3 pods of projector share out 3 partitions of events',
  ],
  [
    'who shares nothing out',
    { more: () => [kafka('events', { topics: { orders: { partitions: 1 } } }), service('idle', { replicas: 9 })] },
    undefined,
  ],
]

for (const [name, shop, verdict, line] of rows)
  test(`consumers: ${name}`, () => {
    const [found] = verdictsOf(consumers, sampleWorld(shop))
    assert.equal(found?.verdict, verdict)
    assert.equal(found && linesOf(found)[0], line)
  })
