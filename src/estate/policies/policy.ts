import type { LabelSelector, Manifest } from '../../kubernetes/types.ts'

export interface PolicyOptions {
  readonly namespace: string
  readonly podSelector: LabelSelector
  /** Absent: the policy says nothing about that direction; empty: nothing passes. */
  readonly ingress?: readonly object[]
  readonly egress?: readonly object[]
}

/** A NetworkPolicy about the directions for which it has rules, or an empty list of them. */
export function policy(name: string, { namespace, podSelector, ingress, egress }: PolicyOptions): Manifest {
  return {
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { name, namespace },
    spec: {
      podSelector,
      policyTypes: [...(ingress ? ['Ingress'] : []), ...(egress ? ['Egress'] : [])],
      ...(ingress && ingress.length > 0 && { ingress }),
      ...(egress && egress.length > 0 && { egress }),
    },
  }
}

/** A namespace by the label that the API server gives every one. */
export function namespaced(namespace: string) {
  return { namespaceSelector: { matchLabels: { 'kubernetes.io/metadata.name': namespace } } }
}
