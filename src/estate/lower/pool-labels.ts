import type { Labels } from '../../kubernetes/types.ts'
import type { Cluster } from '../../platform/model.ts'

// How a managed service labels the nodes of a group:
// https://docs.aws.amazon.com/eks/latest/userguide/managed-node-groups.html,
// https://cloud.google.com/kubernetes-engine/docs/how-to/node-pools, https://learn.microsoft.com/azure/aks/use-labels
const poolKeys: ReadonlyMap<string, string> = new Map([
  ['aks', 'kubernetes.azure.com/agentpool'],
  ['eks', 'eks.amazonaws.com/nodegroup'],
  ['gke', 'cloud.google.com/gke-nodepool'],
])

/** The label by which pods choose a pool: that of the distribution, else `pool`. */
export function poolLabels(pool: string, { distribution = '' }: Pick<Cluster, 'distribution'>): Labels {
  return { [poolKeys.get(distribution.toLowerCase()) ?? 'pool']: pool }
}
