import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Manifest } from '../../kubernetes/types.ts'
import { assign } from './assign.ts'

const hostname = 'kubernetes.io/hostname'

function node(name: string): Manifest {
  const status = { allocatable: { cpu: '1', memory: '4Gi', pods: '10' } }
  return { apiVersion: 'v1', kind: 'Node', metadata: { name, labels: { [hostname]: name } }, spec: {}, status }
}

interface Said {
  readonly cpu?: string
  readonly priority?: number
  readonly on?: string
  readonly spec?: object
  readonly started?: string
}

function pod(name: string, { cpu = '400m', priority = 0, on, spec, started }: Said): Manifest {
  const containers = [{ name: 'main', image: 'app:1', resources: { requests: { cpu } } }]
  return {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name, namespace: 'shop', labels: { app: 'web' } },
    spec: { containers, priority, ...(on && { nodeName: on }), ...spec },
    ...(started && { status: { startTime: started } }),
  }
}

const budget: Manifest = {
  apiVersion: 'policy/v1',
  kind: 'PodDisruptionBudget',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { matchLabels: { app: 'web' } } },
  status: { disruptionsAllowed: 1 },
}
const [n1, n2] = [node('n1'), node('n2')]
const high = { cpu: '600m', priority: 10 }
const full = [pod('a', { on: 'n1' }), pod('b', { on: 'n1' }), pod('c', { on: 'n2' }), pod('d', { on: 'n2' })]
const web = { matchLabels: { app: 'web' } }
const apart = {
  podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [{ labelSelector: web, topologyKey: hostname }] },
}

type Row = [name: string, pods: readonly Manifest[], asked: readonly Said[], found: readonly (string | undefined)[]]

const rows: Row[] = [
  ['of equals the first stays, one node after the other', full, [high, high], ['n1 −b', 'n2 −d']],
  ['who has made room holds it against equals', full.slice(0, 2), [high, high, high], ['n2', 'n1 −b', undefined]],
  [
    'the lowest goes first',
    [pod('a', { on: 'n1', priority: 5 }), ...full.slice(2)],
    [{ cpu: '1', priority: 10 }],
    ['n2 −c −d'],
  ],
  [
    'the one that started last goes, and the node where that is later',
    [
      pod('a', { on: 'n1', cpu: '1', started: '2026-01-01T00:00:00Z' }),
      pod('c', { on: 'n2', cpu: '1', started: '2026-01-02T00:00:00Z' }),
    ],
    [high],
    ['n2 −c'],
  ],
  [
    'who came by a row before goes as well',
    full,
    [
      { cpu: '200m', priority: 1 },
      { cpu: '1', priority: 10 },
    ],
    ['n1', 'n2 −c −d'],
  ],
  ['a policy that says never', full, [{ ...high, spec: { preemptionPolicy: 'Never' } }], [undefined]],
  ['nobody of a lower priority', full, [{ ...high, priority: 0 }], [undefined]],
  ['a node that is too small for it, whoever goes', full, [{ cpu: '2', priority: 10 }], [undefined]],
  [
    'company that is kept away is asked of all nodes',
    full,
    [{ ...high, cpu: '100m', spec: { affinity: apart } }],
    ['n1 −a −b'],
  ],
]

for (const [name, pods, asked, found] of rows) {
  test(`preemptions: ${name}`, () => {
    const asks = asked.map((said, index) => pod(`p${index}`, said))
    const answers = assign({ nodes: [n1, n2], pods, others: [] }, asks, { preempts: true })
    const said = answers.map(({ node, preempted = [] }) => {
      return node && [node, ...preempted.map((id) => `−${id.replace('shop/', '')}`)].join(' ')
    })
    assert.deepEqual(said, found)
    assert.ok(answers.every(({ by }) => by === 'classes'))
  })
}

test('preemptions: a budget that has room is kept by the node of one victim, not of two', () => {
  const pods = [...full.slice(0, 2), pod('c', { on: 'n2', cpu: '800m', priority: 5 })]
  const [found] = assign({ nodes: [n1, n2], pods, others: [budget] }, [pod('p', { cpu: '1', priority: 10 })], {
    preempts: true,
  })
  assert.deepEqual([found?.node, found?.preempted], ['n2', ['shop/c']])
})

test('preemptions: nobody goes where that is not asked for', () => {
  assert.deepEqual(assign({ nodes: [n1, n2], pods: full, others: [] }, [pod('p', high)]), [
    { pod: 'shop/p', by: 'classes' },
  ])
})
