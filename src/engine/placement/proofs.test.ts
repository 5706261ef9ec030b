import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lossAnswers } from '../loss/after-node-loss.ts'
import { type Counts, everyPlacement, naiveFits, type Tried } from './every-placement.ts'
import { hostnameKey, zoneKey } from './reasons.ts'
import { shareOf } from './share.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate } from './small-cluster.ts'
import { steadyPlacement } from './steady.ts'

const nodeArb = fc.record({
  zone: fc.constantFrom('a', 'b', undefined),
  cpu: fc.integer({ min: 0, max: 5 }),
  taken: fc.constantFrom(0, 0, 0, 1, 2),
  ssd: fc.boolean(),
  slots: fc.constantFrom(2, 3, 110),
  isTainted: fc.constantFrom(false, false, false, true),
})
const key = fc.constantFrom(hostnameKey, zoneKey)
const app = fc.constantFrom('c0', 'c1', 'c2')
const maybe = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 2 })
const seldom = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 1 })
const classArb = fc.record({
  count: fc.integer({ min: 1, max: 3 }),
  cpu: fc.integer({ min: 0, max: 3 }),
  ssd: seldom(fc.constant(true)),
  apart: maybe(fc.array(fc.record({ by: key, from: maybe(app) }), { minLength: 1, maxLength: 2 })),
  near: seldom(fc.array(fc.record({ by: key, to: app }), { minLength: 1, maxLength: 1 })),
  spread: maybe(
    fc.array(fc.record({ by: key, maxSkew: fc.integer({ min: 1, max: 2 }) }), { minLength: 1, maxLength: 1 }),
  ),
  hostPort: seldom(fc.constantFrom(80, 81)),
})
const clusterArb = fc.record({
  nodes: fc.array(nodeArb, { minLength: 1, maxLength: 4 }),
  classes: fc.array(classArb, { minLength: 1, maxLength: 3 }),
})
type Drawn = typeof clusterArb extends fc.Arbitrary<infer T> ? T : never

function build({ nodes, classes }: Drawn) {
  const small = nodes.map(
    ({ zone, cpu, taken, ssd, slots, isTainted }, at): SmallNode => ({
      name: `n${at}`,
      cpu: `${cpu + taken}`,
      pods: `${slots}`,
      ...(zone && { zone }),
      ...(ssd && { labels: { disk: 'ssd' } }),
      ...(taken > 0 && { taken: { cpu: `${taken}` } }),
      taints: isTainted ? [{ key: 'x', effect: 'NoSchedule' }] : [],
    }),
  )
  const pods = classes.map(({ cpu, ssd, apart, near, spread, hostPort, count }, at) => {
    const given: SmallClass = {
      name: `c${at}`,
      count,
      cpu: `${cpu}`,
      ...(ssd && { nodeSelector: { disk: 'ssd' } }),
      ...(apart && { apart }),
      ...(near && { near }),
      ...(spread && { spread }),
      ...(hostPort && { hostPort }),
    }
    return smallClass(given)
  })
  const estate = smallEstate(small)
  const tried: Tried = { nodes: estate.nodes, classes: pods, cpu: nodes.map(({ cpu }) => cpu) }
  const empty: Counts = pods.map(() => nodes.map(() => 0))
  return { estate, pods, tried, empty, most: pods.map(({ count }) => count), taken: nodes.map(({ taken }) => taken) }
}

const total = (row: readonly number[] = []) => row.reduce((sum, one) => sum + one, 0)
const size = ({ classes }: Drawn) => total(classes.map(({ count }) => count))

test('placed: cannot is never placed, can is placed, by trying everything', () => {
  fc.assert(
    fc.property(clusterArb, (drawn) => {
      fc.pre(size(drawn) <= 6)
      const { estate, pods, tried, empty, most } = build(drawn)
      const placements = [...everyPlacement(tried, empty, most)]
      for (const [c, { answer, atMost = 0, stands = [] }] of steadyPlacement(estate, pods).entries()) {
        const best = Math.max(...placements.map((counts) => total(counts[c])))
        if (answer === 'cannot')
          assert.ok(best <= atMost && atMost < (most[c] ?? 0), `${best} placed, proved ${atMost}`)
        if (answer === 'can') {
          const row = tried.nodes.map(({ name }) => stands.filter((stand) => stand === name).length)
          assert.ok(
            placements.some((counts) => `${counts[c]}` === `${row}`),
            `${stands} is no placement`,
          )
        }
      }
    }),
    { numRuns: 150 },
  )
})

