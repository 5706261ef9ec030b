// Section 10.3: what is rehearsed and how often, and section 3.1: the decision that one of the drills waits for.

import { corruption, decision, drill, loss, option } from 'seaworthy'
import { database } from './components.ts'
import { mainnet, testnet } from './environments.ts'
import { corruptionRecovery, rebuild } from './procedures.ts'
import { says } from './says.ts'

const standby = option('active-passive multi-cluster', {
  verdict: 'deferred',
  stated: says('3.1, 10.2', [145, 158], 1143),
})

export const decisions = [
  decision('architecture', {
    options: [
      option('separate backend cluster', { verdict: 'rejected', stated: says('3.1', [127, 141]) }),
      standby,
      option('co-located with namespace isolation', {
        verdict: 'selected',
        by: [mainnet, testnet],
        stated: says('3.1', [162, 184]),
      }),
    ],
    stated: says('3.1', [125, 184]),
  }),
]

export const drills = [
  // The only environment for tests is Testnet.
  drill('restore-test', {
    of: corruption,
    in: testnet,
    restores: database,
    from: mainnet,
    every: 'week',
    by: corruptionRecovery,
    stated: says('10.3', 1148),
  }),
  // There is one cluster to rebuild.
  drill('full-rebuild', {
    of: loss.cluster,
    in: mainnet,
    every: 'month',
    takes: { from: '4h', to: '8h' },
    by: rebuild,
    stated: says('10.2, 10.3', 1140, 1149),
  }),
  drill('cross-region', {
    of: loss.cluster,
    in: mainnet,
    every: 'quarter',
    across: 'regions',
    restsOn: [standby],
    stated: says('10.3', 1150),
  }),
]
