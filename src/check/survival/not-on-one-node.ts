// Rules that keep one node from holding all pods of a workload: over nodes themselves, or required over places of which there
// are several. What is preferred over zones only weighs them, and leaves the nodes of each alone.
// Source: kubernetes v1.36.3, pkg/scheduler/framework/plugins/podtopologyspread: filtering.go (a place may have maxSkew more
// than the emptiest), scoring.go:initPreScoreState (a constraint of a pod's own, of either kind, takes the place of the
// built-in ones over nodes and zones).

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsOf, textOf } from '../../engine/pods/untrusted.ts'
import type { EstateNode } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import { type ApartTerm, apartTermsOf } from './apart-terms.ts'

const host = 'kubernetes.io/hostname'
const zone = 'topology.kubernetes.io/zone'

/** `least`: how many pods there are at least. */
export function isNotOnOneNode(pod: PodClass, least: number, nodes: readonly EstateNode[]): boolean {
  // A rule may speak of others alone.
  const ofOwn = ({ labelSelector: of }: Fields) => !!of && matchesLabels(fieldsOf(of), pod.labels)
  return apartTermsOf(pod).some((one) => ofOwn(one.term) && keepsApart(one, least, nodes))
}

function keepsApart({ term, how, isSpread }: ApartTerm, least: number, nodes: readonly EstateNode[]): boolean {
  const key = textOf(term.topologyKey)
  if (how === 'preferred') return key === host
  if (!isSpread) return true
  const most = typeof term.maxSkew === 'number' ? term.maxSkew : 1
  return key !== undefined && most < least && (key === host || placesOf(nodes, key) > 1)
}

/** In what words a rule is added that takes none away: where there are several zones, over these too. */
export function ruleFor(nodes: readonly EstateNode[]): string {
  const apart = `apart: [{ by: '${host}', how: 'preferred' }]`
  return placesOf(nodes, zone) > 1
    ? `place: { spread: [{ by: '${zone}', maxSkew: 1, how: 'required' }], ${apart} }`
    : `place: { ${apart} }`
}

function placesOf(nodes: readonly EstateNode[], key: string): number {
  const of = (node: EstateNode) => node.labels[key] ?? (key === zone ? node.zone : undefined)
  return new Set(nodes.map(of).filter((one) => one !== undefined)).size
}
