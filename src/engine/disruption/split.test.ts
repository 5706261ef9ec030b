import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { everyPlacement } from '../placement/every-placement.ts'
import { hostnameKey, zoneKey } from '../placement/reasons.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate } from '../placement/small-cluster.ts'
import { worstSplit } from './split.ts'

const three: readonly SmallNode[] = ['n1', 'n2', 'n3'].map((name) => ({ name }))
const raft = { labels: { set: 'raft' } }
const perHost = (maxSkew: number, more?: object) => ({
  by: hostnameKey,
  maxSkew,
  over: { set: 'raft' },
  ...(more && { more }),
})
const each = (count: number, more: Partial<SmallClass> = {}) =>
  Array.from({ length: count }, (_, at): SmallClass => ({ name: `raft-${at}`, kind: 'StatefulSet', ...raft, ...more }))

const rows: [name: string, voters: readonly SmallClass[], nodes: readonly SmallNode[], says: string][] = [
  ['nothing keeps five voters apart', [{ name: 'raft', count: 5 }], three, '3 of 5 needed: 5 on n1, at most 5, breaks'],
  [
    'one per node',
    [{ name: 'raft', count: 3, apart: [{ by: hostnameKey }] }],
    three,
    '2 of 3 needed: 1 on n1, at most 1, holds by apart kubernetes.io/hostname',
  ],
  [
    'five over three nodes, evenly: two on one node at most',
    [{ name: 'raft', count: 5, spread: [{ by: hostnameKey, maxSkew: 1 }] }],
    three,
    '3 of 5 needed: 2 on n1, at most 2, holds by spread kubernetes.io/hostname 1',
  ],
  [
    'a skew of two lets three onto one node',
    [{ name: 'raft', count: 5, spread: [{ by: hostnameKey, maxSkew: 2 }] }],
    three,
    '3 of 5 needed: 3 on n1, at most 3, breaks by spread kubernetes.io/hostname 2',
  ],
  [
    'five workloads of one voter each, spread by their common label',
    each(5, { spread: [perHost(1)] }),
    three,
    '3 of 5 needed: 2 on n1, at most 2, holds by spread kubernetes.io/hostname 1',
  ],
  [
    'five workloads, one of which knows no rule',
    [...each(4, { spread: [perHost(1)] }), { name: 'raft-x', ...raft }],
    three,
    '3 of 5 needed: 3 on n1, at most 5, breaks',
  ],
  [
    'five workloads apart by their common label on five nodes',
    each(5, { spec: apartBy({ set: 'raft' }) }),
    ['n1', 'n2', 'n3', 'n4', 'n5'].map((name) => ({ name })),
    '3 of 5 needed: 1 on n1, at most 1, holds by apart kubernetes.io/hostname',
  ],
  [
    'a node that they cannot use keeps the emptiest domain at zero',
    [{ name: 'raft', count: 2, spread: [{ by: hostnameKey, maxSkew: 1 }] }],
    [...three.slice(0, 2), { name: 'n3', taints: [{ key: 'x', effect: 'NoSchedule' }] }],
    '2 of 2 needed: 1 on n1, at most 1, breaks by spread kubernetes.io/hostname 1',
  ],
  ['one node takes them', [{ name: 'raft', count: 3 }], three.slice(0, 1), '2 of 3 needed: 3 on n1, at most 3, breaks'],
  ['nobody knows the nodes', [{ name: 'raft', count: 3 }], [], '2 of 3 needed: 0 on , at most 0, unknown'],
]

function apartBy(matchLabels: { readonly [key: string]: string }): SmallClass['spec'] {
  const term = { topologyKey: hostnameKey, labelSelector: { matchLabels } }
  return { affinity: { podAntiAffinity: { requiredDuringSchedulingIgnoredDuringExecution: [term] } } }
}

