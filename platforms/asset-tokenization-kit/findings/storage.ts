import type { Entry } from '../../findings/entry.ts'
import { byRule, unsaid } from '../../findings/found.ts'

export const storage: readonly Entry[] = [
  {
    id: 'C187',
    fault: 'application logs in a time-series database or in Elasticsearch',
    certainty: 'certain',
    lines: [641, 683],
    found: [
      byRule(
        'gathers/asset-tokenization-kit/log-collection',
        'same',
        'keptIn/log-collection',
        'store of log-collection: search-index, and time-series is promised',
      ),
    ],
  },
  {
    id: 'C190',
    fault: 'shared volumes: daily snapshots against RPO 15 minutes',
    certainty: 'certain',
    lines: [649, 793],
    found: [
      byRule(
        'recovers/production/any-failure/shared-volumes-after-corruption',
        'ways',
        'copies-too-far-apart/production/shared-volumes',
        'but for more than 24h, and at most 15m may be lost',
      ),
    ],
  },
  {
    id: 'C191',
    fault: 'cache snapshots hourly against RPO 15 minutes',
    certainty: 'certain',
    lines: [640, 650, 793],
    found: [
      byRule(
        'recovers/production/any-failure/cache-after-corruption',
        'data',
        'copies-too-far-apart/production/cache',
        'the rows of cache come back from cache-backup, but for more than 1h, and at most 15m may be lost',
      ),
    ],
  },
  {
    id: 'C193',
    fault: 'one storage class of “Memory + SSD”',
    certainty: 'likely',
    lines: [650],
    found: [
      unsaid(
        'storage-classes/kubernetes/memory-and-ssd',
        'memory',
        'said to lie on memory and SSDs: nobody says on which of them a claim lies',
      ),
    ],
  },
  {
    id: 'C192',
    fault: 'logs: daily backup against audit and RPO',
    certainty: 'likely',
    lines: [651, 660, 793],
    found: [
      byRule(
        'recovers/production/any-failure/log-volumes-after-corruption',
        'ways',
        'copies-too-far-apart/production/log-volumes',
        'but for more than 24h, and at most 15m may be lost',
      ),
    ],
  },
  {
    id: 'C194',
    fault: 'RPO 15 minutes without an archive interval',
    certainty: 'interpretation',
    lines: [638, 648, 793],
    found: [
      unsaid(
        'recovers/production/any-failure/database-after-loss-of-a-region',
        'data',
        'the rows of database come back, if continuous is left, but for a time that nobody says',
      ),
    ],
  },
  {
    id: 'C197',
    fault: '“Compliance retention” without a figure',
    certainty: 'certain',
    lines: [642],
    found: [
      {
        verdict: 'retains/production/compliance/database',
        unsaid: 'required',
        shows: ['copies of database are to be kept as long as is required, and nobody says how long that is'],
      },
    ],
  },
  {
    id: 'C202',
    fault: 'data residency against global copies',
    certainty: 'likely',
    lines: [36, 639, 661, 793],
    found: [
      unsaid('resides/asset-tokenization-kit/personal', 'unsaid', 'nobody says in which regions personal data may lie'),
    ],
  },
  {
    id: 'C203',
    fault: '“local regulations” unnamed, and no financial regulation at all',
    certainty: 'certain',
    lines: [661, [765, 773]],
    found: [
      unsaid(
        'fulfilled/asset-tokenization-kit/data residency',
        'unsaid',
        'data residency is for local regulations, and nobody says how the platform stands to it',
      ),
    ],
  },
  {
    id: 'C204',
    fault: 'key rotation and verification stand under “Audit Requirements”; key management is missing',
    certainty: 'interpretation',
    lines: [657, 659],
    found: [unsaid('rotates/asset-tokenization-kit/keys', 'none', 'no keys of asset-tokenization-kit are declared')],
  },
  {
    id: 'C209',
    fault: 'backup restore never verified against a figure',
    certainty: 'interpretation',
    lines: [659, 793],
    found: [
      unsaid(
        'recovers/production/any-failure/data',
        'tested',
        'nobody says where the data of production is rehearsed every week',
      ),
    ],
  },
  {
    id: 'C199',
    fault: 'immutable backups against erasure',
    certainty: 'certain',
    lines: [642, 651, 659, 771],
    found: [
      unsaid(
        'complies/asset-tokenization-kit/GDPR',
        'erased',
        'what was erased from database is in its copies still, and nobody says what becomes of it there',
        'nobody can delete: continuous, snapshots',
        'they stay: for up to 395d',
      ),
    ],
  },
  {
    id: 'C200',
    fault: 'erasure against the blockchain',
    certainty: 'certain',
    lines: [66, 771],
    found: [
      unsaid(
        'complies/asset-tokenization-kit/GDPR',
        'written',
        'nothing that is written to blockchain ever is: nobody says whether persons are in transactions',
      ),
    ],
  },
]
