import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import type { EstateObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, Ref } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { connection } from './connection.ts'
import { reachMatrix } from './matrix.ts'
import { reachability } from './reachability.ts'
import { portsBetween } from './reached.ts'
import { namespaceObject, objectOf, podClass, policyObject, sampleEstate } from './sample-estate.ts'

// Policies of every kind at once, word by word as their definitions have it: slow, and written apart from what it is held
// against. Rules here are told by pods, whole namespaces and one port; the finer points have rows of their own.

type Side = 'ingress' | 'egress'
interface Rule {
  readonly action: 'Allow' | 'Deny' | 'Pass'
  readonly namespace: string | undefined
  readonly pod: string | undefined
  readonly port: number | undefined
}
interface Written {
  readonly kind: 'admin' | 'baseline' | 'usual' | 'cilium' | 'calico'
  readonly namespace: string
  readonly pod: string | undefined
  readonly side: Side
  readonly rules: readonly Rule[]
}

const labelled = (pod: string | undefined): LabelSelector => (pod === undefined ? {} : { matchLabels: { pod } })
const named = (namespace: string | undefined): LabelSelector =>
  namespace === undefined ? {} : { matchLabels: { 'kubernetes.io/metadata.name': namespace } }

/** `order` is the priority of what has one: all differ, so that nothing is left open. */
function objectFor({ kind, namespace, pod, side, rules }: Written, order: number): EstateObject {
  const metadata = { name: `p${order}` }
  const field = side === 'ingress' ? 'from' : 'to'
  if (kind === 'admin' || kind === 'baseline')
    return objectOf({
      apiVersion: 'policy.networking.k8s.io/v1alpha2',
      kind: 'ClusterNetworkPolicy',
      metadata,
      spec: {
        tier: kind === 'admin' ? 'Admin' : 'Baseline',
        priority: order,
        subject: { pods: { namespaceSelector: named(namespace), podSelector: labelled(pod) } },
        [side]: rules.map((rule) => ({
          action: rule.action === 'Allow' ? 'Accept' : rule.action,
          [field]: [{ pods: { namespaceSelector: named(rule.namespace), podSelector: labelled(rule.pod) } }],
          protocols: rule.port && [{ tcp: { destinationPort: { number: rule.port } } }],
        })),
      },
    })
  if (kind === 'usual')
    return policyObject(namespace, `p${order}`, {
      podSelector: labelled(pod),
      policyTypes: [side === 'ingress' ? 'Ingress' : 'Egress'],
      [side]: rules.map((rule) => ({
        [field]: [{ namespaceSelector: named(rule.namespace), podSelector: labelled(rule.pod) }],
        ports: rule.port && [{ port: rule.port }],
      })),
    })
  if (kind === 'cilium') return ciliumObject({ kind, namespace, pod, side, rules }, order)
  return objectOf({
    apiVersion: 'projectcalico.org/v3',
    kind: 'NetworkPolicy',
    metadata: { ...metadata, namespace },
    spec: {
      order: 990 + 2 * order + 1,
      selector: pod === undefined ? 'all()' : `pod == "${pod}"`,
      types: [side === 'ingress' ? 'Ingress' : 'Egress'],
      [side]: rules.map((rule) => {
        const meant = {
          namespaceSelector: rule.namespace === undefined ? 'all()' : `projectcalico.org/name == '${rule.namespace}'`,
          ...(rule.pod !== undefined && { selector: `pod == "${rule.pod}"` }),
        }
        const ports = rule.port ? { ports: [rule.port] } : {}
        return {
          action: rule.action,
          ...(rule.port && { protocol: 'TCP' }),
          ...(side === 'ingress' ? { source: meant, destination: ports } : { destination: { ...meant, ...ports } }),
        }
      }),
    },
  })
}

function ciliumObject({ namespace, pod, side, rules }: Written, order: number): EstateObject {
  const field = side === 'ingress' ? 'fromEndpoints' : 'toEndpoints'
  const section = (isDeny: boolean) =>
    rules
      .filter(({ action }) => (action === 'Deny') === isDeny)
      .map((rule) => ({
        [field]: [
          {
            matchLabels: { ...(rule.pod !== undefined && { pod: rule.pod }) },
            matchExpressions: [
              rule.namespace === undefined
                ? { key: 'io.kubernetes.pod.namespace', operator: 'Exists' }
                : { key: 'k8s:io.kubernetes.pod.namespace', operator: 'In', values: [rule.namespace] },
            ],
          },
        ],
        toPorts: rule.port && [{ ports: [{ port: `${rule.port}`, protocol: 'TCP' }] }],
      }))
  return objectOf({
    apiVersion: 'cilium.io/v2',
    kind: 'CiliumNetworkPolicy',
    metadata: { name: `p${order}`, namespace },
    spec: { endpointSelector: labelled(pod), [side]: section(false), [`${side}Deny`]: section(true) },
  })
}

