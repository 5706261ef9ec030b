// The second site: a cluster on standby, where PostgreSQL replays what Mainnet archives, and where drills are held.

import { cluster, environment, loss, node, promise, sized } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { database } from './components.ts'
import { mainnet } from './environments.ts'
import { usualNode } from './prices.ts'
import { takeover } from './procedures.ts'
import { fetcher, ofStores, rights } from './secrets.ts'

const nodes = ['standby-1', 'standby-2', 'standby-3'].map((name) =>
  node(name, {
    ...{ cpu: 16, memory: '64Gi', disk: '1T', price: usualNode },
    zone: 'standby-dc',
    roles: ['control-plane', 'etcd'],
  }),
)

// As those of the first site, these stand for the servers' own.
const apiServers = ['198.51.100.21/32', '198.51.100.22/32', '198.51.100.23/32']

export const secondSite = cluster('gx-protocol-standby', {
  api: { at: apiServers, port: 6443 },
  kubernetes: '1.33.5',
  distribution: 'k3s',
  server: { audit: 'Metadata', encryptsSecrets: true },
  nodes,
  storage: { 'local-path': { bound: 'node', default: true }, lvm: { bound: 'node', provisioner: 'topolvm.io' } },
  stated: says('3.1, 10.2', [145, 158], 1143),
})

// Two members replay; three have a place once one of them is the primary.
const policies = { defaultDeny: true, dns: true, calls: true } as const
const place = { apart: [{ by: 'kubernetes.io/hostname', how: 'required' }] } as const

export const standby = environment('standby', {
  on: secondSite,
  namespace: 'backend-mainnet',
  purpose: 'production',
  data: 'production',
  standbyOf: mainnet,
  runs: [database],
  sized: [sized(database, { members: 2, place })],
  policies,
  secrets: ofStores,
  stated: says('3.1, 10.2', [145, 158], 1143),
})

/** Values are fetched there by an operator of its own: that of the first site is lost with it. */
export const standbySecrets = environment('standby-secrets', {
  on: secondSite,
  namespace: 'external-secrets',
  purpose: 'shared',
  runs: [fetcher],
  sized: [sized(fetcher, { place: undefined })],
  includes: rights,
  policies,
})

export const takesOver = [
  promise.survives(loss.cluster, {
    in: mainnet,
    keeps: [database],
    within: '1h',
    losing: '6m',
    by: takeover,
    stated: says('10.2', 1143),
  }),
]
