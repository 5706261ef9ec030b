// The filters that look at the node alone: no other pod, no room.
// Source: pkg/scheduler/framework/plugins/{nodename,nodeaffinity,tainttoleration} (kubernetes v1.36.3).

import type { EstateNode } from '../../estate/estate.ts'
import { matchesNodeTerm } from '../../kubernetes/node-selector.ts'
import type { NodeRequirement, NodeSelectorTerm } from '../../kubernetes/types.ts'
import type { PodClass } from '../pods/pod-class.ts'
import type { Reason, Unmet } from './reasons.ts'
import { untoleratedTaint } from './tolerates.ts'

/** Why a node never takes pods of a class, whatever else stands there; empty where it may. */
export function staticRefusals(pod: PodClass, node: EstateNode): Reason[] {
  return [
    namedNode(pod, node),
    selectedLabels(pod, node),
    requiredTerms(pod, node),
    taints(pod, node),
    volumes(pod, node),
  ].filter((reason) => reason !== undefined)
}

/** A volume that is there already, and not to be reached from this node. */
function volumes({ claims }: PodClass, node: EstateNode): Reason | undefined {
  const found = claims.find(({ volume }) => volume && !volume.nodes.some((term) => matchesNodeTerm(term, node)))
  if (!found?.volume) return undefined
  const values = found.volume.nodes.flatMap(({ matchExpressions = [] }) =>
    matchExpressions.flatMap((one) => one.values ?? []),
  )
  const at = `${values.join(' or ') || 'other nodes'} (PersistentVolume ${found.volume.name})`
  const bound = found.bound === 'zone' ? 'zone' : 'node'
  return { filter: 'VolumeBinding', volumes: [{ claim: found.claim, class: found.class, bound }], at }
}

function namedNode({ spec }: PodClass, node: EstateNode): Reason | undefined {
  if (!spec.nodeName || spec.nodeName === node.name) return undefined
  return { filter: 'NodeName', wants: spec.nodeName, path: ['spec', 'nodeName'] }
}

function selectedLabels({ spec }: PodClass, node: EstateNode): Reason | undefined {
  const selector = Object.entries(spec.nodeSelector ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))
  const missed = selector.find(([key, value]) => labelOf(node, key) !== value)
  if (!missed) return undefined
  const [key, value] = missed
  const unmet: Unmet = { key, operator: 'In', values: [value], has: labelOf(node, key) }
  return { filter: 'NodeAffinity', unmet: [unmet], path: ['spec', 'nodeSelector', key] }
}

const termsPath = ['spec', 'affinity', 'nodeAffinity', 'requiredDuringSchedulingIgnoredDuringExecution'] as const

function requiredTerms({ spec }: PodClass, node: EstateNode): Reason | undefined {
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  if (!terms || terms.some((term) => matchesNodeTerm(term, node))) return undefined
  const unmet = terms.map((term) => firstUnmet(term, node)).filter((requirement) => requirement !== undefined)
  return { filter: 'NodeAffinity', unmet, path: termsPath }
}

function firstUnmet(term: NodeSelectorTerm, node: EstateNode): Unmet | undefined {
  const label = (term.matchExpressions ?? []).find((r) => !matchesNodeTerm({ matchExpressions: [r] }, node))
  if (label) return withValue(label, labelOf(node, label.key))
  const field = (term.matchFields ?? []).find((r) => !matchesNodeTerm({ matchFields: [r] }, node))
  return field ? withValue(field, node.name) : undefined
}

function withValue(requirement: NodeRequirement, has: string | undefined): Unmet {
  return has === undefined ? requirement : { ...requirement, has }
}

function taints({ spec }: PodClass, node: EstateNode): Reason | undefined {
  // A pod that names its node never meets the scheduler; the kubelet looks at NoExecute alone (pkg/kubelet/lifecycle/predicate.go).
  const asked = spec.nodeName ? node.taints.filter(({ effect }) => effect === 'NoExecute') : node.taints
  const taint = untoleratedTaint(spec, asked)
  return taint ? { filter: 'TaintToleration', taint, path: ['spec', 'tolerations'] } : undefined
}

/** The value of a node's label; names of the prototype are no labels. */
export function labelOf(node: EstateNode, key: string): string | undefined {
  return Object.hasOwn(node.labels, key) ? node.labels[key] : undefined
}
