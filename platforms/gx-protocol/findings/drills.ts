import type { Entry } from '../../findings/entry.ts'
import { drillsWhatItCan, rebuildsOnRentedNodes, restoresUnderTheSameRules } from '../corrections.ts'

export const drills: readonly Entry[] = [
  {
    id: 'C66',
    fault: 'a cross-region drill without a region',
    found: [
      {
        verdict: 'drills/mainnet/cross-region',
        rule: 'place',
        cause: 'nowhere-else/regions/gx-protocol-cluster',
        shows: [
          'a cluster in another region has to take over from gx-protocol-cluster, and there is none',
          'gx-protocol-cluster: stands in primary-dc and secondary-dc',
        ],
      },
      {
        verdict: 'drills/mainnet/cross-region',
        rule: 'decided',
        cause: 'not-selected/active-passive multi-cluster',
        shows: ['it rests on active-passive multi-cluster, which is deferred'],
      },
    ],
    by: [drillsWhatItCan],
    ends: { 'drills/mainnet/cross-region': 'gone' },
  },
  {
    id: 'C67',
    fault: 'the only cluster is rebuilt every month',
    found: [
      {
        verdict: 'drills/mainnet/full-rebuild',
        rule: 'outage',
        cause: 'drilled-in-place/gx-protocol-cluster/full-rebuild',
        shows: [
          'mainnet is away for 4h to 8h of every 30d',
          '98.9% to 99.44% of the time is left',
          '1 − 4h to 8h ÷ 30d',
        ],
      },
    ],
    by: [rebuildsOnRentedNodes],
    ends: { 'drills/mainnet/full-rebuild': 'gone', 'drills/rehearsal/full-rebuild': 'kept' },
  },
  {
    id: 'C68',
    fault: 'rows of production are brought back into the environment for tests',
    found: [
      {
        verdict: 'drills/testnet/restore-test',
        assumes: 'rows/mainnet/testnet',
        shows: ['rows of mainnet (production) may lie in testnet, which is for test, and nobody says so'],
      },
    ],
    by: [restoresUnderTheSameRules],
    ends: {
      'drills/testnet/restore-test': 'gone',
      'drills/restored/restore-test': [
        'copies-all/mainnet/postgres/postgres-backup',
        'noticed/mainnet/postgres',
        'restores/mainnet/postgres/postgres-backup',
      ],
    },
  },
]
