import assert from 'node:assert/strict'
import { test } from 'node:test'
import { hostnameKey, zoneKey } from '../placement/reasons.ts'
import { type SmallClass, smallClass, smallEstate } from '../placement/small-cluster.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { chooserOf } from './chooser.ts'
import { groundOf } from './ground.ts'
import { outcomeOf } from './outcome.ts'
import { sweepPairs } from './sweep-pairs.ts'

const estate = smallEstate(['n1', 'n2', 'n3'].map((name) => ({ name, cpu: '4', memory: '16Gi' })))
const apart = (count: number) => [smallClass({ name: 'web', count, cpu: '1', apart: [{ by: hostnameKey }] })]

test('pairs: two of three nodes take one of two that keep apart, whichever they are', () => {
  const { rows } = sweepPairs(estate, apart(2))
  assert.deepEqual(
    rows.map(({ failure, state, pairs, short }) => `${failure} ${state} ${pairs} ${short.map((one) => one.pods)}`),
    ['node/n1+n2 silent 3 1', 'node/n1+n2 removed 3 1'],
  )
})

test('pairs: a single pod has a place still', () => assert.deepEqual(sweepPairs(estate, apart(1)).rows, []))

test('pairs: what one node leaves is not told again', () => assert.deepEqual(sweepPairs(estate, apart(3)).rows, []))

/** Rules of a workload, as small clusters have them; `one` mixes them. */
const rules: readonly Partial<SmallClass>[] = [
  {},
  {},
  { apart: [{ by: hostnameKey }] },
  { apart: [{ by: zoneKey }] },
  { apart: [{ by: hostnameKey, from: 'w0' }] },
  { near: [{ by: zoneKey, to: 'w1' }] },
  { spread: [{ by: zoneKey, maxSkew: 1 }] },
  { spread: [{ by: hostnameKey, maxSkew: 1 }] },
  { spread: [{ by: zoneKey, maxSkew: 2, more: { nodeTaintsPolicy: 'Honor', minDomains: 3 } }] },
  { hostPort: 80 },
  { kind: 'StatefulSet', claims: [{ claim: 'data-#', bound: 'zone', perPod: true }] },
  { nodeSelector: { pool: 'a' } },
]

/** A cluster of 14 nodes whose pods were seen, mostly with room to spare, and some that wait for it. */
function seenCluster(seed: number) {
  const chooser = chooserOf(seed)
  const one = <T>(...from: readonly T[]) => chooser.one(from) as T
  const nodes = Array.from({ length: 14 }, (_, at) => ({
    name: `n${at}`,
    cpu: one('8', '16'),
    zone: `z${at % 3}`,
    labels: { pool: one('a', 'b') },
  }))
  const isRanked = one(true, false, false)
  const pods = Array.from({ length: one(3, 6, 9) }, (_, at): PodClass => {
    const [count, rule] = [one(1, 2, 3, 5), one(...rules)]
    const made = smallClass({ name: `w${at}`, count, cpu: one('1', '2', '4'), ...rule })
    const seats = chooser.shuffled(nodes).slice(0, one(count, count, count, count - 1))
    const standing = seats.map(({ name }, pod) => ({ pod: `w${at}-${pod}`, node: name }))
    return { ...made, spec: { ...made.spec, priority: isRanked ? one(0, 0, 10) : 0 }, standing }
  })
  return { estate: smallEstate(nodes), pods }
}

test('pairs: what is decided at a glance is what each pair comes to when it is asked', () => {
  const ways = { atAGlance: 0, byClasses: 0, asWhole: 0 }
  for (let seed = 1; seed <= clusters; seed++) {
    const { estate, pods } = seenCluster(seed)
    const ground = groundOf(estate, pods)
    const { rows, decided } = sweepPairs(estate, pods)
    for (const way of ['atAGlance', 'byClasses', 'asWhole'] as const) ways[way] += decided[way]
    const slow = (['silent', 'removed'] as const).flatMap((state) => {
      const left = (...lost: number[]) =>
        outcomeOf(
          `node/${lost.map((node) => `n${order[node]}`).join('+')}`,
          { lost, state },
          { ground, full: undefined, ask: () => undefined },
        )
      const hurt = ({ lost, cannot, may, unknown }: ReturnType<typeof left>) => [...lost, ...cannot, ...may, ...unknown]
      const alone = order.map((_, node) => new Set(hurt(left(node))))
      return order.flatMap((_, a) =>
        order.slice(a + 1).flatMap((_, further) => {
          const b = a + 1 + further
          const outcome = left(a, b)
          return hurt(outcome).every((ref) => alone[a]?.has(ref) || alone[b]?.has(ref))
            ? []
            : [{ ...outcome, pairs: 1 }]
        }),
      )
    })
    assert.deepEqual(rows, slow, `cluster ${seed}`)
  }
  for (const [way, pairs] of Object.entries(ways)) assert.ok(pairs > clusters, `${way}: ${pairs}`)
})

const clusters = 16

/** Numbers of the nodes in the order of their names. */
const order = [0, 1, 10, 11, 12, 13, 2, 3, 4, 5, 6, 7, 8, 9]
