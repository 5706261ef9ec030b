// Distributions that only one provider has, and who keeps their control plane.

export interface ManagedCluster {
  readonly provider: 'aws' | 'azure' | 'gcp'
  readonly source: string
  readonly asOf: string
}

// The provider keeps the API server and etcd of each: its own page says so.
const managed: ReadonlyMap<string, ManagedCluster> = new Map([
  [
    'aks',
    {
      provider: 'azure',
      source: 'https://learn.microsoft.com/azure/architecture/aws-professional/eks-to-aks/node-pools',
      asOf: '2026-11-22',
    },
  ],
  [
    'eks',
    {
      provider: 'aws',
      source: 'https://docs.aws.amazon.com/eks/latest/userguide/eks-architecture.html',
      asOf: '2026-11-22',
    },
  ],
  [
    'gke',
    {
      provider: 'gcp',
      source: 'https://docs.cloud.google.com/kubernetes-engine/docs/concepts/cluster-architecture',
      asOf: '2026-11-22',
    },
  ],
])

/** Undefined for a distribution that anybody may run, and for one that is not in the table. */
export function managedClusterOf(distribution: string | undefined): ManagedCluster | undefined {
  return distribution === undefined ? undefined : managed.get(distribution.toLowerCase())
}
