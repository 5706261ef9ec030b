import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, NetworkPolicySpec, PolicyPort, Protocol } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { connection } from './connection.ts'
import { reachMatrix } from './matrix.ts'
import type { Direction } from './policy.ts'
import { reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import { namespaceObject, objectOf, podClass, policyObject, sampleEstate } from './sample-estate.ts'

// The tiers of ClusterNetworkPolicy word by word: rule after rule, slow, and written apart from what it is held against.

type Labels = { readonly [key: string]: string }
interface Pods {
  readonly namespaceSelector: LabelSelector
  readonly podSelector?: LabelSelector
}
interface Rule {
  readonly action: 'Accept' | 'Deny' | 'Pass'
  readonly far: readonly Pods[]
  readonly ports: readonly PolicyPort[]
}
interface Cluster {
  readonly tier: 'Admin' | 'Baseline'
  readonly priority: number
  readonly subject: Pods
  readonly ingress: readonly Rule[]
  readonly egress: readonly Rule[]
}
interface Usual {
  readonly namespace: string
  readonly spec: NetworkPolicySpec
}
interface World {
  readonly labels: { readonly [namespace: string]: Labels }
  readonly clusters: readonly Cluster[]
  readonly usual: readonly Usual[]
}
interface Asked {
  readonly from: PodClass
  readonly to: PodClass
  readonly port: number
  readonly protocol: Protocol
}

function naive(world: World, asked: Asked): boolean {
  return naiveSide(world, asked, 'egress') && naiveSide(world, asked, 'ingress')
}

function naiveSide(world: World, asked: Asked, direction: Direction): boolean {
  const [own, far] = direction === 'egress' ? [asked.from, asked.to] : [asked.to, asked.from]
  const decided = naiveTier(world, 'Admin', asked, direction) ?? naiveUsual(world, own, far, asked, direction)
  return decided ?? naiveTier(world, 'Baseline', asked, direction) ?? true
}

function naiveTier(
  { labels, clusters }: World,
  tier: Cluster['tier'],
  asked: Asked,
  direction: Direction,
): boolean | undefined {
  const [own, far] = direction === 'egress' ? [asked.from, asked.to] : [asked.to, asked.from]
  for (const policy of clusters.filter((each) => each.tier === tier).sort((a, b) => a.priority - b.priority)) {
    if (!takes(labels, policy.subject, own)) continue
    for (const { action, far: peers, ports } of policy[direction]) {
      if (!peers.some((peer) => takes(labels, peer, far)) || !takesPort(ports, asked)) continue
      if (action === 'Pass') return undefined
      return action === 'Accept'
    }
  }
  return undefined
}

function naiveUsual({ labels, usual }: World, own: PodClass, far: PodClass, asked: Asked, direction: Direction) {
  const isolating = usual.filter(
    ({ namespace, spec }) =>
      namespace === own.namespace &&
      matchesLabels(spec.podSelector ?? {}, own.labels) &&
      spec.policyTypes?.includes(direction === 'egress' ? 'Egress' : 'Ingress'),
  )
  if (isolating.length === 0) return undefined
  return isolating.some(({ spec }) =>
    (spec[direction] ?? []).some((rule) => {
      const peers = 'to' in rule ? rule.to : 'from' in rule ? rule.from : undefined
      const isFar = !peers?.length || peers.some((peer) => takes(labels, { namespaceSelector: {}, ...peer }, far))
      return isFar && takesPort(rule.ports ?? [], asked)
    }),
  )
}

function takes(labels: World['labels'], { namespaceSelector, podSelector = {} }: Pods, pod: PodClass): boolean {
  const own = { ...labels[pod.namespace], 'kubernetes.io/metadata.name': pod.namespace }
  return matchesLabels(namespaceSelector, own) && matchesLabels(podSelector, pod.labels)
}

function takesPort(ports: readonly PolicyPort[], { to, port, protocol }: Asked): boolean {
  if (ports.length === 0) return true
  return ports.some((each) => {
    if (typeof each.port === 'string')
      return to.spec.containers.some(({ ports: own = [] }) =>
        own.some((one) => one.name === each.port && one.containerPort === port && (one.protocol ?? 'TCP') === protocol),
      )
    return each.protocol === protocol && (each.port ?? 0) <= port && port <= (each.endPort ?? each.port ?? 0)
  })
}

const value = fc.constantFrom('u', 'v')
const labelsOf = fc.dictionary(fc.constantFrom('app', 'tier'), value, { maxKeys: 2, noNullPrototype: true })
const namespace = fc.constantFrom('x', 'y', 'z')
const protocol = fc.constantFrom<Protocol>('TCP', 'UDP')
const selector = fc.oneof(
  fc.constant({}),
  fc.record({ matchLabels: labelsOf }),
  fc.record({
    matchExpressions: fc.array(
      fc.record({
        key: fc.constantFrom('app', 'tier'),
        operator: fc.constantFrom('In', 'NotIn'),
        values: fc.array(value, { minLength: 1, maxLength: 2 }),
      }),
      { maxLength: 1 },
    ),
  }),
) as fc.Arbitrary<LabelSelector>
const somePods = fc.record({ namespaceSelector: selector, podSelector: selector }) as fc.Arbitrary<Pods>
const numbered = fc.oneof(
  fc.record({ protocol, port: fc.constantFrom(80, 81) }),
  fc.record({ protocol, port: fc.constant(79), endPort: fc.constantFrom(80, 90) }),
) as fc.Arbitrary<PolicyPort>
const clusterPort = fc.oneof(
  { arbitrary: numbered, weight: 3 },
  { arbitrary: fc.constant({ port: 'web' } as PolicyPort), weight: 1 },
)
const rule = fc.record({
  action: fc.constantFrom('Accept', 'Deny', 'Pass'),
  far: fc.array(somePods, { minLength: 1, maxLength: 2 }),
  ports: fc.array(clusterPort, { maxLength: 2 }),
}) as fc.Arbitrary<Rule>
const clusters = fc.uniqueArray(
  fc.record({
    tier: fc.constantFrom('Admin', 'Baseline'),
    priority: fc.integer({ min: 0, max: 9 }),
    subject: somePods,
    ingress: fc.array(rule, { maxLength: 3 }),
    egress: fc.array(rule, { maxLength: 3 }),
  }) as fc.Arbitrary<Cluster>,
  { selector: ({ tier, priority }) => `${tier} ${priority}`, maxLength: 5 },
)
const usual = fc.array(
  fc.record({
    namespace,
    spec: fc.record({
      podSelector: selector,
      policyTypes: fc.constantFrom(['Ingress'], ['Egress'], ['Ingress', 'Egress']),
      ingress: fc.array(
        fc.record({ from: fc.array(somePods, { maxLength: 1 }), ports: fc.array(numbered, { maxLength: 1 }) }),
        { maxLength: 1 },
      ),
      egress: fc.array(
        fc.record({ to: fc.array(somePods, { maxLength: 1 }), ports: fc.array(numbered, { maxLength: 1 }) }),
        { maxLength: 1 },
      ),
    }),
  }),
  { maxLength: 2 },
) as fc.Arbitrary<readonly Usual[]>
const webPort = fc.record({ containerPort: fc.constantFrom(80, 81), protocol })
const pods = fc.array(fc.record({ namespace, labels: labelsOf, web: fc.option(webPort) }), {
  minLength: 2,
  maxLength: 5,
})

test('tiers: the indexed answer and the matrix are those of the specification, rule after rule', () => {
  fc.assert(
    fc.property(
      fc.record({ x: labelsOf, y: labelsOf, z: labelsOf }),
      clusters,
      usual,
      pods,
      (labels, some, others, all) => {
        const world: World = { labels, clusters: some, usual: others }
        const classes = all.map(({ namespace: own, labels: has, web }, at) =>
          podClass(own, `p${at}`, {
            labels: has,
            count: 2,
            spec: { containers: [{ name: 'main', ports: web ? [{ name: 'web', ...web }] : [] }] },
          }),
        )
        const r = reachability(sampleEstate(objectsOf(world)), classes)
        const matrix = reachMatrix(r)
        const numberOf = ({ workload }: PodClass) =>
          matrix.classes.findIndex(({ members }) => members.includes(workload))
        for (const from of classes)
          for (const to of classes)
            for (const port of [79, 80, 81])
              for (const each of ['TCP', 'UDP', 'SCTP'] as const) {
                const asked = {
                  from: from.workload,
                  to: to.workload,
                  port,
                  protocol: each,
                  asMeant: true,
                  tells: false,
                }
                const expected = naive(world, { from, to, port, protocol: each })
                assert.equal(connection(r, asked).open, expected, `${from.workload} ${to.workload} ${port} ${each}`)
                const open = portsBetween(matrix, numberOf(from), numberOf(to)) ?? []
                const isIn =
                  open === 'all' || open.some((one) => one.protocol === each && one.first <= port && port <= one.last)
                assert.equal(isIn, expected, `${from.workload} ${to.workload} ${port} ${each} in the matrix`)
              }
      },
    ),
    { numRuns: 200 },
  )
})

function objectsOf({ labels, clusters: some, usual: others }: World) {
  return [
    ...Object.entries(labels).map(([name, each]) => namespaceObject(name, each)),
    ...others.map(({ namespace: own, spec }, at) => policyObject(own, `u${at}`, spec)),
    ...some.map(({ subject, ingress, egress, ...rank }, at) => {
      const metadata = { name: `c${at}` }
      const spec = {
        ...rank,
        subject: { pods: subject },
        ingress: ingress.map(written('from')),
        egress: egress.map(written('to')),
      }
      return objectOf({ apiVersion: 'policy.networking.k8s.io/v1alpha2', kind: 'ClusterNetworkPolicy', metadata, spec })
    }),
  ]
}

function written(peersField: string) {
  return ({ action, far, ports }: Rule) => ({
    action,
    [peersField]: far.map((each) => ({ pods: each })),
    ...(ports.length > 0 && { protocols: ports.map(writtenPort) }),
  })
}

function writtenPort({ protocol: own = 'TCP', port, endPort }: PolicyPort): object {
  if (typeof port === 'string') return { destinationNamedPort: port }
  return {
    [own.toLowerCase()]: { destinationPort: endPort ? { range: { start: port, end: endPort } } : { number: port } },
  }
}
