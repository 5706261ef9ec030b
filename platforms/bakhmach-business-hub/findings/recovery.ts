import type { Entry } from '../../findings/entry.ts'
import { unsaid } from '../../findings/found.ts'

export const recovery: readonly Entry[] = [
  {
    id: 'C152',
    fault: 'frequency: Every 6 hours has no subject',
    certainty: 'certain',
    lines: [[217, 220]],
    found: [
      {
        verdict: 'figure/production/mongodb-time-between-backups',
        rule: 'counted',
        cause: 'figure/production/mongodb-time-between-backups',
        shows: ['1h, and 6h is stated'],
      },
    ],
  },
  {
    id: 'C154',
    fault: 'logical corruption and deletion have no recovery',
    certainty: 'certain',
    lines: [218, [224, 230]],
    found: [
      {
        verdict: 'recovers/production/any-failure/postgresql',
        unsaid: 'unprepared',
        shows: ['no procedure says how postgresql comes back from wrong rows, and 15m is promised'],
      },
    ],
  },
  {
    id: 'C156',
    fault: 'real-time storage replication to another region is not backed',
    certainty: 'likely',
    lines: [218],
    found: [
      {
        verdict: 'recovers/production/any-failure/s3-after-loss-of-a-region',
        unsaid: 'beside',
        shows: ['nobody says what lies in s3 beside copies of postgresql'],
      },
    ],
  },
  {
    id: 'C163',
    fault: 'failure kinds without an answer',
    certainty: 'certain',
    lines: [[224, 230]],
    found: [
      {
        verdict: 'recovers/production/any-failure/postgresql',
        unsaid: 'unprepared',
        shows: ['no procedure says how postgresql comes back from wrong rows, and 15m is promised'],
      },
    ],
  },
  {
    id: 'C164',
    fault: 'broker without durability, backup or recovery',
    certainty: 'certain',
    lines: [25, [99, 100], [216, 221]],
    found: [
      {
        verdict: 'recovers/production/any-failure/message-queue-after-corruption',
        rule: 'ways',
        cause: 'no-copies/production/message-queue',
        shows: ['the rows of message-queue are lost for good'],
      },
      {
        verdict: 'recovers/production/any-failure/message-queue-after-loss-of-a-region',
        rule: 'ways',
        cause: 'one-region/production/message-queue',
        shows: ['copies: none are said to be taken, and no replication is'],
      },
    ],
  },
  {
    id: 'C165',
    fault: 'Elasticsearch without nodes, storage or snapshots',
    certainty: 'certain',
    lines: [24, [251, 255]],
    found: [
      {
        verdict: 'replicas/production/elk',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods elk has'],
      },
    ],
  },
  {
    id: 'C158',
    fault: 'promotion comes before anyone or anything confirms the failure',
    certainty: 'likely',
    lines: [[225, 229]],
    found: [
      unsaid(
        'scenarios/production/failover',
        'decided',
        'nobody declares the loss of the region before promote replica',
      ),
    ],
  },
  {
    id: 'C159',
    fault: 'traffic is moved before health is verified',
    certainty: 'likely',
    lines: [[227, 228]],
    found: [
      unsaid(
        'scenarios/production/failover',
        'tried',
        'DNS failover leads callers to what promote replica brought before verify service health looks at it',
      ),
    ],
  },
]
