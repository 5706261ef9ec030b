import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, NetworkPolicySpec, Peer, PolicyPort, Protocol } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { connection } from './connection.ts'
import { reachability } from './reachability.ts'
import { namespaceObject, podClass, policyObject, sampleEstate } from './sample-estate.ts'

// The specification word by word, without classes, indexes or bits: slow, and written apart from what it is held against.

type NamespaceLabels = { readonly [namespace: string]: { readonly [key: string]: string } }
interface Written {
  readonly namespace: string
  readonly spec: NetworkPolicySpec
}
interface Asked {
  readonly from: PodClass
  readonly to: PodClass
  readonly port: number
  readonly protocol: Protocol
}

function naive(policies: readonly Written[], labels: NamespaceLabels, asked: Asked): boolean {
  const { from, to } = asked
  const selecting = (pod: PodClass) =>
    policies.filter(
      ({ namespace, spec }) => namespace === pod.namespace && matchesLabels(spec.podSelector ?? {}, pod.labels),
    )
  const out = selecting(from).filter(({ spec }) =>
    spec.policyTypes?.length ? spec.policyTypes.includes('Egress') : (spec.egress ?? []).length > 0,
  )
  const into = selecting(to).filter(({ spec }) => !spec.policyTypes?.length || spec.policyTypes.includes('Ingress'))
  const takes = (peers: readonly Peer[] | undefined, pod: PodClass, own: string) =>
    !peers?.length || peers.some((peer) => takesPod(peer, pod, own, labels))
  const passes = (ports: readonly PolicyPort[] | undefined) =>
    !ports?.length || ports.some((port) => takesPort(port, asked))
  const isOut =
    out.length === 0 ||
    out.some(({ namespace, spec }) =>
      (spec.egress ?? []).some((rule) => takes(rule.to, to, namespace) && passes(rule.ports)),
    )
  const isIn =
    into.length === 0 ||
    into.some(({ namespace, spec }) =>
      (spec.ingress ?? []).some((rule) => takes(rule.from, from, namespace) && passes(rule.ports)),
    )
  return isOut && isIn
}

function takesPod(
  { namespaceSelector, podSelector }: Peer,
  pod: PodClass,
  own: string,
  labels: NamespaceLabels,
): boolean {
  if (!namespaceSelector && !podSelector) return false
  const inNamespace = namespaceSelector
    ? matchesLabels(namespaceSelector, { ...labels[pod.namespace], 'kubernetes.io/metadata.name': pod.namespace })
    : pod.namespace === own
  return inNamespace && matchesLabels(podSelector ?? {}, pod.labels)
}

function takesPort({ protocol = 'TCP', port, endPort }: PolicyPort, asked: Asked): boolean {
  if (protocol !== asked.protocol) return false
  if (port === undefined) return true
  if (typeof port === 'number') return asked.port >= port && asked.port <= (endPort ?? port)
  const ports = asked.to.spec.containers.flatMap((container) => container.ports ?? [])
  return ports.some(
    (each) => each.name === port && (each.protocol ?? 'TCP') === protocol && each.containerPort === asked.port,
  )
}

const key = fc.constantFrom('app', 'tier', 'constructor')
const value = fc.constantFrom('u', 'v', '')
const labelsOf = fc.dictionary(key, value, { maxKeys: 3, noNullPrototype: true })
const namespace = fc.constantFrom('x', 'y', 'z')
const protocol = fc.constantFrom<Protocol>('TCP', 'UDP', 'SCTP')
const requirement = fc.oneof(
  fc.record({ key, operator: fc.constantFrom('In', 'NotIn'), values: fc.array(value, { minLength: 1, maxLength: 2 }) }),
  fc.record({ key, operator: fc.constantFrom('Exists', 'DoesNotExist') }),
)
const selector = fc.record(
  {
    matchLabels: fc.dictionary(key, value, { maxKeys: 1, noNullPrototype: true }),
    matchExpressions: fc.array(requirement, { maxLength: 2 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<LabelSelector>
const peer = fc.oneof(
  fc.record({ podSelector: selector }),
  fc.record({ namespaceSelector: selector }),
  fc.record({ podSelector: selector, namespaceSelector: selector }),
) as fc.Arbitrary<Peer>
const policyPort = fc.oneof(
  fc.record({ protocol, port: fc.constantFrom(80, 81, 'web', 'admin') }, { requiredKeys: [] }),
  fc.record({ protocol, port: fc.constant(79), endPort: fc.constantFrom(79, 80, 90) }),
) as fc.Arbitrary<PolicyPort>
const peers = fc.array(peer, { maxLength: 2 })
const ports = fc.array(policyPort, { maxLength: 2 })
const spec = fc.record(
  {
    podSelector: selector,
    policyTypes: fc.subarray<'Ingress' | 'Egress'>(['Ingress', 'Egress']),
    ingress: fc.array(fc.record({ from: peers, ports }, { requiredKeys: [] }), { maxLength: 2 }),
    egress: fc.array(fc.record({ to: peers, ports }, { requiredKeys: [] }), { maxLength: 2 }),
  },
  { requiredKeys: [] },
) as fc.Arbitrary<NetworkPolicySpec>
const written = fc.array(fc.record({ namespace, spec }), { maxLength: 6 })
const containerPorts = fc.uniqueArray(
  fc.record({ name: fc.constantFrom('web', 'admin'), containerPort: fc.constantFrom(80, 81), protocol }),
  { selector: ({ name }) => name, maxLength: 2 },
)
const someLabels = fc.record({ x: labelsOf, y: labelsOf, z: labelsOf })
const pods = fc.array(fc.record({ namespace, labels: labelsOf, ports: containerPorts }), { minLength: 2, maxLength: 6 })

test('connection: the indexed answer is that of the specification word by word', () => {
  fc.assert(
    fc.property(written, someLabels, pods, (policies, labels, somePods) => {
      const classes = somePods.map(({ ports: named, ...pod }, at) =>
        podClass(pod.namespace, `p${at}`, {
          labels: pod.labels,
          count: 2,
          spec: { containers: [{ name: 'main', ports: named }] },
        }),
      )
      const objects = [
        ...Object.entries(labels).map(([name, each]) => namespaceObject(name, each)),
        ...policies.map((policy, at) => policyObject(policy.namespace, `p${at}`, policy.spec)),
      ]
      const r = reachability(sampleEstate(objects), classes)
      for (const from of classes)
        for (const to of classes)
          for (const port of [79, 80, 81])
            for (const each of ['TCP', 'UDP', 'SCTP'] as const) {
              const judged = connection(r, { from: from.workload, to: to.workload, port, protocol: each })
              assert.equal(judged.open, naive(policies, labels, { from, to, port, protocol: each }))
              assert.equal(judged.egress.open === false ? judged.egress.isolatedBy.length > 0 : true, true)
            }
    }),
    { numRuns: 300 },
  )
})
