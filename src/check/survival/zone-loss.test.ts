import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cluster } from '../../platform/language/cluster.ts'
import { environment } from '../../platform/language/environment.ts'
import { loss } from '../../platform/language/failure.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Failure } from '../../platform/model.ts'
import { linesOf, machine, type Shop, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Word } from '../verdict.ts'
import { survives } from './survives.ts'

const zoned = { apart: [{ by: 'topology.kubernetes.io/zone', how: 'required' }] } as const
const apart = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const
const quick = [
  { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', for: '30s' },
  { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute', for: '30s' },
] as const
const all = { restores: 'replicas' } as const

type Of = 'orders' | 'ledgerDb'

const rows: [name: string, shop: ShopOptions, of: Of, more: object, Word, line: string | RegExp][] = [
  [
    'pods in two zones carry on',
    { orders: { replicas: 2, place: zoned } },
    'orders',
    {},
    'kept',
    /^1 of 2 members of orders is left at worst and carries on/,
  ],
  [
    'pods that may share a zone do not, though no node holds both',
    { orders: { replicas: 2, place: apart } },
    'orders',
    {},
    'broken',
    /^without east, not all pods of orders have a place in the others$/,
  ],
  [
    'a pod that finds a place elsewhere in time',
    { orders: { tolerates: quick, starts: '20s' } },
    'orders',
    {},
    'assumed',
    /^whichever zone is lost, the pods of orders have a place in the others$/,
  ],
  [
    'other pods may take the room of the zone that is left',
    {
      nodes: [machine('n1', 'east'), machine('n2', 'west', { cpu: 0.6 })],
      orders: { tolerates: quick, starts: '20s' },
    },
    'orders',
    {},
    'unknown',
    /^without east, perhaps not all pods of orders have a place in the others$/,
  ],
  [
    'replicas are promised, and their zones are two',
    { orders: { replicas: 2, place: zoned } },
    'orders',
    all,
    'broken',
    /^without east, or without west, not all pods of orders have a place in the others$/,
  ],
  [
    'a volume of the zone',
    { cluster: { storage: { disk: { bound: 'zone', default: true } } } },
    'ledgerDb',
    {},
    'broken',
    /^the volumes of ledger-db cannot follow a pod to another node/,
  ],
  [
    'one zone is all there is',
    { nodes: [machine('n1', 'east'), machine('n2', 'east')] },
    'orders',
    {},
    'broken',
    'all 2 nodes are in zone east: without it, no pod of orders is left',
  ],
  [
    'nobody says the zone of a node',
    { nodes: [machine('n1', 'east'), machine('n2', 'east', { zone: undefined })] },
    'orders',
    {},
    'unknown',
    'nobody says in which zone n2 stands',
  ],
]

for (const [name, options, of, more, word, line] of rows) {
  test(`survives the loss of a zone: ${name}`, () => {
    const found = asked(loss.zone, options, of, more)
    const [first = ''] = linesOf(found)
    if (typeof line === 'string') assert.equal(first, line)
    else assert.match(first, line)
    assert.equal(found.verdict, word)
  })
}

test('survives the loss of a zone: a proof is named for each', () => {
  const { because } = asked(loss.zone, { orders: { tolerates: quick, starts: '20s' } }, 'orders')
  assert.deepEqual(because.find(({ rule }) => rule === 'elsewhere')?.says.rows, [
    [
      'east',
      'its 2 nodes lost: a place for all, whatever the order: all others together fill at most 0 of the 1 node left to it',
    ],
    [
      'west',
      'its node lost: a place for all, whatever the order: all others together fill at most 0 of the 2 nodes left to it',
    ],
    ['pods', 'others ask for 3 pods: that fills 0 at most'],
    ['cpu', 'others ask for 0.75 cores: that fills 0 at most'],
    ['memory', 'others ask for 768Mi: that fills 0 at most'],
    ['to spare', 'others lack 80% of what it takes to fill them all'],
    ['every zone', '2 lost one by one: 2 must'],
  ])
})

test('survives the loss of a zone: its nodes are marked one after the other', () => {
  const nodes = [...Array.from({ length: 12 }, (_, at) => machine(`e${at}`, 'east')), machine('w1', 'west')]
  const after = (zone: typeof nodes) => {
    const found = asked(loss.zone, { nodes: zone, orders: { tolerates: quick, starts: '20s' } }, 'orders')
    return found.because.find(({ rule }) => rule === 'time')?.says.line
  }
  assert.equal(
    after([machine('e1', 'east'), machine('w1', 'west')]),
    'a pod of orders is ready elsewhere after 100s to 2m0.1s, within 10m',
  )
  assert.equal(after(nodes), 'a pod of orders is ready elsewhere after 100s to 6m10.8s, within 10m')
})

test('survives the loss of a cluster: nothing is left of what it alone runs', () => {
  const found = asked(loss.cluster, {}, 'orders')
  assert.equal(found.verdict, 'broken')
  assert.deepEqual(linesOf(found), ['harbour alone runs orders: without it, no pod is left'])
})

test('survives the loss of a cluster: another may take over', () => {
  const spare = cluster('spare', { kubernetes: '1.34', nodes: [machine('s1', 'north')] })
  const environments = ({ orders, ledgerDb }: Shop) => [
    environment('standby', { on: spare, namespace: 'shop', runs: [orders, ledgerDb] }),
  ]
  const found = asked(loss.cluster, { environments }, 'orders')
  assert.equal(found.verdict, 'unknown')
  assert.deepEqual(linesOf(found), ['spare runs orders too: nobody says who leads callers there when harbour is lost'])
})

function asked(failure: Failure, options: ShopOptions, of: Of, more = {}) {
  const terms = { within: '10m', losing: 'nothing', ...more } as const
  const world = sampleWorld({
    ...options,
    promises: (parts) => [promise.survives(failure, { in: parts.live, keeps: [parts[of]], ...terms })],
  })
  const [found] = verdictsOf(survives, world)
  assert.ok(found)
  return found
}