type Policy = Written & { readonly order: number }

function naive(policies: readonly Policy[], subject: PodClass, far: PodClass, side: Side, port: number): boolean {
  const own = policies.filter(
    (each) =>
      each.side === side && each.namespace === subject.namespace && matchesLabels(labelled(each.pod), subject.labels),
  )
  const takes = (rule: Rule) =>
    (rule.namespace ?? far.namespace) === far.namespace &&
    matchesLabels(labelled(rule.pod), far.labels) &&
    (rule.port ?? port) === port
  const first = (some: readonly Policy[]) =>
    some
      .toSorted((a, b) => a.order - b.order)
      .flatMap(({ rules }) => rules)
      .find(takes)?.action
  const admin = first(own.filter(({ kind }) => kind === 'admin'))
  if (admin === 'Allow' || admin === 'Deny') return admin === 'Allow'
  const usual = defaultTier(own, takes, first)
  if (usual !== undefined) return usual
  return first(own.filter(({ kind }) => kind === 'baseline')) !== 'Deny'
}

// Cilium's denials, what orders before NetworkPolicy, what lets through, what orders after it; else whoever isolates.
function defaultTier(
  own: readonly Policy[],
  takes: (rule: Rule) => boolean,
  first: (some: readonly Policy[]) => Rule['action'] | undefined,
): boolean | undefined {
  const of = (kind: Written['kind']) => own.filter((each) => each.kind === kind)
  const cilium = of('cilium').flatMap(({ rules }) => rules)
  if (cilium.some((rule) => rule.action === 'Deny' && takes(rule))) return false
  const before = first(of('calico').filter(({ order }) => 990 + 2 * order + 1 < 1_000))
  if (before) return before === 'Pass' ? undefined : before === 'Allow'
  const usual = of('usual').flatMap(({ rules }) => rules)
  if (usual.some(takes) || cilium.some((rule) => rule.action !== 'Deny' && takes(rule))) return true
  const after = first(of('calico').filter(({ order }) => 990 + 2 * order + 1 > 1_000))
  if (after) return after === 'Pass' ? undefined : after === 'Allow'
  const isolates = own.some(
    ({ kind, rules }) => kind === 'usual' || kind === 'calico' || (kind === 'cilium' && rules.length > 0),
  )
  return isolates ? false : undefined
}

const namespace = fc.constantFrom('x', 'y')
const pod = fc.constantFrom(undefined, 'a', 'b')
const rule = fc.record({
  action: fc.constantFrom('Allow', 'Deny', 'Pass'),
  namespace: fc.constantFrom(undefined, 'x', 'y'),
  pod,
  port: fc.constantFrom(undefined, 80, 81),
}) as fc.Arbitrary<Rule>
const written = fc.record({
  kind: fc.constantFrom('admin', 'baseline', 'usual', 'cilium', 'calico'),
  namespace,
  pod,
  side: fc.constantFrom('ingress', 'egress'),
  rules: fc.array(rule, { maxLength: 3 }),
}) as fc.Arbitrary<Written>

const pods = ['x', 'y'].flatMap((ns) => ['a', 'b'].map((name) => podClass(ns, name, { count: 2 })))
const namespaces = ['x', 'y'].map((name) => namespaceObject(name, {} as Labels))

test('tiers: policies of every kind decide together as their definitions say, one by one and all at once', () => {
  fc.assert(
    fc.property(fc.array(written, { maxLength: 9 }), (some) => {
      const policies = some.map((each, order) => ({ ...each, order }))
      const objects = policies.map((policy) => objectFor(policy, policy.order))
      const r = reachability(sampleEstate([...namespaces, ...objects]), pods)
      const matrix = reachMatrix(r)
      const numberOf = (ref: Ref) => matrix.classes.findIndex(({ members }) => members.includes(ref))
      for (const from of pods)
        for (const to of pods)
          for (const port of [80, 81, 82]) {
            const open = naive(policies, from, to, 'egress', port) && naive(policies, to, from, 'ingress', port)
            const way = `${from.workload} ${to.workload} ${port}`
            assert.equal(connection(r, { from: from.workload, to: to.workload, port }).open, open, way)
            const answer = portsBetween(matrix, numberOf(from.workload), numberOf(to.workload)) ?? []
            const isIn = (range: { protocol: string; first: number; last: number }) =>
              range.protocol === 'TCP' && range.first <= port && port <= range.last
            if (from !== to) assert.equal(answer === 'all' || answer.some(isIn), open, `matrix ${way}`)
          }
    }),
    { numRuns: 300 },
  )
})
