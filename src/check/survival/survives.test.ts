import assert from 'node:assert/strict'
import { test } from 'node:test'
import { loss } from '../../platform/language/failure.ts'
import { procedure, step } from '../../platform/language/procedure.ts'
import { promise } from '../../platform/language/promise.ts'
import type { Failure, Procedure } from '../../platform/model.ts'
import { linesOf, machine, type ShopOptions, sampleWorld, verdictsOf } from '../sample.ts'
import type { Verdict, Word } from '../verdict.ts'
import { survives } from './survives.ts'

const apart = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const
const shared = { storage: { disk: { bound: 'cluster', default: true } } } as const
const quick = [
  { key: 'node.kubernetes.io/unreachable', effect: 'NoExecute', for: '30s' },
  { key: 'node.kubernetes.io/not-ready', effect: 'NoExecute', for: '30s' },
] as const
const replicas = { restores: 'replicas' } as const
const fenced = procedure('fence', {
  steps: [
    step('see it', { takes: '30s', actor: 'person', does: 'detect' }),
    step('fence it', { takes: '30s', actor: 'person', does: 'fence' }),
  ],
})

type Rules = readonly string[]

interface More {
  readonly restores?: 'service' | 'replicas'
  readonly by?: Procedure
}

// What breaks the promise, rule by rule; `?` before what nobody can tell.
const rows: [name: string, shop: ShopOptions, of: 'orders' | 'ledgerDb', more: More, Word, Rules][] = [
  ['one pod, back after the default toleration', {}, 'orders', {}, 'broken', ['time']],
  ['one pod, back in time', { orders: { tolerates: quick, starts: '20s' } }, 'orders', {}, 'assumed', []],
  ['one pod, whose start nobody knows', { orders: { tolerates: quick } }, 'orders', {}, 'unknown', ['?time']],
  ['two pods apart carry on', { orders: { replicas: 2, place: apart } }, 'orders', {}, 'kept', []],
  ['two pods that may stand together do not', { orders: { replicas: 2 } }, 'orders', {}, 'broken', ['time']],
  [
    'carrying on is not enough where every replica is promised',
    { orders: { replicas: 2, place: apart } },
    'orders',
    replicas,
    'broken',
    ['time'],
  ],
  [
    'a replica has no node to go to',
    { orders: { replicas: 3, place: apart, tolerates: quick, starts: '20s' } },
    'orders',
    replicas,
    'broken',
    ['candidate'],
  ],
  [
    'no room for what must move',
    {
      nodes: ['n1', 'n2', 'n3'].map((name) => machine(name, 'east', { cpu: 1, taken: { cpu: '70%' } })),
      orders: { tolerates: quick, starts: '20s' },
    },
    'orders',
    {},
    'broken',
    ['?candidate', 'room'],
  ],
  ['a store on a volume of its node', {}, 'ledgerDb', {}, 'broken', ['volume', 'replaced', 'data']],
  [
    'a store whose volume can follow it still waits for somebody to fence the node',
    { cluster: shared },
    'ledgerDb',
    {},
    'broken',
    ['replaced'],
  ],
  [
    'and is back when somebody does',
    { cluster: shared, ledgerDb: { volume: { size: '10Gi' }, starts: '30s' } },
    'ledgerDb',
    { by: fenced },
    'assumed',
    [],
  ],
  [
    'members with other rows each are no replicas',
    { ledgerDb: { members: 2, replication: 'none', volume: { size: '10Gi' }, place: apart } },
    'ledgerDb',
    {},
    'broken',
    ['volume', 'replaced', 'data', 'whole'],
  ],
  ['nothing runs, nothing survives', { orders: { replicas: 0 } }, 'orders', {}, 'unknown', ['?unjudged']],
]

for (const [name, shop, of, more, verdict, rules] of rows) {
  test(`survives the loss of a node: ${name}`, () => {
    const found = asked(shop, of, loss.node, more)
    assert.deepEqual(against(found), rules)
    assert.equal(found.verdict, verdict)
  })
}

const crashes: [name: string, shop: ShopOptions, Word, line: string][] = [
  [
    'the container is started again',
    { orders: { starts: '20s' } },
    'assumed',
    'a crash is seen at once and the container started again; orders is ready after 20s, within 5m',
  ],
  [
    'too slowly',
    { orders: { starts: { from: '1m', to: '6m' } } },
    'broken',
    'a crash is seen at once and the container started again; orders is ready after 60s to 6m, and 5m is promised',
  ],
  ['nobody knows', {}, 'unknown', 'nobody says how long a pod of orders takes to be ready'],
]

for (const [name, shop, verdict, line] of crashes) {
  test(`survives the loss of a pod: ${name}`, () => {
    const found = asked(shop, 'orders', loss.pod)
    assert.deepEqual(linesOf(found), [line])
    assert.equal(found.verdict, verdict)
  })
}

const hints: [name: string, shop: ShopOptions, hint: string | undefined][] = [
  ['the only node: no rule helps', { nodes: [machine('n1', 'east')] }, 'a second node that it may stand on'],
  [
    'one each, and a node too few',
    { nodes: ['n1', 'n2'].map((name) => machine(name, 'east')), orders: { replicas: 2, place: apart } },
    'a node more that it may stand on, or a rule that lets two share a node when one is lost',
  ],
  ['a place elsewhere', {}, undefined],
]

for (const [name, shop, hint] of hints) {
  test(`survives the loss of a node: what would help a pod without a place: ${name}`, () => {
    const { because } = asked(shop, 'orders', loss.node, replicas)
    assert.equal(because.find(({ rule, truth }) => rule === 'candidate' && truth === false)?.hint, hint)
  })
}

test('survives the loss of a node: the room is shown without the node that leaves the least to spare', () => {
  const nodes = [machine('n1', 'east'), machine('n2', 'east', { cpu: 8 }), machine('n3', 'west')]
  const { because } = asked({ nodes, orders: { tolerates: quick, starts: '20s' } }, 'orders', loss.node)
  assert.match(because.find(({ rule }) => rule === 'room')?.says.line ?? '', /^without n2, /)
})

test('survives: without what it assumes it does not', () => {
  const shop: ShopOptions = { orders: { tolerates: quick, starts: '20s' } }
  const { assumes } = asked(shop, 'orders', loss.node)
  assert.notEqual(assumes.length, 0)
  for (const { id } of assumes) assert.equal(asked(shop, 'orders', loss.node, {}, [id]).verdict, 'broken', id)
})

function asked(
  shop: ShopOptions,
  of: 'orders' | 'ledgerDb',
  failure: Failure,
  more = {},
  denied: string[] = [],
): Verdict {
  const options = { within: '5m', losing: 'nothing', ...more } as const
  const world = sampleWorld(
    { ...shop, promises: (parts) => [promise.survives(failure, { in: parts.live, keeps: [parts[of]], ...options })] },
    { denied },
  )
  const [found, ...others] = verdictsOf(survives, world)
  assert.deepEqual(others, [])
  assert.ok(found)
  return found
}

function against({ because }: Verdict): Rules {
  return because
    .filter(({ truth }) => truth !== true)
    .map(({ rule, truth }) => (truth === undefined ? `?${rule}` : rule))
}
