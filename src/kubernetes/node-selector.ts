// Which nodes a pod's required node affinity admits.
// Source: k8s.io/component-helpers@v0.36.3/scheduling/corev1/nodeaffinity/nodeaffinity.go:90, :216, :262.
import { labelProblem, qualifiedNameProblem } from './names.ts'
import { meetsRequirement } from './selector.ts'
import type { Labels, NodeRequirement, NodeSelectorTerm } from './types.ts'

export interface NodeIdentity {
  readonly name: string
  readonly labels: Labels
}

/** Whether one term at least takes the node; no terms, and an empty term, take none. */
export function matchesNodeTerms(terms: readonly NodeSelectorTerm[], node: NodeIdentity): boolean {
  return terms.some((term) => matchesNodeTerm(term, node))
}

/** Whether all requirements of a term hold; a term with a fault takes no node, as in the scheduler. */
export function matchesNodeTerm(term: NodeSelectorTerm, node: NodeIdentity): boolean {
  const expressions = term.matchExpressions ?? []
  const fields = term.matchFields ?? []
  if (expressions.length + fields.length === 0 || isFaulty(term)) return false
  return expressions.every((r) => meetsLabel(r, node.labels)) && fields.every((r) => meetsName(r, node.name))
}

// A term is asked about every node, and its faults are the same each time.
const faulty = new WeakMap<NodeSelectorTerm, boolean>()

function isFaulty(term: NodeSelectorTerm): boolean {
  const found = faulty.get(term) ?? nodeTermProblems(term).length > 0
  faulty.set(term, found)
  return found
}

// Gt and Lt are the node's own; the other operators are those of every label selector.
function meetsLabel({ key, operator, values = [] }: NodeRequirement, labels: Labels): boolean {
  if (operator !== 'Gt' && operator !== 'Lt') return meetsRequirement({ key, operator, values }, labels)
  return compares(operator, Object.hasOwn(labels, key) ? labels[key] : undefined, values[0])
}

function compares(operator: 'Gt' | 'Lt', value: string | undefined, bound: string | undefined): boolean {
  const left = readInt64(value)
  const right = readInt64(bound)
  if (left === undefined || right === undefined) return false
  return operator === 'Gt' ? left > right : left < right
}

function meetsName({ operator, values = [] }: NodeRequirement, name: string): boolean {
  return operator === 'In' ? values[0] === name : values[0] !== name
}

function readInt64(text: string | undefined): bigint | undefined {
  if (text === undefined || !/^[+-]?[0-9]{1,100}$/.test(text)) return undefined
  const size = BigInt(text.replace(/^[+-]/, ''))
  const value = text.startsWith('-') ? -size : size
  return BigInt.asIntN(64, value) === value ? value : undefined
}

/** Why the API server refuses a term, one line a fault; empty when it takes it. */
export function nodeTermProblems(term: NodeSelectorTerm): string[] {
  const problems = [
    ...(term.matchExpressions ?? []).flatMap(expressionProblems),
    ...(term.matchFields ?? []).map(fieldProblem),
  ]
  return problems.filter((problem) => problem !== undefined)
}

function expressionProblems({ key, operator, values = [] }: NodeRequirement): (string | undefined)[] {
  const keyProblem = qualifiedNameProblem(key)
  if (keyProblem !== undefined) return [`key ${JSON.stringify(key)} ${keyProblem}`]
  return [countProblem(key, operator, values), ...values.map((value) => labelProblem(key, value))]
}

function countProblem(
  key: string,
  operator: NodeRequirement['operator'],
  values: readonly string[],
): string | undefined {
  switch (operator) {
    case 'In':
    case 'NotIn':
      return values.length === 0 ? `${key} ${operator} has no values` : undefined
    case 'Exists':
    case 'DoesNotExist':
      return values.length > 0 ? `${key} ${operator} takes no values` : undefined
    case 'Gt':
    case 'Lt':
      return values.length === 1 && readInt64(values[0]) !== undefined
        ? undefined
        : `${key} ${operator} wants one whole number`
    default:
      return `operator ${JSON.stringify(operator)} is none of In, NotIn, Exists, DoesNotExist, Gt, Lt`
  }
}

function fieldProblem({ key, operator, values = [] }: NodeRequirement): string | undefined {
  if (key !== 'metadata.name') return `field ${JSON.stringify(key)} is unknown: only metadata.name can be matched`
  if (operator !== 'In' && operator !== 'NotIn') return `field ${key} takes In or NotIn, not ${operator}`
  return values.length === 1 ? undefined : `field ${key} ${operator} wants one value`
}
