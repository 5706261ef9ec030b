// Terms by which pods ask for each other's company, or refuse it, as the scheduler reads them.
// Source: k8s.io/kube-scheduler@v0.36.3/framework/types.go:382 to :450 (AffinityTerm).

import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'

export interface AffinityTerm {
  readonly topologyKey: string
  /** Absent: no pod is taken. */
  readonly selector: LabelSelector | undefined
  readonly namespaces: readonly string[]
  /** Absent: no namespace is taken but those named. */
  readonly namespaceSelector: LabelSelector | undefined
  /** 1 for a required term. */
  readonly weight: number
  readonly path: readonly (string | number)[]
}

export interface AffinityTerms {
  readonly near: readonly AffinityTerm[]
  readonly apart: readonly AffinityTerm[]
  readonly ratherNear: readonly AffinityTerm[]
  readonly ratherApart: readonly AffinityTerm[]
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

export function affinityTermsOf(affinity: unknown, namespace: string): AffinityTerms {
  const { podAffinity, podAntiAffinity } = fieldsOf(affinity)
  return {
    near: requiredTerms('podAffinity', podAffinity, namespace),
    apart: requiredTerms('podAntiAffinity', podAntiAffinity, namespace),
    ratherNear: preferredTerms('podAffinity', podAffinity, namespace),
    ratherApart: preferredTerms('podAntiAffinity', podAntiAffinity, namespace),
  }
}

function requiredTerms(kind: string, rules: unknown, namespace: string): readonly AffinityTerm[] {
  return fieldsIn(fieldsOf(rules)[required]).map((term, index) =>
    termOf(term, namespace, 1, ['spec', 'affinity', kind, required, index]),
  )
}

function preferredTerms(kind: string, rules: unknown, namespace: string): readonly AffinityTerm[] {
  return fieldsIn(fieldsOf(rules)[preferred]).map(({ weight, podAffinityTerm }, index) => {
    const path = ['spec', 'affinity', kind, preferred, index, 'podAffinityTerm']
    return termOf(fieldsOf(podAffinityTerm), namespace, typeof weight === 'number' ? weight : 0, path)
  })
}

function termOf(term: Fields, own: string, weight: number, path: AffinityTerm['path']): AffinityTerm {
  const named = listOf(term.namespaces).filter((name) => typeof name === 'string')
  const namespaceSelector = selectorOf(term.namespaceSelector)
  return {
    topologyKey: textOf(term.topologyKey) ?? '',
    selector: selectorOf(term.labelSelector),
    namespaces: named.length === 0 && namespaceSelector === undefined ? [own] : named,
    namespaceSelector,
    weight,
    path,
  }
}

/** Absent where nobody says anything; the empty selector takes everything. */
export function selectorOf(value: unknown): LabelSelector | undefined {
  return value === undefined || value === null ? undefined : (fieldsOf(value) as LabelSelector)
}

interface Standing {
  readonly namespace: string
  readonly labels: Labels
}

/** Whether a term takes a pod whose namespace has these labels. */
export function termTakes(term: AffinityTerm, pod: Standing, namespaceLabels: Labels): boolean {
  if (term.selector === undefined) return false
  const inNamespace =
    term.namespaces.includes(pod.namespace) ||
    (term.namespaceSelector !== undefined && matchesLabels(term.namespaceSelector, namespaceLabels))
  return inNamespace && matchesLabels(term.selector, pod.labels)
}

const noLabels: Labels = {}

/**
 * The terms of the pod that is to be placed, with the namespaces that they select by name. The selector itself is then
 * asked once more, of no labels at all: one that only excludes takes every namespace (interpodaffinity/plugin.go:144
 * changes a copy; filtering.go:251, scoring.go:98).
 */
export function ownTermTakes(
  term: AffinityTerm,
  pod: Standing,
  labelsOf: (namespace: string) => Labels | undefined,
): boolean {
  const labels = labelsOf(pod.namespace)
  return termTakes(term, pod, noLabels) || (labels !== undefined && termTakes(term, pod, labels))
}

/** Equal for terms that take the same pods. */
export function termKey({ selector, namespaces, namespaceSelector }: AffinityTerm): string {
  return JSON.stringify([selector, namespaces, namespaceSelector])
}
