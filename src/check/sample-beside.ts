// For tests: another environment that serves beside the live one, and what is prepared for the loss of a region.

import type { PostgresOptions } from '../platform/component/postgres.ts'
import { cluster } from '../platform/language/cluster.ts'
import { environment } from '../platform/language/environment.ts'
import { loss } from '../platform/language/failure.ts'
import { procedure, step } from '../platform/language/procedure.ts'
import { scenario } from '../platform/language/scenario.ts'
import type { ShopOptions } from './sample.ts'

/** `other`, like `live` and active with it. */
export const otherBeside: ShopOptions['environments'] = ({ live }) => [
  environment('other', {
    on: cluster('yard', { kubernetes: '1.34', nodes: [] }),
    namespace: 'other',
    like: live,
    activeWith: live,
  }),
]

/** Two members, of which nobody says where the second stands. */
export const followed: PostgresOptions = {
  backups: [{ how: 'snapshot', every: '1d' }],
  members: 2,
  replication: { mode: 'asynchronous', failover: 'manual' },
}

/** The ledger's follower is promoted when a region is gone. */
export const promotesLedger: ShopOptions['plans'] = ({ live, ledgerDb }) => ({
  scenarios: [
    scenario('a region is gone', {
      of: loss.region,
      in: live,
      by: procedure('away', { steps: [step('go', { does: 'promote', of: [ledgerDb], actor: 'person' })] }),
    }),
  ],
})
