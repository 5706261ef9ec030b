import {
  copiesLieOutside,
  ledgerHasSnapshots,
  losesADump,
  oneHonestInstance,
  spreadsOrderers,
  timesTheRebuild,
} from '../corrections.ts'
import type { Entry } from './entry.ts'

const roles = [
  ['postgres', 'postgres-primary', 'primary'],
  ['postgres', 'postgres-replica', 'replica'],
  ['redis', 'redis-master', 'primary'],
  ['redis', 'redis-replica', 'replica'],
] as const

const corruption = 'recovers/mainnet/corruption/postgres'
const clusterLoss = 'recovers/mainnet/loss-of-a-cluster/postgres'
const ledgerLoss = 'recovers/fabric/loss-of-a-cluster/fabric'

const dumps = ['copies', 'restores', 'takes'].map((what) => `${what}/mainnet/postgres/postgres-backup`)
const rebuild = ['deploy', 'provision', 'restore', 'verify'].map((step) => `takes/rebuild-the-cluster/${step}`)
const endsOfDumps = {
  [corruption]: [...dumps, 'noticed/mainnet/postgres', 'takes/restore-from-backup/restore'].sort(),
  [clusterLoss]: [...dumps, ...rebuild].sort(),
}
const peers = ['peer0-org1', 'peer0-org2', 'peer1-org1', 'peer1-org2']
const dumpDesign = [oneHonestInstance, copiesLieOutside, losesADump, timesTheRebuild]

export const stores: readonly Entry[] = [
  {
    id: 'C23',
    fault: 'service names for roles that do not exist',
    found: roles.map(([store, service, role]) => ({
      verdict: `roles/mainnet/${service}`,
      rule: 'role',
      cause: `independent-members/mainnet/${store}`,
      shows: [`there is no ${role} among them, and ${service} leads to all 3`],
    })),
    by: [oneHonestInstance],
    ends: {
      ...Object.fromEntries(roles.map(([, service]) => [`roles/mainnet/${service}`, 'gone' as const])),
      'reaches/mainnet/svc-wallet/postgres:postgres': 'kept',
      'reaches/mainnet/svc-wallet/redis:redis': 'kept',
    },
  },
  {
    id: 'C59',
    fault: 'five orderers on three nodes without a rule',
    found: [
      {
        verdict: 'quorum/fabric/fabric/fabric-orderers',
        rule: 'split',
        cause: 'majority-on-one-node/fabric/fabric',
        shows: ['3 of the 5 voters of fabric-orderers are needed, so 2 may be lost', 'no rule keeps them apart'],
      },
    ],
    by: [spreadsOrderers],
    ends: { 'quorum/fabric/fabric/fabric-orderers': ['elects/fabric/fabric/fabric-orderers'] },
  },
  {
    id: 'C62',
    fault: 'the backup dies with the cluster',
    found: [
      {
        verdict: clusterLoss,
        rule: 'data',
        cause: 'copies-go-too/mainnet/postgres',
        shows: [
          'the rows of postgres are lost for good, and at most 6h may be lost',
          'postgres-backup: lost: it lies on what is lost (local-path in gx-protocol-cluster)',
        ],
      },
    ],
    by: [copiesLieOutside],
    beside: dumpDesign,
    ends: endsOfDumps,
  },
  {
    id: 'C63',
    fault: 'the ledger is not preserved either',
    found: [
      {
        verdict: ledgerLoss,
        rule: 'data',
        cause: 'one-copy/fabric/fabric',
        shows: ['the rows of fabric are lost for good, and nothing may be lost', 'copies: none are taken'],
      },
    ],
    by: [ledgerHasSnapshots],
    ends: {
      [ledgerLoss]: ['copies', 'restores', 'takes'].flatMap((what) =>
        peers.map((peer) => `${what}/fabric/fabric/${peer}-backup`),
      ),
    },
  },
  {
    id: 'C64',
    fault: 'up to 6 hours is not the worst case',
    found: [
      {
        verdict: corruption,
        rule: 'data',
        cause: 'copies-too-far-apart/mainnet/postgres',
        shows: ['but for more than 6h, and at most 6h may be lost', '6h: between two copies', 'while a copy is taken'],
      },
    ],
    by: [copiesLieOutside, losesADump],
    beside: dumpDesign,
    ends: endsOfDumps,
  },
]
