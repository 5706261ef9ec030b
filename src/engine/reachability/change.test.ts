import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { LabelSelector, Labels, NetworkPolicySpec, Peer, PolicyPort, Ref } from '../../kubernetes/types.ts'
import { hasBit } from './bits.ts'
import { changeIndex } from './change-index.ts'
import type { ChangedRow } from './change-rows.ts'
import { reachMatrix } from './matrix.ts'
import { policyOf } from './policy.ts'
import type { PortRange } from './port-ranges.ts'
import { type Reachability, reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import { relabelled } from './relabelled.ts'
import { replaced } from './replaced.ts'
import { gridNamespaces, namespaceObject, podClass, policyObject, sampleEstate } from './sample-estate.ts'

const ports = [79, 80, 81]

/** `from to port` of every pair that is open, as the whole matrix has it. */
function openPairs(r: Reachability): ReadonlySet<string> {
  const matrix = reachMatrix(r)
  const classOf = new Map(matrix.classes.flatMap(({ members }, at) => members.map((member) => [member, at] as const)))
  const refs = [...r.pods.keys()]
  const all = refs.flatMap((from) => refs.flatMap((to) => ports.map((port) => ({ from, to, port }))))
  const open = all.filter(({ from, to, port }) => {
    const found = portsBetween(matrix, classOf.get(from) ?? -1, classOf.get(to) ?? -1)
    return from !== to && (found === 'all' || found?.some((range) => holds(range, port)))
  })
  return new Set(open.map(({ from, to, port }) => `${from} ${to} ${port}`))
}

function holds({ protocol, first, last }: PortRange, port: number): boolean {
  return protocol === 'TCP' && first <= port && port <= last
}

/** The same of what a change opens or closes; `only` stands for itself, and not for the others of its class. */
function pairsIn(
  r: Reachability,
  rows: readonly ChangedRow[],
  kind: 'opened' | 'closed',
  only?: Ref,
): readonly string[] {
  const refsOf = (at: number) => [...r.classOf].flatMap(([ref, own]) => (own === at ? [ref] : []))
  return rows.flatMap((row) => {
    const changed = ports.filter((port) => row.ports.some((range) => holds(range, port)))
    const far = r.classes.flatMap((_, at) => (hasBit(row[kind], at) ? refsOf(at) : []))
    const ways = (only ? [only] : refsOf(row.at)).flatMap((own) =>
      far.map((other) => (row.direction === 'egress' ? [own, other] : [other, own])),
    )
    return ways.flatMap(([from, to]) => (from === to ? [] : changed.map((port) => `${from} ${to} ${port}`)))
  })
}

const labels: fc.Arbitrary<Labels> = fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('u', 'v'), {
  noNullPrototype: true,
})
const selector = fc.record({
  matchLabels: fc.dictionary(fc.constantFrom('app', 'tier'), fc.constantFrom('u', 'v'), {
    maxKeys: 1,
    noNullPrototype: true,
  }),
}) as fc.Arbitrary<LabelSelector>
const peer = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: fc.constantFrom({}, { matchLabels: { ns: 'y' } }) }),
  fc.record({ podSelector: selector, namespaceSelector: fc.constantFrom({}, { matchLabels: { ns: 'x' } }) }),
) as fc.Arbitrary<Peer>
const policyPort = fc.constantFrom<PolicyPort>(
  { port: 80 },
  { port: 'web' },
  { port: 79, endPort: 80 },
  { protocol: 'UDP' },
  {},
)
const rule = <K extends 'from' | 'to'>(side: K) =>
  fc.record(
    { [side]: fc.array(peer, { maxLength: 2 }), ports: fc.array(policyPort, { maxLength: 2 }) },
    { requiredKeys: [] },
  )
const spec = fc.record({
  podSelector: selector,
  policyTypes: fc.constantFrom(['Ingress'], ['Egress'], ['Egress', 'Ingress']),
  ingress: fc.array(rule('from'), { maxLength: 2 }),
  egress: fc.array(rule('to'), { maxLength: 2 }),
}) as fc.Arbitrary<NetworkPolicySpec>
const pod = fc.record({
  namespace: fc.constantFrom('x', 'y'),
  labels,
  port: fc.constantFrom(80, 81),
  host: fc.boolean(),
})
const estate = fc.record({
  pods: fc.array(pod, { minLength: 2, maxLength: 5 }),
  policies: fc.array(fc.record({ namespace: fc.constantFrom('x', 'y'), spec }), { minLength: 1, maxLength: 5 }),
})
type Written = typeof estate extends fc.Arbitrary<infer T> ? T : never

