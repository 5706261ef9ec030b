import type { Manifest } from '../../kubernetes/types.ts'
import { dnsDeployment, dnsService } from '../cluster-dns.ts'
import { tolerations } from './tolerations.ts'

/** One replica: K3s leaves `replicas` out (k3s-io/k3s manifests/coredns.yaml). */
export const coredns: readonly Manifest[] = [
  dnsDeployment('rancher/mirrored-coredns-coredns', {
    tolerations,
    topologySpreadConstraints: [
      {
        maxSkew: 1,
        topologyKey: 'kubernetes.io/hostname',
        whenUnsatisfiable: 'DoNotSchedule',
        labelSelector: { matchLabels: { 'k8s-app': 'kube-dns' } },
      },
    ],
  }),
  dnsService,
]
