// Pods of DaemonSets name their node in every term, and differ in nothing else: the name is taken out, so that all of
// them are of one class.

import type { Manifest } from '../../kubernetes/types.ts'
import { type Fields, fieldsIn, fieldsOf, listOf } from '../pods/untrusted.ts'

export interface Pinned {
  /** The one node that every term names. */
  readonly node: string
  /** The pod as it is without that name. */
  readonly pod: Manifest
}

const required = 'requiredDuringSchedulingIgnoredDuringExecution'

/** Absent where terms name no node, or not the same one, or where they name it in another way than controllers do. */
export function pinnedTo(pod: Manifest): Pinned | undefined {
  const spec = fieldsOf(pod.spec)
  const affinity = fieldsOf(spec.affinity)
  const nodeAffinity = fieldsOf(affinity.nodeAffinity)
  const terms = listOf(fieldsOf(nodeAffinity[required]).nodeSelectorTerms)
  // How pods are spread depends on which nodes their affinity takes.
  if (terms.length === 0 || listOf(spec.topologySpreadConstraints).length > 0) return undefined
  const names = new Set(terms.map((term) => nameIn(fieldsOf(term).matchFields)))
  const [node] = names
  if (names.size !== 1 || node === undefined) return undefined
  const { [required]: _, ...preferred } = nodeAffinity
  const left = termsLeft(fieldsIn(terms))
  const asked = left === undefined ? preferred : { ...preferred, [required]: { nodeSelectorTerms: left } }
  return { node, pod: { ...pod, spec: { ...spec, affinity: { ...affinity, nodeAffinity: asked } } } }
}

function nameIn(matchFields: unknown): string | undefined {
  const [field, ...more] = listOf(matchFields).map(fieldsOf)
  if (field === undefined || more.length > 0 || field.key !== 'metadata.name' || field.operator !== 'In')
    return undefined
  const [name, ...others] = listOf(field.values)
  return typeof name === 'string' && others.length === 0 ? name : undefined
}

/** A term that asked for the name alone now takes every node, and with it the whole list does. */
function termsLeft(terms: readonly Fields[]): readonly Fields[] | undefined {
  const left = terms.map(({ matchFields: _, ...rest }) => rest)
  return left.some(({ matchExpressions }) => listOf(matchExpressions).length === 0) ? undefined : left
}
