import type { Entry } from '../../findings/entry.ts'

export const cache: readonly Entry[] = [
  {
    id: 'C062',
    fault: 'audit trails kept in a store that evicts any key',
    certainty: 'certain',
    lines: [68, 71],
    found: [
      {
        verdict: 'keeps-content/production/redis',
        rule: 'stays',
        cause: 'evicted/production/redis',
        shows: ['audit-trails is written here first, and allkeys-lru drops any key when memory is full'],
      },
    ],
  },
  {
    id: 'C064',
    fault: 'no persistence stated for Redis',
    certainty: 'certain',
    lines: [[65, 71]],
    found: [
      {
        verdict: 'recovers/production/any-failure/redis-after-corruption',
        rule: 'data',
        cause: 'one-copy/production/redis',
        shows: ['the rows of redis are lost for good', 'copies: none are taken'],
      },
    ],
  },
  {
    id: 'C065',
    fault: 'asynchronous replication loses acknowledged audit events',
    certainty: 'likely',
    lines: [66, 71],
    found: [
      {
        verdict: 'keeps-content/production/redis',
        rule: 'answered',
        cause: 'answered-too-early/production/redis',
        shows: ['redis answers before its followers have a write: a member that takes over may lack it'],
      },
    ],
  },
  {
    id: 'C067',
    fault: 'cache shared by all contexts without separation',
    certainty: 'likely',
    lines: [[65, 71], 7],
    found: [
      {
        verdict: 'tenancy/bakhmach-business-hub',
        unsaid: 'together',
        shows: ['nobody says how redis of production and secondary keeps apart what contexts have in it'],
      },
    ],
  },
]
