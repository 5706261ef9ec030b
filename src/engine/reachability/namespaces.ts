// The namespaces of an estate with their labels, and which of them a selector takes.

import type { EstateObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../kubernetes/types.ts'
import { type Bits, clearBit, noBits, setBit } from './bits.ts'
import { type LabelIndex, labelIndex, selected } from './label-index.ts'

/** The label that the API server puts on every namespace (kubernetes.io/docs/reference/labels-annotations-taints). */
export const nameLabel = 'kubernetes.io/metadata.name'

export interface NamespaceLabels {
  readonly name: string
  readonly labels: Labels
  /** False where no Namespace object shows the labels: then only the one that the API server adds is known. */
  readonly shown: boolean
}

export interface Namespaces {
  /** Sorted by name. */
  readonly all: readonly NamespaceLabels[]
  readonly index: LabelIndex
  /** Numbers of those whose labels nobody shows. */
  readonly hidden: readonly number[]
}

export interface NamespaceSet {
  readonly sure: Bits
  readonly maybe: Bits
}

// The API server makes these itself, without further labels.
const initial = ['default', 'kube-node-lease', 'kube-public', 'kube-system']

/** Every namespace that has an object or pods. */
export function namespacesOf(objects: readonly EstateObject[], used: Iterable<string>): Namespaces {
  const shown = new Map<string, Labels>(initial.map((name) => [name, {}]))
  for (const { manifest, implied } of objects)
    if (manifest.kind === 'Namespace' && manifest.apiVersion === 'v1' && !implied)
      shown.set(manifest.metadata.name ?? '', manifest.metadata.labels ?? {})
  const names = [...new Set([...shown.keys(), ...used])].sort()
  const all = names.map((name) => ({ name, labels: { ...shown.get(name), [nameLabel]: name }, shown: shown.has(name) }))
  const hidden = all.flatMap(({ shown: isShown }, at) => (isShown ? [] : [at]))
  return { all, index: labelIndex(all.map(({ labels }) => labels)), hidden }
}

/** Numbers of the namespaces that a selector takes, and of those that it may take because nobody shows their labels. */
export function selectedNamespaces({ all, index, hidden }: Namespaces, selector: LabelSelector): NamespaceSet {
  const sure = selected(index, selector)
  const maybe = noBits(all.length)
  if (decidedByName(selector)) return { sure, maybe }
  for (const at of hidden) {
    clearBit(sure, at)
    if (matchesLabels(onlyByName(selector), all[at]?.labels ?? {})) setBit(maybe, at)
  }
  return { sure, maybe }
}

function decidedByName({ matchLabels = {}, matchExpressions = [] }: LabelSelector): boolean {
  return (
    Object.keys(matchLabels).every((key) => key === nameLabel) && matchExpressions.every(({ key }) => key === nameLabel)
  )
}

function onlyByName({ matchLabels = {}, matchExpressions = [] }: LabelSelector): LabelSelector {
  return {
    matchLabels: Object.fromEntries(Object.entries(matchLabels).filter(([key]) => key === nameLabel)),
    matchExpressions: matchExpressions.filter(({ key }) => key === nameLabel),
  }
}
