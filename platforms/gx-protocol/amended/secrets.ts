// Where values are kept: outside the cluster, each namespace at a path of its own; one operator fetches them, and nobody
// else in the cluster has them to give.

import { external, secret, secretStore, service, written } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { onWorker } from './places.ts'

const name = 'external-secrets'
const namespace = 'external-secrets'
const small = { cpu: '100m', memory: '128Mi' } as const

const vault = secretStore('vault', {
  by: 'vault',
  at: 'https://vault.example:8200',
  stated: says('8.1', 925),
})

const fetched = (called: string, ...keys: readonly string[]) =>
  secret(called, { keys, from: vault, stated: says('8.1, 10.1, A', 922, 1104, 1165) })

/** What the stores of the backend are opened with, and their copies. */
export const ofStores = [
  fetched('postgres-secrets', 'username', 'password'),
  fetched('redis-secrets', 'REDIS_PASSWORD'),
  fetched('gx-offsite-credentials', 'ACCESS_KEY_ID', 'ACCESS_SECRET_KEY'),
]

/** Who the members of a ledger are, and what opens their databases. */
export const ofTestLedger = [
  fetched('orderer-identity', 'certificate', 'key'),
  fetched('peer-identity', 'certificate', 'key'),
  fetched('couchdb-password', 'password'),
]
export const ofLedger = [...ofTestLedger, fetched('authority-key', 'certificate', 'key')]

const rules = [
  {
    groups: ['external-secrets.io'],
    resources: ['externalsecrets', 'secretstores'],
    verbs: ['get', 'list', 'watch'],
  },
  { groups: ['external-secrets.io'], resources: ['externalsecrets/status', 'secretstores/status'], verbs: ['update'] },
  { resources: ['secrets'], verbs: ['get', 'list', 'watch', 'create', 'update', 'patch'] },
]

// The document names no address: this one stands for that of whoever runs the store.
const store = external('vault', { listens: { https: 8200 }, at: '203.0.113.200/32' })

export const fetcher = service(name, {
  image: 'ghcr.io/external-secrets/external-secrets:v1.3.0',
  account: name,
  api: rules,
  place: onWorker,
  starts: '30s',
  requests: small,
  limits: small,
  security: { nonRoot: true, user: 65534, drop: ['ALL'], seccomp: 'RuntimeDefault', readOnlyRoot: true },
  calls: [store],
  stated: says('8.1', 925),
})

/** It writes Secrets wherever one is to be fetched: no binding of a single namespace is enough for it. */
export const rights = [
  written({ apiVersion: 'v1', kind: 'ServiceAccount', metadata: { name, namespace } }),
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name },
    rules: rules.map(({ groups = [''], ...rule }) => ({ apiGroups: groups, ...rule })),
  }),
  written({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name },
    subjects: [{ kind: 'ServiceAccount', name, namespace }],
    roleRef: { kind: 'ClusterRole', name, apiGroup: 'rbac.authorization.k8s.io' },
  }),
]
