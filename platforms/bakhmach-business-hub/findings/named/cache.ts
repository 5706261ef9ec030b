import type { Named } from '../../../findings/entry.ts'

export const cache: readonly Named[] = [
  {
    id: 'C063',
    fault: 'TTL of at most 24 hours on the store of audit trails',
    certainty: 'likely',
    lines: [69, 71],
    why: 'the time to live is not said of the trails by name',
  },
  {
    id: 'C066',
    fault: '128GB distributed does not say usable or raw',
    certainty: 'likely',
    lines: [66, 67],
    why: 'an amount for all members together is not told apart from what is usable',
  },
  {
    id: 'C068',
    fault: 'Pub/Sub for notifications loses messages',
    certainty: 'interpretation',
    lines: [70],
    why: 'whether a notification may be lost is not promised',
  },
  {
    id: 'C069',
    fault: 'three overlapping event systems',
    certainty: 'likely',
    lines: [25, [70, 71], 304, 310],
    why: 'what goes over which of them is not said',
  },
]
