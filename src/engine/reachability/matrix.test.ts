import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Peer, PolicyPort } from '../../kubernetes/types.ts'
import { connection } from './connection.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { gridNamespaces, gridPods, policyObject, sampleEstate } from './sample-estate.ts'

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
      const { classes, reaches, ports: answers } = reachMatrix(r)
      const inside = classes.flatMap((each, number) => (each.outside ? [] : [{ ...each, number }]))
      for (const a of inside)
        for (const b of inside)
          for (const one of [79, 80, 81, 443])
            for (const protocol of ['TCP', 'UDP', 'SCTP'] as const) {
              const found = answers[reaches[a.number]?.find(([to]) => to === b.number)?.[1] ?? -1] ?? []
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
  const { classes, reaches, ports } = reachMatrix(reachability(sampleEstate([...gridNamespaces, block]), gridPods))
  const target = classes.findIndex(({ members }) => members.includes('Deployment/x/a'))
  const into = classes.flatMap(({ members, outside }, at) => {
    const found = reaches[at]?.find(([to]) => to === target)
    return outside && found ? [[members[0], ports[found[1]]]] : []
  })
  const eighty = [{ protocol: 'TCP', first: 80, last: 80 }]
  assert.deepEqual(into, [
    ['10.0.0.0-10.0.255.255', eighty],
    ['10.2.0.0-10.255.255.255', eighty],
  ])
})
