// A promise and `seaworthy sweep` say the same of every node and every zone: over random clusters, silent and removed.
import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { lossAnswers } from '../../engine/loss/after-node-loss.ts'
import { lossesOf } from '../../engine/loss/losses.ts'
import type { Outcome } from '../../engine/loss/outcome.ts'
import { sweep } from '../../engine/loss/sweep.ts'
import type { Word } from '../../engine/loss/word.ts'
import { hostnameKey, zoneKey } from '../../engine/placement/reasons.ts'
import { type SmallClass, type SmallNode, smallClass, smallEstate } from '../../engine/placement/small-cluster.ts'
import type { ClaimUse, PodClass } from '../../engine/pods/pod-class.ts'
import type { Estate } from '../../estate/estate.ts'
import type { View } from '../world.ts'
import { candidatePart } from './candidate-part.ts'
import { elsewherePart } from './zone-loss-parts.ts'

const key = fc.constantFrom(hostnameKey, zoneKey)
const disk = fc.constantFrom('ssd', 'hdd')
// Most pods have no rule but room.
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })
}

const nodes = fc.array(
  fc.record({
    zone: fc.constantFrom('a', 'b', 'c'),
    cpu: fc.constantFrom('1', '2', '3', '6'),
    disk: rarely(disk),
    taken: rarely(fc.constant({ cpu: '500m', says: 'about half a core' })),
  }),
  { minLength: 2, maxLength: 5 },
)
const classes = fc.array(
  fc.record({
    kind: fc.constantFrom<NonNullable<SmallClass['kind']>[]>('Deployment', 'Deployment', 'StatefulSet', 'DaemonSet'),
    count: fc.constantFrom(1, 1, 2, 3),
    cpu: fc.constantFrom('0', '500m', '1', '2'),
    disk: rarely(disk),
    apart: rarely(key),
    spread: rarely(key),
    near: rarely(fc.integer({ min: 0, max: 3 })),
    priority: rarely(fc.constantFrom(0, 10)),
    volume: rarely(fc.constantFrom<ClaimUse['bound'][]>('node', 'zone', 'cluster', 'unknown')),
  }),
  { minLength: 1, maxLength: 4 },
)

const cluster = fc.tuple(nodes, classes).map(([drawn, works]) => {
  const all = drawn.map(({ disk: kind, taken, ...node }, at): SmallNode => {
    return { name: `n${at}`, ...node, ...(kind && { labels: { disk: kind } }), ...(taken && { taken }) }
  })
  const pods = works.map(({ disk: kind, apart, spread, near, priority, volume, ...work }, at) => {
    const made = smallClass({
      name: `c${at}`,
      ...work,
      ...(kind && { nodeSelector: { disk: kind } }),
      ...(apart && { apart: [{ by: apart }] }),
      ...(spread && { spread: [{ by: spread, maxSkew: 1 }] }),
      ...(near !== undefined && near < works.length && { near: [{ by: hostnameKey, to: `c${near}` }] }),
      ...(volume && { claims: [{ claim: `data-c${at}-#`, bound: volume }] }),
    })
    return priority === undefined ? made : { ...made, spec: { ...made.spec, priority } }
  })
  return { estate: smallEstate(all), pods }
})

const worst = { cannot: 0, may: 1, unknown: 2, must: 3 } as const

/** What a sweep says of a class after one failure, in whichever state it is worse; undefined where it says nothing of it. */
function swept(rows: readonly Outcome[], { workload }: PodClass): Word | undefined {
  const words = rows.map(({ cannot, short, may, unknown }): Word => {
    if (cannot.includes(workload) || short.some((one) => one.workload === workload)) return 'cannot'
    return may.includes(workload) ? 'may' : unknown.includes(workload) ? 'unknown' : 'must'
  })
  return words.sort((a, b) => worst[a] - worst[b])[0]
}

// Whether a volume can follow its pod is a part of its own.
function isTied({ claims }: PodClass): boolean {
  return claims.some(({ bound }) => bound === 'node' || bound === 'zone')
}

function viewOf(estate: Estate, pods: readonly PodClass[]): View {
  return { estate, pods, denied: new Set(), byWorkload: new Map(pods.map((pod) => [pod.workload, pod])) } as View
}

const tally = { must: 0, may: 0, cannot: 0, unknown: 0 }

test('a promise and a sweep agree on every node and every zone of random clusters', () => {
  fc.assert(
    fc.property(cluster, ({ estate, pods }) => {
      const rows = Map.groupBy(sweep(estate, pods), ({ failure }) => failure)
      const view = viewOf(estate, pods)
      const found = lossesOf(estate, pods)
      for (const pod of pods.filter((one) => !isTied(one))) {
        for (const [kind, { fates }] of [
          ['node', found.nodes(pod.workload)],
          ['zone', found.zones(pod.workload)],
        ] as const)
          for (const { failures, word } of fates)
            for (const name of failures) {
              const own = rows.get(`${kind}/${name}`)
              if (!own) continue
              tally[word]++
              assert.equal(word, swept(own, pod), `${kind}/${name} ${pod.name}`)
            }
        agreesInTruth(rows, view, pod)
      }
    }),
    { seed: 20_261_122, numRuns: 40 },
  )
  for (const word of ['must', 'may', 'cannot', 'unknown'] as const)
    assert.ok(tally[word] > 10, `${word} ${tally[word]}`)
})

/** The parts that a promise is judged by, against all rows at once. */
function agreesInTruth(rows: ReadonlyMap<string, readonly Outcome[]>, view: View, pod: PodClass): void {
  for (const [kind, part] of [
    ['node', candidatePart(pod, view)],
    ['zone', elsewherePart(pod, view)],
  ] as const) {
    const own = [...rows]
      .filter(([failure]) => failure.startsWith(`${kind}/`))
      .map(([, outcomes]) => swept(outcomes, pod))
    if (part === undefined || own.length === 0) continue
    if (part.truth === true)
      assert.ok(
        own.every((word) => word === 'must'),
        `${kind} ${pod.name} ${own}`,
      )
    if (part.truth === false) assert.ok(own.includes('cannot'), `${kind} ${pod.name} ${own}`)
    else assert.ok(!own.includes('cannot'), `${kind} ${pod.name} ${own}`)
  }
}

test('what a question or a drain asks of one node is never the opposite of what a sweep says', () => {
  let [can, cannot] = [0, 0]
  fc.assert(
    fc.property(cluster, ({ estate, pods }) => {
      const loss = lossAnswers(estate, pods)
      const losses = lossesOf(estate, pods)
      for (const pod of pods.filter((one) => !isTied(one)))
        for (const { failures, word } of losses.nodes(pod.workload).fates)
          for (const node of failures) {
            const answer = loss(pod.workload, node)?.answer
            can += answer === 'can' ? 1 : 0
            cannot += answer === 'cannot' ? 1 : 0
            if (answer === 'can') assert.equal(word, 'must', `${node} ${pod.name}`)
            if (answer === 'cannot') assert.equal(word, 'cannot', `${node} ${pod.name}`)
          }
    }),
    { seed: 20_261_122, numRuns: 40 },
  )
  assert.ok(can > 50 && cannot > 10, `${can} ${cannot}`)
})