/** Ways to share out what was taken on the lost node among the others. */
function* drifts(amount: number, cpu: readonly number[], lost: number, at = 0): Generator<number[]> {
  if (at === cpu.length) return yield [...cpu]
  for (let here = 0; here <= (at === lost ? 0 : amount); here++) {
    const left = cpu.map((one, n) => (n === at ? one - here : one))
    yield* drifts(amount - here, left, lost, at + 1)
  }
}

test('loss of a node: cannot holds for every placement before it, and can for every one after', () => {
  const seen = { can: 0, cannot: 0, unknown: 0 }
  fc.assert(
    fc.property(clusterArb, fc.nat(3), (drawn, at) => {
      fc.pre(size(drawn) <= 5 && at < drawn.nodes.length)
      const { estate, pods, tried, empty, most, taken } = build(drawn)
      const loss = lossAnswers(estate, pods)
      const answers = pods.flatMap(({ workload }) => loss(workload, `n${at}`) ?? [])
      const placements = [...everyPlacement(tried, empty, most)]
      for (const { workload, answer, displaced } of answers) {
        seen[answer]++
        const c = pods.findIndex((pod) => pod.workload === workload)
        const whole = placements.filter((counts) => total(counts[c]) === most[c])
        if (displaced === 'must') for (const counts of whole) assert.ok((counts[c]?.[at] ?? 0) > 0, 'stands elsewhere')
        if (answer === 'unknown') continue
        const before = (answer === 'cannot' ? whole : placements).filter((counts) => (counts[c]?.[at] ?? 0) > 0)
        for (const cpu of drifts(taken[at] ?? 0, tried.cpu, at))
          for (const counts of before) judge({ ...tried, cpu }, counts, c, at, answer, most)
      }
    }),
    { numRuns: 250 },
  )
  assert.ok(seen.can > 10 && seen.cannot > 20, JSON.stringify(seen))
})

/** Every way on from one placement, the lost node's pods Terminating. */
function judge(
  tried: Tried,
  counts: Counts,
  c: number,
  lost: number,
  answer: 'can' | 'cannot',
  most: readonly number[],
): void {
  const dying = counts.map((row) => row.map((one, n) => (n === lost ? one : 0)))
  const live = counts.map((row) => row.map((one, n) => (n === lost ? 0 : one)))
  const room = most.map((count, i) => (i === c ? count - 1 : count))
  for (const after of everyPlacement(tried, live, room, dying, lost)) {
    const fits = tried.nodes.some((_, n) => n !== lost && naiveFits(tried, c, n, after, dying))
    assert.equal(fits, answer === 'can', `${answer}, and yet at ${JSON.stringify(after)}`)
  }
}

test('shares: no placement has more on a node, or fewer', () => {
  const seen = { bounded: 0 }
  fc.assert(
    fc.property(clusterArb, (drawn) => {
      const { estate, pods, tried, most } = build(drawn)
      for (const [c, pod] of pods.entries()) {
        const alone = { ...tried, classes: [pod] }
        const whole = [...everyPlacement(alone, [tried.nodes.map(() => 0)], [most[c] ?? 0])].filter(
          ([row]) => total(row) === most[c],
        )
        for (const [n, { name }] of tried.nodes.entries()) {
          const share = shareOf(estate, pod, name)
          const counts = whole.map(([row]) => row?.[n] ?? 0)
          if (whole.length > 0 && share.most < (most[c] ?? 0)) seen.bounded++
          assert.ok(
            counts.every((count) => share.least <= count && count <= share.most),
            `${share.least} to ${share.most} on ${name}, and yet ${counts}`,
          )
        }
      }
    }),
    { numRuns: 300 },
  )
  assert.ok(seen.bounded > 20, JSON.stringify(seen))
})
