// What the difference is, in a few matters: which reason of which verdict tells it, as written and as amended.

import type { Chapter } from '../../scripts/story.ts'

export const story: readonly Chapter[] = [
  {
    when: 'a node dies',
    asWritten: ['survives/mainnet/loss-of-a-node/postgres', 'candidate'],
    amended: ['survives/mainnet/loss-of-a-node/postgres', 'data'],
  },
]
