import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Peer, PolicyPort } from '../../kubernetes/types.ts'
import { connection } from './connection.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import { gridNamespaces, gridPods, podClass, policyObject, sampleEstate } from './sample-estate.ts'

const peers: readonly (readonly Peer[] | undefined)[] = [
  undefined,
  [{ podSelector: { matchLabels: { pod: 'a' } } }],
  [{ namespaceSelector: { matchLabels: { ns: 'y' } } }],
  [{ namespaceSelector: {}, podSelector: { matchLabels: { pod: 'b' } } }, { podSelector: {} }],
]
const ports: readonly (readonly PolicyPort[] | undefined)[] = [
  undefined,
  [{ port: 80 }],
  [{ port: 'serve-81-tcp' }],
  [
    { port: 79, endPort: 80 },
    { port: 80, protocol: 'UDP' },
  ],
  [{}],
]

test('matrix: every pair and port is answered as one by one', () => {
  for (const [at, from] of peers.entries())
    for (const [index, port] of ports.entries()) {
      const objects = [
        ...gridNamespaces,
        policyObject('x', 'in', { podSelector: { matchLabels: { pod: 'a' } }, ingress: [{ from, ports: port }] }),
        policyObject('y', 'out', {
          policyTypes: ['Egress'],
          egress: [{ to: peers[(at + 1) % peers.length], ports: ports[(index + 2) % ports.length] }],
        }),
      ]
      const r = reachability(sampleEstate(objects), gridPods)
      const matrix = reachMatrix(r)
      const { classes } = matrix
      const inside = classes.flatMap((each, number) => (each.outside ? [] : [{ ...each, number }]))
      for (const a of inside)
        for (const b of inside)
          for (const one of [79, 80, 81, 443])
            for (const protocol of ['TCP', 'UDP', 'SCTP'] as const) {
              const found = portsBetween(matrix, a.number, b.number) ?? []
              const isOpen =
                found === 'all' ||
                found.some((range) => range.protocol === protocol && range.first <= one && one <= range.last)
              const [fromRef, toRef] = [a.members[0], b.members.at(-1)] as [
                `${string}/${string}/${string}`,
                `${string}/${string}/${string}`,
              ]
              const judged = connection(r, { from: fromRef, to: toRef, port: one, protocol })
              if (fromRef !== toRef) assert.equal(isOpen, judged.open, `${fromRef} ${toRef} ${one} ${protocol}`)
            }
    }
})

test('matrix: addresses outside stand in the ranges that policies cut', () => {
  const block = policyObject('x', 'block', {
    podSelector: {},
    ingress: [{ from: [{ ipBlock: { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] } }], ports: [{ port: 80 }] }],
  })
  const matrix = reachMatrix(reachability(sampleEstate([...gridNamespaces, block]), gridPods))
  const { classes } = matrix
  const target = classes.findIndex(({ members }) => members.includes('Deployment/x/a'))
  const into = classes.flatMap(({ members, outside }, at) => {
    const found = portsBetween(matrix, at, target)
    return outside && found ? [[members[0], found]] : []
  })
  const eighty = [{ protocol: 'TCP', first: 80, last: 80 }]
  assert.deepEqual(into, [
    ['10.0.0.0-10.0.255.255', eighty],
    ['10.2.0.0-10.255.255.255', eighty],
  ])
})

test('matrix: pods that call other ports by the same name are told apart, though nothing isolates them', () => {
  const serving = (name: string, containerPort: number) =>
    podClass('x', name, {
      labels: { app: 'same' },
      spec: { containers: [{ name, ports: [{ name: 'web', containerPort }] }] },
    })
  const out = policyObject('y', 'out', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [{ to: [{ namespaceSelector: {} }], ports: [{ port: 'web' }] }],
  })
  const pods = [serving('one', 80), serving('other', 8080), podClass('y', 'caller')]
  const matrix = reachMatrix(reachability(sampleEstate([...gridNamespaces, out]), pods))
  const at = (name: string) => matrix.classes.findIndex(({ members }) => members.includes(`Deployment/${name}`))
  const found = ['x/one', 'x/other'].map((name) => portsBetween(matrix, at('y/caller'), at(name)))
  assert.deepEqual(found, [[{ protocol: 'TCP', first: 80, last: 80 }], [{ protocol: 'TCP', first: 8080, last: 8080 }]])
})
