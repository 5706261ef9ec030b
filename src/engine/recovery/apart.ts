// The most members of one class that one node, or one zone, may hold under the rules that bind: what one failure takes.

import type { Estate, EstateNode } from '../../estate/estate.ts'
import { matchesLabels } from '../../kubernetes/selector.ts'
import type { LabelSelector } from '../../kubernetes/types.ts'
import { staticRefusals } from '../placement/static-filters.ts'
import type { PodClass } from '../pods/pod-class.ts'

const hostname = 'kubernetes.io/hostname'
const zone = 'topology.kubernetes.io/zone'

/** The rule that limits it, where there is one. */
export interface WorstSplit {
  readonly together: number
  readonly by?: 'podAntiAffinity' | 'topologySpreadConstraints'
}

/** How many of a class's pods may stand on one node or in one zone; all of them where no required rule forbids it. */
export function worstSplit(estate: Estate, pod: PodClass, domain: 'node' | 'zone'): WorstSplit {
  const key = domain === 'node' ? hostname : zone
  const nodes = estate.nodes.filter((node) => staticRefusals(pod, node).length === 0)
  if (pod.count < 2 || !nodes.every((node) => labelOf(node, key) !== undefined)) return { together: pod.count }
  if (keepsApart(pod, key)) return { together: 1, by: 'podAntiAffinity' }
  const domains = Math.max(1, new Set(nodes.map((node) => labelOf(node, key))).size)
  const bounds = (pod.spec.topologySpreadConstraints ?? [])
    .filter((rule) => rule.whenUnsatisfiable === 'DoNotSchedule' && rule.topologyKey === key)
    .filter(({ labelSelector }) => takesItself(pod, labelSelector))
    .map(({ maxSkew }) => Math.floor((pod.count + (domains - 1) * maxSkew) / domains))
  const together = Math.min(pod.count, ...bounds)
  return together < pod.count ? { together, by: 'topologySpreadConstraints' } : { together }
}

function keepsApart(pod: PodClass, key: string): boolean {
  const terms = pod.spec.affinity?.podAntiAffinity?.requiredDuringSchedulingIgnoredDuringExecution ?? []
  return terms.some(
    ({ topologyKey, labelSelector, namespaces, namespaceSelector }) =>
      topologyKey === key &&
      takesItself(pod, labelSelector) &&
      !namespaceSelector &&
      (!namespaces?.length || namespaces.includes(pod.namespace)),
  )
}

// An absent selector takes no pods here (k8s.io/api core/v1, PodAffinityTerm and TopologySpreadConstraint).
function takesItself({ labels }: PodClass, selector: LabelSelector | undefined): boolean {
  return selector !== undefined && matchesLabels(selector, labels)
}

function labelOf({ labels, name, zone: declared }: EstateNode, key: string): string | undefined {
  if (Object.hasOwn(labels, key)) return labels[key]
  return key === hostname ? name : declared
}
