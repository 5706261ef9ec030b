// What packing shows, the scheduler comes to in some order: its own filters take each pod where it was put.

import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { estateCluster } from '../scheduling/estate-cluster.ts'
import { type EstatePod, podManifest } from '../scheduling/estate-pods.ts'
import { schedulerOf } from '../scheduling/scheduler-of.ts'
import { hostnameKey, zoneKey } from './reasons.ts'
import { smallClass, smallEstate } from './small-cluster.ts'
import { type SteadyAnswer, steadyPlacement } from './steady.ts'

const key = fc.constantFrom(hostnameKey, zoneKey)
const seldom = <T>(arb: fc.Arbitrary<T>) => fc.option(arb, { nil: undefined, freq: 1 })
const nodeArb = fc.record({
  zone: fc.constantFrom('a', 'b', undefined),
  cpu: fc.integer({ min: 1, max: 8 }),
  memory: fc.integer({ min: 2, max: 8 }),
  pods: fc.constantFrom(2, 4, 110),
  disk: fc.constantFrom('ssd', 'hdd', undefined),
  isKept: fc.constantFrom(false, false, false, true),
})
const workArb = fc.record({
  kind: fc.constantFrom('Deployment' as const, 'StatefulSet' as const, 'DaemonSet' as const),
  count: fc.integer({ min: 1, max: 4 }),
  cpu: fc.integer({ min: 0, max: 2 }),
  memory: fc.integer({ min: 0, max: 2 }),
  disk: seldom(fc.constantFrom('ssd', 'hdd')),
  isTolerant: fc.boolean(),
  apart: seldom(fc.record({ by: key, from: fc.constantFrom('c0', 'c1', 'c2') })),
  near: seldom(fc.record({ by: key, to: fc.constantFrom('c0', 'c1', 'c2') })),
  spread: seldom(fc.record({ by: key, maxSkew: fc.integer({ min: 1, max: 2 }), isHonest: fc.boolean() })),
  hostPort: seldom(fc.constantFrom(80, 81)),
})
const clusterArb = fc.record({
  nodes: fc.array(nodeArb, { minLength: 1, maxLength: 5 }),
  works: fc.array(workArb, { minLength: 1, maxLength: 3 }),
})

function build({ nodes, works }: typeof clusterArb extends fc.Arbitrary<infer T> ? T : never) {
  const estate = smallEstate(
    nodes.map(({ zone, cpu, memory, pods, disk, isKept }, at) => ({
      name: `n${at}`,
      cpu: `${cpu}`,
      memory: `${memory}Gi`,
      pods: `${pods}`,
      ...(zone && { zone }),
      ...(disk && { labels: { disk } }),
      taints: isKept ? [{ key: 'kept', effect: 'NoSchedule' as const }] : [],
    })),
  )
  const classes = works.map(({ kind, count, cpu, memory, disk, isTolerant, apart, near, spread, hostPort }, at) =>
    smallClass({
      name: `c${at}`,
      kind,
      count: kind === 'DaemonSet' ? nodes.length : count,
      cpu: `${cpu}`,
      memory: `${memory}Gi`,
      ...(disk && { nodeSelector: { disk } }),
      ...(apart && { apart: [apart] }),
      ...(near && { near: [near] }),
      ...(spread && { spread: [{ ...spread, more: spread.isHonest ? { nodeTaintsPolicy: 'Honor' } : {} }] }),
      ...(hostPort && { hostPort }),
      spec: isTolerant ? { tolerations: [{ key: 'kept', operator: 'Exists' }] } : {},
    }),
  )
  return { estate, classes }
}

/** Every pod with its node, as the answers say it. */
function packedPods(answers: readonly SteadyAnswer[]): readonly (EstatePod & { readonly node: string })[] {
  return answers.flatMap(({ pod, stands = [] }) =>
    stands.map((node, at) => {
      const name = pod.podNames[at] ?? `${pod.name}-${at}`
      return { pod, name, node, manifest: podManifest(pod, name) }
    }),
  )
}

test('placed: what is packed is a placement that the scheduler comes to in some order', () => {
  let packed = 0
  fc.assert(
    fc.property(clusterArb, (drawn) => {
      const { estate, classes } = build(drawn)
      const answers = steadyPlacement(estate, classes)
      fc.pre(answers.every(({ answer }) => answer === 'can'))
      const scheduler = schedulerOf(estateCluster(estate, classes).cluster)
      const left = new Set(packedPods(answers))
      for (let next = taken(); next !== undefined; next = taken()) {
        left.delete(next)
        scheduler.bind(next.manifest, next.node)
      }
      const stuck = [...left].map(({ name, node, manifest }) => [name, node, scheduler.judge(manifest).refused])
      assert.deepEqual(stuck, [])
      packed++

      function taken() {
        return [...left].find(({ manifest, node }) => scheduler.judge(manifest).feasible.includes(node))
      }
    }),
    { numRuns: 200 },
  )
  assert.ok(packed > 150, `${packed} packed`)
})
