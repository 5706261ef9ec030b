import { dnsDeployment, dnsService } from './cluster-dns.ts'
import type { Distribution } from './distribution.ts'
import { systemNamespaces } from './system-namespaces.ts'

const controlPlane = 'node-role.kubernetes.io/control-plane'

const dns = dnsDeployment(
  'registry.k8s.io/coredns/coredns',
  {
    affinity: {
      podAntiAffinity: {
        preferredDuringSchedulingIgnoredDuringExecution: [
          {
            weight: 100,
            podAffinityTerm: {
              labelSelector: { matchExpressions: [{ key: 'k8s-app', operator: 'In', values: ['kube-dns'] }] },
              topologyKey: 'kubernetes.io/hostname',
            },
          },
        ],
      },
    },
    tolerations: [
      { key: 'CriticalAddonsOnly', operator: 'Exists' },
      { key: controlPlane, effect: 'NoSchedule' },
    ],
  },
  2,
)

/** Upstream Kubernetes; the network is whatever somebody installs, so nothing is known of its policies. */
export const kubeadm: Distribution = {
  name: 'kubeadm',
  brings: {
    manifests: [...systemNamespaces, dns, dnsService],
    parts: { '': systemNamespaces, coredns: [dns, dnsService] },
  },
  storageClasses: {},
  enforcesNetworkPolicy: undefined,
  serviceProxy: 'iptables',
  serverLabels: { [controlPlane]: '' },
  serverTaints: [{ key: controlPlane, effect: 'NoSchedule' }],
  hostPorts: [],
  embedsEtcd: true,
  writesAuditLog: false,
  encryptsSecrets: false,
  source:
    'k8s.io/kubernetes@v1.36.3/cmd/kubeadm/app/constants/constants.go:481, app/phases/addons/dns/manifests.go:57, dns.go:51, ' +
    'https://kubernetes.io/docs/setup/production-environment/tools/kubeadm/ha-topology',
  asOf: '2026-11-21',
}
