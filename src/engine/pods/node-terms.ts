// Terms that select nodes, of manifests that may hold anything there.

import type { NodeSelectorTerm } from '../../kubernetes/types.ts'
import { fieldsIn, listOf, textOf } from './untrusted.ts'

type Requirement = NonNullable<NodeSelectorTerm['matchExpressions']>[number]

/** What is no text is the empty one: such a term has a fault, and takes no node. */
export function nodeTermsOf(value: unknown): readonly NodeSelectorTerm[] {
  return fieldsIn(value).map(({ matchExpressions, matchFields }) => ({
    ...(matchExpressions !== undefined && { matchExpressions: requirementsOf(matchExpressions) }),
    ...(matchFields !== undefined && { matchFields: requirementsOf(matchFields) }),
  }))
}

function requirementsOf(value: unknown): readonly Requirement[] {
  return fieldsIn(value).map(({ key, operator, values }) => ({
    key: textOf(key) ?? '',
    operator: (textOf(operator) ?? '') as Requirement['operator'],
    ...(values !== undefined && { values: listOf(values).map((one) => textOf(one) ?? '') }),
  }))
}
