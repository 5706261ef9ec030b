// Disaster recovery: what comes back, how much of it is lost, and what takes over.

import type { Entry } from '../../findings/entry.ts'
import { byRule, unsaid } from '../../findings/found.ts'

const whole = 'recovers/prod/any-failure/prod'

export const recovery: readonly Entry[] = [
  {
    id: 'C01',
    fault: 'the state may lose three times what the platform promises to lose',
    certainty: 'certain',
    lines: [100, 103],
    found: [byRule(whole, 'row', 'beyond-target/state', 'state is promised to lose at most 15m, and 5m is the most')],
  },
  {
    id: 'C02',
    fault: 'nobody says when the state is back, which what recovers reads',
    certainty: 'certain',
    lines: [100, 104],
    found: [byRule(whole, 'row', 'beyond-target/state', 'nobody says when state is back, which is needed within 1h')],
  },
  {
    id: 'C03',
    fault: 'an hour is promised, and the parts that are listed come to twenty minutes',
    certainty: 'interpretation',
    lines: [98, 99, 104],
    found: [
      unsaid(
        whole,
        'open',
        'what is promised of its parts comes to 20m, one after the other; of the 1h 40m is left to what nobody lists',
        'postgresql: within 15m',
        'traffic: within 5m',
      ),
    ],
  },
  {
    id: 'C04',
    fault: 'Redis, Kafka and the cluster have no row, and the whole may lose five minutes',
    certainty: 'certain',
    lines: [21, [30, 32], [98, 100], 103],
    found: [
      ...['kafka', 'redis'].flatMap((store) => [
        byRule(
          `recovers/prod/any-failure/${store}-after-loss-of-a-region`,
          'ways',
          `one-region/prod/${store}`,
          `the rows of ${store} are lost for good, and at most 5m may be lost`,
        ),
        byRule(
          `outlives/prod/${store}`,
          'left',
          `one-region/prod/${store}`,
          `nothing of ${store} is in a second region`,
        ),
      ]),
    ],
  },
  {
    id: 'C05',
    fault: 'nothing is copied: what is wrong is replicated, and nobody can go back in time',
    certainty: 'certain',
    lines: [98, 100, 103],
    found: ['postgresql', 'state'].map((store) =>
      byRule(
        `recovers/prod/any-failure/${store}-after-corruption`,
        'ways',
        `no-copies/prod/${store}`,
        `the ${store === 'state' ? 'objects' : 'rows'} of ${store} are lost for good, and at most 5m may be lost`,
        'the replica in another region: lost: what is wrong is written there too',
      ),
    ),
  },
  {
    id: 'C11',
    fault: 'callers are led elsewhere after checks and a TTL that nobody says',
    certainty: 'certain',
    lines: [99],
    found: [
      unsaid(
        'recovers/prod/loss-of-a-region/traffic',
        'names',
        'traffic leads elsewhere after checks and TTL, ? × ? + ?',
        'the interval of checks, how many checks fail, the TTL, so 5m is not shown',
      ),
    ],
  },
  {
    id: 'C12',
    fault: 'nobody promotes the replica, leads its clients to it, or gives it a follower',
    certainty: 'certain',
    lines: [98],
    found: [
      byRule(
        'takes-over/prod/postgresql',
        'promoted',
        'nobody-promotes/prod/postgresql',
        'rds promotes none in another region by itself',
      ),
      byRule(
        'takes-over/prod/postgresql',
        'found',
        'nobody-leads/prod/postgresql',
        'no step leads clients to the promoted postgresql, which rds gives another name',
      ),
      unsaid('takes-over/prod/postgresql', 'followed', 'nobody says when the promoted postgresql has a follower again'),
      unsaid(
        'recovers/prod/loss-of-a-region/postgresql',
        'procedure',
        'no procedure says how postgresql comes back, and 15m is promised',
      ),
    ],
  },
  {
    id: 'C13',
    fault: 'the standby is warm, and nobody says how much of it stands or when it is all there',
    certainty: 'interpretation',
    lines: [58, 69, 104],
    found: [
      unsaid('takes-over/prod/dr', 'size', 'nobody says how much of dr stands by, and no step brings it to full size'),
    ],
  },
]
