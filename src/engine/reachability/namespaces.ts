// The namespaces of an estate with their labels, and which of them a selector takes.

import type { EstateObject } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector, Labels } from '../../kubernetes/types.ts'
import { type Bits, noBits, setBit } from './bits.ts'
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
  return { all, index: labelIndex(all.map(({ labels }) => labels)) }
}

/** Numbers of the namespaces that a selector takes, and of those that it may take because nobody shows their labels. */
export function selectedNamespaces({ all, index }: Namespaces, selector: LabelSelector): { sure: Bits; maybe: Bits } {
  const sure = selected(index, selector)
  const maybe = noBits(all.length)
  for (const [at, { shown, labels }] of all.entries()) {
    if (shown || decidedByName(selector)) continue
    sure[at >>> 5] = (sure[at >>> 5] ?? 0) & ~(1 << (at & 31))
    if (matchesLabels(onlyByName(selector), labels)) setBit(maybe, at)
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
