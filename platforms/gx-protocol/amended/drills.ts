// What is rehearsed and how often, each where it takes nothing from anybody: on the second site.

import { corruption, decision, drill, environment, loss, option, promise } from 'seaworthy'
import { says } from '../as-written/says.ts'
import { cache, database } from './components.ts'
import { mainnet, testnet } from './environments.ts'
import { corruptionRecovery, rebuild } from './procedures.ts'
import { secondSite, standby } from './standby.ts'

/** Rows of production may lie there: it has the rules of production, and goes when the drill is over. */
export const rehearsal = environment('rehearsal', {
  on: secondSite,
  namespace: 'rehearsal',
  purpose: 'test',
  data: 'production',
})

const elsewhere = option('active-passive multi-cluster', {
  verdict: 'selected',
  by: [standby, rehearsal],
  stated: says('3.1, 10.2', [145, 158], 1143),
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
    options: [elsewhere],
  }),
]

export const drills = [
  ...[
    { name: 'restore-test', restores: database },
    { name: 'restore-test-of-redis', restores: cache },
  ].map(({ name, restores }) =>
    drill(name, {
      of: corruption,
      in: rehearsal,
      restores,
      from: mainnet,
      every: 'week',
      by: corruptionRecovery,
      stated: says('10.3', 1148),
    }),
  ),
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
