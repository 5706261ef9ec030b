// Groups of nodes that somebody outside the cluster may make larger, or bring up from none: no file in it shows whether.

import type { Estate } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'

interface Maker {
  /** A label that its nodes carry, with the group's name. */
  readonly label: string
  readonly says: (names: readonly string[]) => string
  /** Whether what scales it runs in the cluster, and would be seen there. */
  readonly isInside?: true
}

const list = (one: string, of: string) => (names: readonly string[]) =>
  `${one}${names.length > 1 ? 's' : ''} ${names.join(', ')} of ${of}`

// Labels: https://karpenter.sh/docs/concepts/nodepools, https://cloud.google.com/kubernetes-engine/docs/how-to/node-pools,
// https://learn.microsoft.com/azure/aks/use-labels (reserved), https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html.
const makers = [
  { label: 'cloud.google.com/gke-nodepool', says: list('node pool', 'GKE') },
  { label: 'eks.amazonaws.com/nodegroup', says: list('node group', 'EKS'), isInside: true },
  { label: 'karpenter.sh/nodepool', says: list('node pool', 'Karpenter') },
  { label: 'kubernetes.azure.com/agentpool', says: list('node pool', 'AKS') },
] as const satisfies readonly Maker[]

/** Labels by which such groups are known. */
export type GroupLabel = (typeof makers)[number]['label']

/** Groups that may grow, a line for each kind, sorted. */
export function nodeGroups(estate: Estate): readonly string[] {
  const isWhole = showsSystem(estate)
  // Whoever declares a pool says how many nodes it may have.
  const declared = new Set(estate.nodePools?.map(({ name }) => name))
  return makers.flatMap(({ label, says, isInside }: Maker) => {
    if (isInside && isWhole) return []
    const named = estate.nodes
      .flatMap(({ labels }) => (Object.hasOwn(labels, label) ? [labels[label] ?? ''] : []))
      .filter((name) => !declared.has(name))
    return named.length === 0 ? [] : [says([...new Set(named)].sort(byCodePoint))]
  })
}

/** Where the cluster's own DNS servers are among the objects, an autoscaler beside them would be too. */
function showsSystem({ objects }: Estate): boolean {
  return objects.some(({ ref, origin }) => ref === 'Deployment/kube-system/coredns' && origin === 'read')
}
