import type { Entry } from '../../findings/entry.ts'
import { deploysInWaves, plansTheLedgerToo } from '../corrections.ts'

export const delivery: readonly Entry[] = [
  {
    id: 'C47',
    fault: 'an egress target without a namespace',
    found: [
      {
        verdict: 'planned/devnet/calls',
        rule: 'calls',
        cause: 'runs-nowhere/fabric-devnet',
        shows: ['lead to what runs nowhere and is planned nowhere', 'outbox-submitter: calls fabric-devnet'],
      },
    ],
    by: [plansTheLedgerToo],
    ends: { 'planned/devnet/calls': 'kept' },
  },
  {
    id: 'C82',
    fault: 'deployed from Git, and by hand',
    found: [
      {
        verdict: 'applied/gx-protocol/gitops',
        rule: 'alone',
        cause: 'applied-twice/gitops',
        shows: [
          'a controller applies mainnet and testnet, and so do 5 steps by hand: what they change it changes back',
          'deploy PostgreSQL: postgres in mainnet',
          'deploy the gateway: api-gateway in mainnet',
        ],
      },
      {
        verdict: 'applied/gx-protocol/gitops',
        rule: 'schema',
        cause: 'schema-by-hand/gitops',
        shows: ['the schema of postgres is migrated by hand, and nothing makes what calls it wait'],
      },
    ],
    by: [deploysInWaves],
    ends: { 'applied/gx-protocol/gitops': 'kept' },
  },
]