function built({ pods, policies }: Written): Reachability {
  const classes = pods.map(({ namespace, labels: own, port, host }, at) =>
    podClass(namespace, `p${at}`, {
      labels: own,
      spec: {
        hostNetwork: host && at === 1,
        containers: [{ name: 'main', ports: [{ name: 'web', containerPort: port }] }],
      },
    }),
  )
  const objects = policies.map(({ namespace, spec: own }, at) => policyObject(namespace, `n${at}`, own))
  return reachability(
    sampleEstate([...gridNamespaces.slice(0, 1), namespaceObject('y', { ns: 'y' }), ...objects]),
    classes,
  )
}

function assertChanged(before: Reachability, behind: Reachability, rows: readonly ChangedRow[], only?: Ref): void {
  const [was, is] = [openPairs(before), openPairs(behind)]
  const changed = (kind: 'opened' | 'closed') => [...new Set(pairsIn(before, rows, kind, only))].sort()
  assert.deepEqual(changed('opened'), [...is].filter((pair) => !was.has(pair)).sort())
  assert.deepEqual(changed('closed'), [...was].filter((pair) => !is.has(pair)).sort())
}

test('change: other labels open and close what the estate with them says', () => {
  fc.assert(
    fc.property(estate, labels, (written, other) => {
      const before = built(written)
      const index = changeIndex(before)
      const [first] = before.pods.values()
      assert.ok(index && first)
      const behind = built({
        ...written,
        pods: written.pods.map((each, at) => (at === 0 ? { ...each, labels: other } : each)),
      })
      assertChanged(before, behind, relabelled(index, first.workload, other), first.workload)
    }),
    { numRuns: 200 },
  )
})

test('change: a policy that says something else opens and closes what the estate with it says', () => {
  fc.assert(
    fc.property(estate, spec, (written, other) => {
      const before = built(written)
      const index = changeIndex(before)
      const [first, ...rest] = written.policies
      assert.ok(index && first)
      const now = policyOf(policyObject(first.namespace, 'n0', other))
      assert.ok(now)
      assertChanged(before, built({ ...written, policies: [{ ...first, spec: other }, ...rest] }), replaced(index, now))
    }),
    { numRuns: 200 },
  )
})

// Changes write where the last one wrote, and new lists of ports split the classes of ports.
const others = Array.from({ length: 70 }, (_, at): Written['pods'][number] => ({
  namespace: at < 40 ? 'x' : 'y',
  labels: { app: ['u', 'v', 'w'][at % 3] ?? '', at: `${at}` },
  port: at % 3 === 0 ? 81 : 80,
  host: false,
}))

for (const [name, more, numRuns] of [
  ['few pods', [], 60],
  ['more pods than a word has bits', others, 10],
] as const)
  test(`change: one after another, each is asked of the estate as it stands (${name})`, () => {
    const change = fc.oneof(fc.record({ labels }), fc.record({ spec }))
    fc.assert(
      fc.property(estate, fc.array(change, { minLength: 2, maxLength: 5 }), (few, changes) => {
        const written: Written = { ...few, pods: [...few.pods.slice(0, 1), ...more, ...few.pods.slice(1)] }
        const before = built(written)
        const index = changeIndex(before)
        const [pod] = before.pods.values()
        const [policy, ...policies] = written.policies
        const [first, ...pods] = written.pods
        assert.ok(index && pod && policy && first)
        for (const each of changes)
          if ('labels' in each) {
            const behind = built({ ...written, pods: [{ ...first, labels: each.labels }, ...pods] })
            assertChanged(before, behind, relabelled(index, pod.workload, each.labels), pod.workload)
          } else {
            const now = policyOf(policyObject(policy.namespace, 'n0', each.spec))
            assert.ok(now)
            const behind = built({ ...written, policies: [{ ...policy, spec: each.spec }, ...policies] })
            assertChanged(before, behind, replaced(index, now))
          }
      }),
      { numRuns },
    )
  })
