// The manifests that the document shows whole (sections 4.3, 6.1 to 6.3, 7.1, 8.1): adopted as they stand.

import { written } from 'seaworthy'
import { says } from './says.ts'

const policy = (name: string, spec: object) => ({
  apiVersion: 'networking.k8s.io/v1',
  kind: 'NetworkPolicy',
  metadata: { name, namespace: 'backend-mainnet' },
  spec,
})

export const defaultDeny = written(
  policy('default-deny-all', { podSelector: {}, policyTypes: ['Ingress', 'Egress'] }),
  says('4.3', [331, 342]),
)

export const dnsEgress = written(
  policy('allow-dns-egress', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [{ namespaceSelector: { matchLabels: { name: 'kube-system' } } }],
        ports: [{ protocol: 'UDP', port: 53 }],
      },
    ],
  }),
  says('4.3', [348, 364]),
)

export const fabricEgress = written(
  policy('allow-fabric-egress', {
    podSelector: {},
    policyTypes: ['Egress'],
    egress: [
      {
        to: [{ namespaceSelector: { matchLabels: { name: 'fabric' } } }],
        ports: [
          { protocol: 'TCP', port: 7050 },
          { protocol: 'TCP', port: 7051 },
          { protocol: 'TCP', port: 7054 },
        ],
      },
    ],
  }),
  says('4.3', [371, 391]),
)

export const internal = written(
  policy('allow-backend-internal', {
    podSelector: {},
    policyTypes: ['Ingress', 'Egress'],
    ingress: [{ from: [{ podSelector: {} }] }],
    egress: [
      {
        to: [{ podSelector: {} }],
        ports: [
          { protocol: 'TCP', port: 5432 },
          { protocol: 'TCP', port: 6379 },
          { protocol: 'TCP', port: 3001 },
          { protocol: 'TCP', port: 3002 },
        ],
      },
    ],
  }),
  says('4.3', [398, 421]),
)

export const gatewayIngress = written(
  policy('allow-api-gateway-ingress', {
    podSelector: { matchLabels: { app: 'api-gateway' } },
    policyTypes: ['Ingress'],
    ingress: [
      {
        from: [{ namespaceSelector: { matchLabels: { name: 'ingress-nginx' } } }],
        ports: [{ protocol: 'TCP', port: 8080 }],
      },
    ],
  }),
  says('4.3', [428, 446]),
)

export const mainnetQuota = written(
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'backend-mainnet-quota', namespace: 'backend-mainnet' },
    spec: {
      hard: {
        'requests.cpu': '16',
        'requests.memory': '32Gi',
        'limits.cpu': '32',
        'limits.memory': '64Gi',
        persistentvolumeclaims: '10',
        pods: '50',
      },
    },
  },
  says('6.1', [664, 677]),
)

export const testnetQuota = written(
  {
    apiVersion: 'v1',
    kind: 'ResourceQuota',
    metadata: { name: 'backend-testnet-quota', namespace: 'backend-testnet' },
    spec: {
      hard: {
        'requests.cpu': '8',
        'requests.memory': '16Gi',
        'limits.cpu': '16',
        'limits.memory': '32Gi',
        persistentvolumeclaims: '5',
        pods: '30',
      },
    },
  },
  says('6.2', [695, 708]),
)

export const mainnetLimits = written(
  {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { name: 'backend-mainnet-limits', namespace: 'backend-mainnet' },
    spec: {
      limits: [
        {
          max: { cpu: '4', memory: '8Gi' },
          min: { cpu: '100m', memory: '128Mi' },
          default: { cpu: '500m', memory: '512Mi' },
          defaultRequest: { cpu: '250m', memory: '256Mi' },
          type: 'Container',
        },
      ],
    },
  },
  says('6.3', [716, 735]),
)

export const databaseBudget = written(
  {
    apiVersion: 'policy/v1',
    kind: 'PodDisruptionBudget',
    metadata: { name: 'postgres-pdb', namespace: 'backend-mainnet' },
    spec: { minAvailable: 2, selector: { matchLabels: { app: 'postgres' } } },
  },
  says('7.1', 754, [760, 769]),
)

export const backupAccount = written(
  { apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name: 'postgres-backup', namespace: 'backend-mainnet' } },
  says('8.1', [885, 889]),
)

export const backupRole = written(
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'Role',
    metadata: { name: 'postgres-backup-role', namespace: 'backend-mainnet' },
    rules: [{ apiGroups: [''], resources: ['pods', 'pods/exec'], verbs: ['get', 'list', 'create'] }],
  },
  says('8.1', [891, 899]),
)

export const backupBinding = written(
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'postgres-backup-binding', namespace: 'backend-mainnet' },
    subjects: [{ kind: 'ServiceAccount', name: 'postgres-backup' }],
    roleRef: { kind: 'Role', name: 'postgres-backup-role', apiGroup: 'rbac.authorization.k8s.io' },
  },
  says('8.1', [901, 912]),
)
