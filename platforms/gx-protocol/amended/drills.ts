// What is rehearsed and how often, each where it takes nothing from anybody: nodes that are rented for it, elsewhere.

import { cluster, corruption, decision, drill, environment, loss, node, option, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { database } from './components.ts'
import { mainnet, testnet } from './environments.ts'
import { usualNode } from './prices.ts'
import { corruptionRecovery, rebuild } from './procedures.ts'

// Its price is that of a whole month, though a drill takes a day of it.
const rentedNode = { cpu: 16, memory: '64Gi', disk: '1T', price: usualNode } as const

const rented = cluster('gx-protocol-rehearsal', {
  kubernetes: '1.33.5',
  distribution: 'k3s',
  nodes: ['rented-1', 'rented-2', 'rented-3'].map((name) =>
    node(name, { ...rentedNode, zone: 'rented-dc', roles: ['control-plane'] }),
  ),
  storage: { 'local-path': { bound: 'node', default: true } },
})

/** Rows of production may lie there: it has the rules of production, and goes when the drill is over. */
export const rehearsal = environment('rehearsal', {
  on: rented,
  namespace: 'rehearsal',
  labels: { environment: 'rehearsal', component: 'backend' },
  purpose: 'test',
  data: 'production',
})

const elsewhere = option('copies elsewhere, and nodes that are rented when they are needed', {
  verdict: 'selected',
  by: [rehearsal],
})

export const decisions = [
  decision('architecture', {
    options: [
      option('separate backend cluster', { verdict: 'rejected', stated: says('3.1', [127, 141]) }),
      option('co-located with namespace isolation', {
        verdict: 'selected',
        by: [mainnet, testnet],
        stated: says('3.1', [162, 184]),
      }),
    ],
    stated: says('3.1', [125, 184]),
  }),
  decision('disaster-recovery', {
    options: [
      elsewhere,
      option('active-passive multi-cluster', { verdict: 'deferred', stated: says('3.1, 10.2', [145, 158], 1143) }),
    ],
  }),
]

export const drills = [
  drill('restore-test', {
    of: corruption,
    in: rehearsal,
    restores: database,
    from: mainnet,
    every: 'week',
    by: corruptionRecovery,
    stated: says('10.3', 1148),
  }),
  drill('full-rebuild', {
    of: loss.cluster,
    in: rehearsal,
    restores: database,
    from: mainnet,
    every: 'month',
    by: rebuild,
    stated: says('10.3', 1149),
  }),
  drill('cross-region', {
    of: loss.cluster,
    in: rehearsal,
    restores: database,
    from: mainnet,
    every: 'quarter',
    across: 'regions',
    by: rebuild,
    restsOn: [elsewhere],
    stated: says('10.3', 1150),
  }),
]

export const rehearsed = [promise.drilled({ in: mainnet, every: 'month', stated: says('10.3', [1147, 1149]) })]
