import type { Distribution } from '../distribution.ts'
import { systemNamespaces } from '../system-namespaces.ts'
import { coredns } from './coredns.ts'
import { localStorage } from './local-storage.ts'
import { metricsServer } from './metrics-server.ts'
import { balancerOf } from './servicelb.ts'
import { traefik } from './traefik.ts'

const asOf = '2026-11-21'
const parts = {
  '': systemNamespaces,
  coredns,
  'local-storage': localStorage,
  'metrics-server': metricsServer,
  servicelb: [balancerOf('traefik', 'kube-system', [80, 443])],
  traefik,
}

/** K3s as it starts without flags. Its servers take workloads like any node. */
export const k3s: Distribution = {
  name: 'k3s',
  brings: { manifests: Object.values(parts).flat(), parts },
  balances: { part: 'servicelb', make: balancerOf },
  storageClasses: {
    'local-path': {
      provisioner: 'rancher.io/local-path',
      bound: 'node',
      isDefault: true,
      bindsLate: true,
      keepsSize: false,
      // Folders of one another's: /var/lib/rancher/k3s/storage, /var/lib/rancher/k3s/server/db.
      besideEtcd: true,
      source:
        'k3s-io/k3s manifests/local-storage.yaml; https://docs.k3s.io/cli/server (--data-dir); rancher/local-path-provisioner README: the capacity limit is ignored',
      asOf,
    },
  },
  enforcesNetworkPolicy: true,
  serviceProxy: 'iptables',
  networkPolicyUnless: '--disable-network-policy',
  serverLabels: { 'node-role.kubernetes.io/control-plane': 'true' },
  serverTaints: [],
  hostPorts: [80, 443],
  embedsEtcd: true,
  writesAuditLog: false,
  encryptsSecrets: false,
  source:
    'https://docs.k3s.io/networking/networking-services, https://docs.k3s.io/security/secrets-encryption, ' +
    'https://docs.k3s.io/security/hardening-guide, https://docs.k3s.io/datastore/ha-embedded, https://github.com/k3s-io/k3s/issues/14028 (labels of v1.35.4)',
  asOf,
}
