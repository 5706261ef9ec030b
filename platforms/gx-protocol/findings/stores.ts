import type { Entry } from '../../findings/entry.ts'
import {
  copiesLieOutside,
  declaresTheHeadlessService,
  givesVolumesADevice,
  ledgerHasSnapshots,
  marksWhatOperatorsRun,
  partitionsAreTakenOver,
  replicationIsCarried,
  spreadsOrderers,
  timesTheRebuild,
} from '../corrections.ts'

const byOperator = ['made/gx-protocol-cluster/cloudnative-pg']

const roles = [
  ['postgres', 'postgres-primary', 'primary'],
  ['postgres', 'postgres-replica', 'replica'],
  ['redis', 'redis-master', 'primary'],
  ['redis', 'redis-replica', 'replica'],
] as const

const corruption = 'recovers/mainnet/corruption/postgres'
const clusterLoss = 'recovers/mainnet/loss-of-a-cluster/postgres'
const ledgerLoss = 'recovers/fabric/loss-of-a-cluster/fabric'

const dumps = ['restores', 'takes'].map((what) => `${what}/mainnet/postgres/write-ahead log`).concat(byOperator)
const rebuild = ['deploy', 'provision', 'restore', 'verify'].map((step) => `takes/rebuild-the-cluster/${step}`)
const endsOfDumps = {
  [corruption]: [...dumps, 'noticed/mainnet/postgres', 'takes/restore-from-backup/restore'].sort(),
  [clusterLoss]: [...dumps, ...rebuild].sort(),
}
const peers = ['peer0-org1', 'peer0-org2', 'peer1-org1', 'peer1-org2']
const dumpDesign = [replicationIsCarried, timesTheRebuild]

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
    by: [replicationIsCarried],
    ends: {
      'roles/mainnet/postgres-primary': byOperator,
      'roles/mainnet/postgres-replica': byOperator,
      'roles/mainnet/redis-master': 'kept',
      'roles/mainnet/redis-replica': 'kept',
    },
  },
  {
    id: 'C24',
    fault: 'locks and checkpoints do not hold across instances',
    found: [
      ['outbox-submitter', 'a lock in one of them holds in no other, and 2 pods'],
      ['projector', 'a pod that is connected to another one finds nothing there'],
    ].map(([worker, shows = '']) => ({
      verdict: `shares/mainnet/${worker}`,
      rule: 'writer',
      cause: 'independent-members/mainnet/postgres',
      shows: [`${worker} keeps`, 'in postgres, whose 3 members are independent', shows],
    })),
    by: [replicationIsCarried],
    ends: { 'shares/mainnet/outbox-submitter': byOperator, 'shares/mainnet/projector': byOperator },
  },
  {
    id: 'C25',
    fault: 'migration and seed reach one instance of three',
    found: [
      {
        verdict: 'prepares/mainnet/postgres',
        rule: 'reached',
        cause: 'independent-members/mainnet/postgres',
        shows: ['migrate takes a way to one pod', 'seed takes a way to one pod', 'the other 2 have none of it'],
      },
    ],
    by: [replicationIsCarried],
    ends: {
      'prepares/mainnet/postgres': [
        ...byOperator,
        'on-primary/database-initialization/migrate',
        'on-primary/database-initialization/seed',
      ],
    },
  },
  {
    id: 'C26',
    fault: 'independent caches share no keys',
    found: [
      {
        verdict: 'agrees/mainnet/redis',
        rule: 'rows',
        cause: 'independent-members/mainnet/redis',
        shows: ['what is written through redis-master and redis-replica is on one of the 3', '2 of 3 reads miss it'],
      },
    ],
    by: [replicationIsCarried],
    ends: { 'agrees/mainnet/redis': 'kept', 'quorum/mainnet/redis/redis-sentinel': 'kept' },
  },
  {
    id: 'C27',
    fault: 'the disruption budget protects pods, not data',
    found: [
      ['postgres', 'postgres-pdb'],
      ['redis', 'redis'],
    ].map(([store, budget]) => ({
      verdict: `keeps-rows/mainnet/${store}`,
      rule: 'rows',
      cause: `independent-members/mainnet/${store}`,
      shows: [
        `${budget} lets 1 of 3 members of ${store} be away`,
        '1/3 of the rows are away with it, though 2 pods stay',
      ],
    })),
    by: [replicationIsCarried],
    ends: { 'keeps-rows/mainnet/postgres': byOperator, 'keeps-rows/mainnet/redis': 'kept' },
  },
  {
    id: 'C34',
    fault: 'a headless Service that nobody declares',
    found: [
      {
        verdict: 'refers/mainnet/StatefulSet/postgres',
        rule: 'absent',
        cause: 'absent/gx-protocol-cluster/Service/backend-mainnet/postgres-headless',
        shows: ['Service postgres-headless does not exist', 'no name leads to a single pod of it'],
      },
    ],
    by: [declaresTheHeadlessService],
    ends: { 'refers/mainnet/StatefulSet/postgres': 'kept', 'refers/mainnet/Service/postgres-headless': 'kept' },
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
    id: 'C61',
    fault: 'control plane, ledger and database on one disk',
    found: [
      {
        advice: 'one-disk/gx-protocol-cluster',
        shows: [
          '2 stores write to the disk that etcd writes to',
          'etcd: srv1089618, srv1089624, srv1092158',
          'postgres: local-path',
        ],
      },
    ],
    by: [givesVolumesADevice],
    ends: {},
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
    by: [replicationIsCarried],
    beside: dumpDesign,
    ends: endsOfDumps,
  },
  {
    id: 'C74',
    fault: 'partitions without a hand-over',
    found: [
      {
        verdict: 'shares/mainnet/projector/takeover',
        assumes: 'hands-over/mainnet/projector',
        shows: ['the partitions of a pod of projector that is gone are taken over, though nobody says how or when'],
      },
    ],
    by: [partitionsAreTakenOver],
    ends: { 'shares/mainnet/projector/takeover': ['takes-over/mainnet/projector'] },
  },
  {
    id: 'C83',
    fault: 'operators are said to manage what is written by hand',
    found: ['postgres', 'redis'].map((store) => ({
      verdict: `operated/mainnet/${store}`,
      rule: 'made',
      cause: `by-hand/mainnet/${store}`,
      shows: [`${store} is a StatefulSet that is written by hand`],
    })),
    by: [marksWhatOperatorsRun, replicationIsCarried],
    ends: { 'operated/mainnet/postgres': byOperator, 'operated/mainnet/redis': 'gone' },
  },
]
