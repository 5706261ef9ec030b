// Node and pod affinity.
// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/core/validation/validation.go, validateAffinity.
import {
  dnsLabelProblem,
  dnsSubdomainProblem,
  labelValueProblem,
  qualifiedNameProblem,
} from '../../kubernetes/names.ts'
import type { Judge } from './judge.ts'
import { at, entries, fieldOf, isSet, items, named, type Place, text, texts } from './place.ts'
import { between, labelSelector, refuseIf, valuesFor } from './rules.ts'

const required = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

export function affinity(judge: Judge, place: Place): void {
  nodeAffinity(judge, at(place, 'nodeAffinity'))
  for (const rules of [at(place, 'podAffinity'), at(place, 'podAntiAffinity')]) {
    for (const term of items(at(rules, required))) podTerm(judge, term)
    for (const rule of items(at(rules, preferred))) {
      weight(judge, rule)
      podTerm(judge, at(rule, 'podAffinityTerm'))
    }
  }
}

function nodeAffinity(judge: Judge, place: Place): void {
  const must = at(place, required)
  if (isSet(must)) nodeSelector(judge, must)
  for (const rule of items(at(place, preferred))) {
    weight(judge, rule)
    nodeTerm(judge, at(rule, 'preference'), false)
  }
}

/** A required choice of nodes: one term at least. */
export function nodeSelector(judge: Judge, place: Place): void {
  const terms = at(place, 'nodeSelectorTerms')
  if (items(terms).length === 0) judge.refuse(terms, { is: 'required', why: 'one term at least' })
  for (const term of items(terms)) nodeTerm(judge, term, true)
}

function nodeTerm(judge: Judge, term: Place, checksValues: boolean): void {
  for (const requirement of items(at(term, 'matchExpressions'))) {
    valuesFor(judge, at(requirement, 'operator'), at(requirement, 'values'), ['Gt', 'Lt'])
    refuseIf(judge, at(requirement, 'key'), qualifiedNameProblem(text(at(requirement, 'key'))))
    if (!checksValues) continue
    for (const value of items(at(requirement, 'values'))) {
      const problem = labelValueProblem(text(value))
      // Before 1.33 it is taken, and no node ever has it.
      if (problem !== undefined && judge.minor >= 33) refuseIf(judge, value, problem)
    }
  }
  for (const requirement of items(at(term, 'matchFields'))) nodeField(judge, requirement)
}

function nodeField(judge: Judge, requirement: Place): void {
  const [key, operator, values] = [at(requirement, 'key'), at(requirement, 'operator'), at(requirement, 'values')]
  if (!['In', 'NotIn'].includes(text(operator)))
    judge.refuse(operator, { is: 'notOneOf', value: text(operator), allowed: ['In', 'NotIn'] })
  else if (items(values).length !== 1) judge.refuse(values, { is: 'required', why: 'exactly one value' })
  if (text(key) !== 'metadata.name') judge.refuse(key, { is: 'notOneOf', value: text(key), allowed: ['metadata.name'] })
  else for (const value of items(values)) refuseIf(judge, value, dnsSubdomainProblem(text(value)))
}

function weight(judge: Judge, rule: Place): void {
  between(judge, at(rule, 'weight'), 1, 100)
}

function podTerm(judge: Judge, term: Place): void {
  labelSelector(judge, at(term, 'labelSelector'))
  labelSelector(judge, at(term, 'namespaceSelector'))
  for (const namespace of items(at(term, 'namespaces'))) refuseIf(judge, namespace, dnsLabelProblem(text(namespace)))
  labelKeys(judge, term)
  const key = at(term, 'topologyKey')
  if (text(key) === '') judge.refuse(key, { is: 'required' })
  else refuseIf(judge, key, qualifiedNameProblem(text(key)))
}

/**
 * matchLabelKeys and mismatchLabelKeys: only beside a selector, no key twice. A pod's own selector mentions each key once more,
 * because the server has merged it in before it looks (validation.go:8973).
 */
export function labelKeys(judge: Judge, term: Place, mayMention = 1): void {
  const selector = at(term, 'labelSelector')
  const other = new Set(texts(at(term, 'mismatchLabelKeys')))
  for (const list of [at(term, 'matchLabelKeys'), at(term, 'mismatchLabelKeys')]) {
    if (items(list).length === 0) continue
    if (!isSet(selector)) judge.refuse(list, { is: 'forbidden', why: 'only beside a labelSelector' })
    else for (const key of items(list)) refuseIf(judge, key, qualifiedNameProblem(text(key)))
  }
  const keys = items(at(term, 'matchLabelKeys'))
  for (const [index, key] of keys.entries()) {
    if (other.has(text(key)))
      judge.refuse(key, { is: 'invalid', value: text(key), why: 'stands in mismatchLabelKeys too' })
    // The server names the last of equal keys, and leaves the list's name out.
    const isLast = keys.findLastIndex((one) => text(one) === text(key)) === index
    if (isLast && mentions(selector, text(key)) > mayMention) {
      const place = mayMention === 0 ? key : named(key, `${fieldOf(term)}[${index}]`)
      judge.refuse(place, { is: 'invalid', value: text(key), why: 'stands in labelSelector too' })
    }
  }
}

function mentions(selector: Place, key: string): number {
  const labels = entries(at(selector, 'matchLabels')).filter(([label]) => label === key)
  const expressions = items(at(selector, 'matchExpressions')).filter(
    (requirement) => text(at(requirement, 'key')) === key,
  )
  return labels.length + expressions.length
}