for (const [name, classes, nodes, says] of rows) {
  test(`quorum: ${name}`, () => {
    const pods = classes.map(smallClass)
    const election = { name: 'raft', voters: pods.map(({ workload }) => workload) }
    const { voters, needed, worst, atMost, answer, rules } = worstSplit(smallEstate(nodes), pods, election, 'node')
    const by = rules.map(({ rule, topologyKey, maxSkew }) => [rule, topologyKey, maxSkew].filter(Boolean).join(' '))
    const line = `${needed} of ${voters} needed: ${worst.voters} on ${worst.domain}, at most ${atMost}, ${answer}`
    assert.equal(by.length > 0 ? `${line} by ${by.join(', ')}` : line, says)
  })
}

test('quorum: by zone', () => {
  const nodes = ['a', 'a', 'b'].map((zone, at) => ({ name: `n${at}`, zone }))
  const pods = [smallClass({ name: 'raft', count: 3, apart: [{ by: hostnameKey }] })]
  const election = { name: 'raft', voters: pods.map(({ workload }) => workload) }
  const { worst, answer } = worstSplit(smallEstate(nodes), pods, election, 'zone')
  assert.deepEqual([worst, answer], [{ domain: 'a', voters: 2 }, 'breaks'])
})

const key = fc.constantFrom(hostnameKey, zoneKey)
const clusterArb = fc.record({
  zones: fc.array(fc.constantFrom('a', 'b', undefined), { minLength: 1, maxLength: 4 }),
  classes: fc.array(
    fc.record({
      count: fc.integer({ min: 1, max: 4 }),
      ssd: fc.boolean(),
      apart: fc.option(fc.record({ by: key, from: fc.constantFrom('c0', 'c1', 'c2') }), { nil: undefined }),
      spread: fc.option(fc.record({ by: key, maxSkew: fc.integer({ min: 1, max: 2 }), isShared: fc.boolean() }), {
        nil: undefined,
      }),
      votes: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  ssd: fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }),
  by: fc.constantFrom('node' as const, 'zone' as const),
})

test('quorum: the bound is never exceeded, and the worst split can be had, by trying everything', () => {
  fc.assert(
    fc.property(clusterArb, ({ zones, classes, ssd, by }) => {
      fc.pre(classes.reduce((sum, { count }) => sum + count, 0) <= 6)
      const nodes = zones.map(
        (zone, at): SmallNode => ({
          name: `n${at}`,
          ...(zone && { zone }),
          ...(ssd[at] && { labels: { disk: 'ssd' } }),
        }),
      )
      const pods = classes.map(({ count, ssd: wants, apart, spread }, at) =>
        smallClass({
          name: `c${at}`,
          count,
          labels: { set: 'raft' },
          ...(wants && { nodeSelector: { disk: 'ssd' } }),
          ...(apart && { apart: [apart] }),
          ...(spread && {
            spread: [{ by: spread.by, maxSkew: spread.maxSkew, ...(spread.isShared && { over: { set: 'raft' } }) }],
          }),
        }),
      )
      const votes = pods.map((_, at) => classes[at]?.votes === true)
      const estate = smallEstate(nodes)
      const election = { name: 'raft', voters: pods.filter((_, at) => votes[at]).map(({ workload }) => workload) }
      const { worst, atMost } = worstSplit(estate, pods, election, by)
      const domainOf = (at: number) => (by === 'node' ? `n${at}` : (zones[at] ?? `n${at}`))
      const tried = { nodes: estate.nodes, classes: pods, cpu: zones.map(() => 99) }
      let most = 0
      for (const counts of everyPlacement(
        tried,
        pods.map(() => zones.map(() => 0)),
        classes.map(({ count }) => count),
      ))
        for (const domain of new Set(zones.map((_, at) => domainOf(at)))) {
          const here = counts.flatMap((row, c) => (votes[c] ? row.filter((_, at) => domainOf(at) === domain) : []))
          most = Math.max(
            most,
            here.reduce((sum, one) => sum + one, 0),
          )
        }
      assert.ok(worst.voters <= most && most <= atMost, `found ${worst.voters}, truly ${most}, proved ${atMost}`)
    }),
    { numRuns: 150 },
  )
})
