// What network plugins do with policies, and where they run at all. One that is not in this table is not known here.

import type { Known } from './table.ts'

export interface NetworkPlugin {
  readonly name: string
  /** `switched`: where somebody switches it on. */
  readonly enforces: 'always' | 'switched' | 'never'
  readonly says: string
  /** The one provider whose machines it runs on. */
  readonly only?: 'aws' | 'azure' | 'gcp'
}

const asOf = '2026-11-22'

const always = 'enforces NetworkPolicies'

const plugins: { readonly [name: string]: Known<NetworkPlugin> } = {
  'amazon-vpc-cni': {
    value: {
      name: 'the Amazon VPC CNI',
      enforces: 'switched',
      says: 'enforces NetworkPolicies once they are switched on (enableNetworkPolicy)',
      only: 'aws',
    },
    source: 'docs.aws.amazon.com/eks/latest/userguide/cni-network-policy.html',
    asOf,
  },
  antrea: {
    value: { name: 'Antrea', enforces: 'always', says: always },
    source: 'antrea.io/docs/main/docs/antrea-network-policy',
    asOf,
  },
  'azure-cni': {
    value: {
      name: 'Azure CNI',
      enforces: 'switched',
      says: 'enforces NetworkPolicies where an engine for them is chosen (--network-policy)',
      only: 'azure',
    },
    source: 'learn.microsoft.com/azure/aks/use-network-policies',
    asOf,
  },
  calico: {
    value: { name: 'Calico', enforces: 'always', says: always },
    source: 'docs.tigera.io/calico/latest/network-policy/get-started/kubernetes-policy',
    asOf,
  },
  canal: {
    value: { name: 'Canal', enforces: 'always', says: always },
    source: 'docs.tigera.io/calico/latest/getting-started/kubernetes/flannel',
    asOf,
  },
  cilium: {
    value: { name: 'Cilium', enforces: 'always', says: `${always}, unless it is told never to (enable-policy)` },
    source: 'docs.cilium.io/en/stable/security/network/policyenforcement',
    asOf,
  },
  flannel: {
    value: { name: 'Flannel', enforces: 'never', says: 'only connects pods: policies are left to others' },
    source: 'github.com/flannel-io/flannel, README: Flannel is focused on networking',
    asOf,
  },
  'gke-dataplane-v2': {
    value: { name: 'GKE Dataplane V2', enforces: 'always', says: always, only: 'gcp' },
    source: 'docs.cloud.google.com/kubernetes-engine/docs/concepts/dataplane-v2',
    asOf,
  },
  'kube-router': {
    value: { name: 'kube-router', enforces: 'always', says: `${always} (--run-firewall)` },
    source: 'www.kube-router.io/docs/user-guide',
    asOf,
  },
  'ovn-kubernetes': {
    value: { name: 'OVN-Kubernetes', enforces: 'always', says: always },
    source: 'ovn-kubernetes.io/features/network-security-controls/network-policy',
    asOf,
  },
}

/** By the name that people give it: `calico`, `Calico`; undefined for one that is not in the table. */
export function networkPlugin(name: string): Known<NetworkPlugin> | undefined {
  const key = name.toLowerCase().replace(/^aws-vpc-cni$/, 'amazon-vpc-cni')
  return Object.hasOwn(plugins, key) ? plugins[key] : undefined
}

const onOneMachine: ReadonlySet<string> = new Set(['docker-desktop', 'k3d', 'kind', 'minikube'])

/** Whether a distribution makes its nodes on a machine of one's own, where no provider's network is. */
export function isOnOneMachine(distribution: string | undefined): boolean {
  return distribution !== undefined && onOneMachine.has(distribution.toLowerCase())
}
