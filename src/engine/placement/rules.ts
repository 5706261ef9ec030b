// What pods ask of each other, read from their specs: required affinity and anti-affinity, spread, host ports.
// Source: pkg/scheduler/framework/plugins/{interpodaffinity,podtopologyspread,nodeports} (kubernetes v1.36.3).

import type { Estate } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, PodAffinityTerm, TopologySpreadConstraint } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf, textOf, textsOf } from '../pods/untrusted.ts'
import type { TemplatePath } from './reasons.ts'
import type { Taking } from './taken-by.ts'

/** A required term between pods: those of `taking` may not (or must) share a domain of the key with the owner's. */
export interface PairTerm extends Taking {
  readonly topologyKey: string
  readonly path: TemplatePath
}

export interface SpreadRule extends Taking {
  readonly topologyKey: string
  readonly maxSkew: number
  readonly minDomains: number
  readonly honorsAffinity: boolean
  readonly honorsTaints: boolean
  readonly path: TemplatePath
}

export interface HostPort {
  readonly port: number
  readonly protocol: string
  readonly address: string
  readonly path: TemplatePath
}

/** Labels of the cluster's namespaces, by name, as the API server has them. */
export type Namespaces = ReadonlyMap<string, Labels>

export function namespacesOf(estate: Estate): Namespaces {
  const made = namespacesByEstate.get(estate) ?? readNamespaces(estate)
  namespacesByEstate.set(estate, made)
  return made
}

const namespacesByEstate = new WeakMap<Estate, Namespaces>()

function readNamespaces(estate: Estate): Namespaces {
  const found = estate.objects.filter(({ manifest }) => manifest.kind === 'Namespace')
  return new Map(
    found.map(({ manifest: { metadata } }) => {
      const name = metadata.name ?? ''
      return [name, { ...textsOf(metadata.labels), 'kubernetes.io/metadata.name': name }]
    }),
  )
}

/** Required anti-affinity of a class, one row a term. */
export function apartTerms(pod: PodClass, namespaces: Namespaces): readonly PairTerm[] {
  return pairTerms(pod, 'podAntiAffinity', namespaces)
}

/** Required affinity of a class, one row a term. */
export function nearTerms(pod: PodClass, namespaces: Namespaces): readonly PairTerm[] {
  return pairTerms(pod, 'podAffinity', namespaces)
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution'

function pairTerms(pod: PodClass, kind: 'podAffinity' | 'podAntiAffinity', namespaces: Namespaces): PairTerm[] {
  const terms = fieldsIn(fieldsOf(pod.spec.affinity?.[kind])[required]) as unknown as readonly PodAffinityTerm[]
  return terms.map((term, index) => ({
    topologyKey: textOf(term.topologyKey) ?? '',
    selector: term.labelSelector,
    takes: takingPods(term, pod.namespace, namespaces),
    path: ['spec', 'affinity', kind, required, index],
  }))
}

// An absent selector takes no pod; without namespaces and without a selector for them, the pod's own is meant.
function takingPods(term: PodAffinityTerm, own: string, namespaces: Namespaces): (other: PodClass) => boolean {
  const named: readonly string[] = term.namespaces?.length || term.namespaceSelector ? (term.namespaces ?? []) : [own]
  const inNamespace = (name: string) =>
    named.includes(name) ||
    (term.namespaceSelector !== undefined && matchesLabels(term.namespaceSelector, namespaces.get(name) ?? {}))
  return (other) => inNamespace(other.namespace) && takes(term.labelSelector, other.labels)
}

function takes(selector: LabelSelector | undefined, labels: Labels): boolean {
  return selector !== undefined && selector !== null && matchesLabels(selector, labels)
}

/** Spread rules that refuse nodes, one row each; those that only score are left out. */
export function spreadRules(pod: PodClass): readonly SpreadRule[] {
  const constraints = fieldsIn(pod.spec.topologySpreadConstraints) as unknown as readonly TopologySpreadConstraint[]
  return constraints
    .map((constraint, index) => ({ constraint, index }))
    .filter(({ constraint }) => constraint.whenUnsatisfiable === 'DoNotSchedule')
    .map(({ constraint, index }) => spreadRule(pod, constraint, index))
}

function spreadRule(pod: PodClass, constraint: TopologySpreadConstraint, index: number): SpreadRule {
  const { topologyKey, maxSkew, minDomains, labelSelector, nodeAffinityPolicy, nodeTaintsPolicy } = constraint
  return {
    topologyKey,
    maxSkew,
    minDomains: minDomains ?? 1,
    selector: labelSelector,
    // The empty selector counts no pod here (podtopologyspread/common.go:146), unlike everywhere else.
    takes: (other) =>
      other.namespace === pod.namespace && !isEmpty(labelSelector) && takes(labelSelector, other.labels),
    honorsAffinity: nodeAffinityPolicy !== 'Ignore',
    honorsTaints: nodeTaintsPolicy === 'Honor',
    path: ['spec', 'topologySpreadConstraints', index],
  }
}

function isEmpty(selector: LabelSelector | undefined): boolean {
  return Object.keys(selector?.matchLabels ?? {}).length + (selector?.matchExpressions ?? []).length === 0
}

/** Ports of the node that pods of a class occupy. */
export function hostPorts({ spec }: PodClass): readonly HostPort[] {
  const restartable = (spec.initContainers ?? []).filter((container) => container.restartPolicy === 'Always')
  return [
    ...spec.containers.flatMap((container, index) => portsIn(container.ports, ['spec', 'containers', index, 'ports'])),
    ...restartable.flatMap((container) => portsIn(container.ports, ['spec', 'initContainers'])),
  ]
}

function portsIn(ports: unknown, path: TemplatePath): HostPort[] {
  return fieldsIn(ports).flatMap((port, index) => {
    if (typeof port.hostPort !== 'number' || port.hostPort <= 0) return []
    const address = textOf(port.hostIP) || '0.0.0.0'
    return [{ port: port.hostPort, protocol: textOf(port.protocol) ?? 'TCP', address, path: [...path, index] }]
  })
}

/** Whether two host ports cannot be had on one node. */
export function portsClash(a: HostPort, b: HostPort): boolean {
  const sameAddress = a.address === b.address || a.address === '0.0.0.0' || b.address === '0.0.0.0'
  return a.port === b.port && a.protocol === b.protocol && sameAddress
}
