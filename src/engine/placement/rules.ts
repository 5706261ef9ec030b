// What pods ask of each other, read from their specs: required affinity and anti-affinity, spread.
// Source: pkg/scheduler/framework/plugins/{interpodaffinity,podtopologyspread} (kubernetes v1.36.3).

import type { Estate } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels, TopologySpreadConstraint } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsIn, textsOf } from '../pods/untrusted.ts'
import { type AffinityTerm, affinityTermsOf, ownTermTakes } from '../scheduling/affinity-terms.ts'
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
  return affinityTermsOf(pod.spec.affinity, pod.namespace).apart.map((term) => pairTerm(term, namespaces))
}

/** Required affinity of a class, one row a term. */
export function nearTerms(pod: PodClass, namespaces: Namespaces): readonly PairTerm[] {
  return affinityTermsOf(pod.spec.affinity, pod.namespace).near.map((term) => pairTerm(term, namespaces))
}

// As the scheduler takes the terms of the pod that it places, which may be more pods than of one that stands there.
function pairTerm(term: AffinityTerm, namespaces: Namespaces): PairTerm {
  const { topologyKey, selector, path } = term
  return { topologyKey, selector, takes: (other) => ownTermTakes(term, other, (name) => namespaces.get(name)), path }
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
