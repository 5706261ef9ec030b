import type { Entry } from '../../findings/entry.ts'

export const stores: readonly Entry[] = [
  {
    id: 'C040',
    fault: 'RPO of 5 minutes against daily snapshots',
    certainty: 'certain',
    lines: [51, 53],
    found: [
      {
        verdict: 'recovers/production/any-failure/postgresql-after-corruption',
        rule: 'data',
        cause: 'copies-too-far-apart/production/postgresql',
        shows: ['for more than 1h, and at most 5m may be lost', 'snapshots: survives: it was taken before (s3)'],
      },
    ],
  },
  {
    id: 'C041',
    fault: 'RPO of 5 minutes against hourly incrementals',
    certainty: 'certain',
    lines: [213, 217, 180],
    found: [
      {
        verdict: 'recovers/production/any-failure/mongodb-after-corruption',
        rule: 'data',
        cause: 'copies-too-far-apart/production/mongodb',
        shows: ['for more than 1h, and at most 5m may be lost', '1h: between two copies'],
      },
    ],
  },
  {
    id: 'C042',
    fault: 'RPO of 5 minutes against a 6-hour frequency',
    certainty: 'certain',
    lines: [213, 220],
    found: [
      {
        verdict: 'figure/production/postgresql-time-between-backups',
        rule: 'counted',
        cause: 'figure/production/postgresql-time-between-backups',
        shows: ['1h, and 6h is stated'],
      },
    ],
  },
  {
    id: 'C043',
    fault: 'four different backup frequencies for the same data',
    certainty: 'certain',
    lines: [51, 180, 217, 220],
    found: [
      {
        verdict: 'figure/production/postgresql-time-between-backups',
        rule: 'counted',
        cause: 'figure/production/postgresql-time-between-backups',
        shows: ['1h, and 6h is stated', 'full: 1d', 'incremental: 1h', 'snapshots: 1d'],
      },
    ],
  },
  {
    id: 'C044',
    fault: 'backup retention 30 days and 90 days',
    certainty: 'certain',
    lines: [52, 221],
    found: [
      {
        verdict: 'retains/production/strategy/postgresql',
        rule: 'kept',
        cause: 'copies-not-kept/postgresql/snapshots',
        shows: ['snapshots keeps each copy for 30d, and 90d are promised'],
      },
    ],
  },
  {
    id: 'C045',
    fault: 'RTO of 15 minutes has no derivation',
    certainty: 'likely',
    lines: [54, 214, [224, 230]],
    found: [
      {
        verdict: 'recovers/production/any-failure/production',
        unsaid: 'scenario',
        shows: [
          'nobody says how long detect failure, promote replica, verify service health and notify on-call team take, so 15m is not shown',
        ],
      },
    ],
  },
  {
    id: 'C048',
    fault: 'a three-node replica set cannot be sharded',
    certainty: 'certain',
    lines: [57, 58],
    found: [
      {
        verdict: 'assembled/production/mongodb',
        rule: 'routed',
        cause: 'unrouted/production/mongodb',
        shows: [
          'rows of mongodb are shared out by tenant_id and context_id, and no router and no configuration server is declared',
        ],
      },
    ],
  },
  {
    id: 'C053',
    fault: 'PostgreSQL has no size at all',
    certainty: 'certain',
    lines: [[48, 54]],
    found: [
      {
        verdict: 'recovers/production/any-failure/postgresql-after-loss-of-a-region',
        unsaid: 'data',
        shows: ['no volume with a size is declared'],
      },
    ],
  },
  {
    id: 'C056',
    fault: 'synchronous or asynchronous replication not stated',
    certainty: 'certain',
    lines: [50, 53, 226],
    found: [
      {
        verdict: 'recovers/production/any-failure/postgresql-after-loss-of-a-region',
        unsaid: 'data',
        shows: ['or how far behind it is'],
      },
    ],
  },
  {
    id: 'C057',
    fault: 'automatically promote without any failover manager',
    certainty: 'certain',
    lines: [50, 226],
    found: [
      {
        verdict: 'agrees/production/postgresql',
        rule: 'rows',
        cause: 'independent-members/production/postgresql',
        shows: ['nothing declared makes them follow, or promotes one of them when that is gone'],
      },
    ],
  },
  {
    id: 'C058',
    fault: 'PostgreSQL replicas have no location',
    certainty: 'certain',
    lines: [50, 183, [226, 227]],
    found: [
      {
        verdict: 'recovers/production/any-failure/postgresql-after-loss-of-a-region',
        unsaid: 'data',
        shows: ['nobody says where the follower of postgresql stands that is to be promoted'],
      },
    ],
  },
]
