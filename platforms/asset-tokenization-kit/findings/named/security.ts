import type { Named } from '../../../findings/entry.ts'

export const security: readonly Named[] = [
  {
    id: 'C240',
    fault: 'HIPAA “Optional compliance”',
    certainty: 'likely',
    lines: [659, 762, 773],
    why: 'optional is taken as a claim of nothing',
  },
  {
    id: 'C241',
    fault: 'controls claim standards that are “In progress” or “Planned”',
    certainty: 'likely',
    lines: [657, 759, [769, 770]],
    why: 'a control may be for a standard that is not met yet',
  },
  {
    id: 'C247',
    fault: 'breach escalates past CISO and security team',
    certainty: 'likely',
    lines: [749, 781],
    why: 'who is told by an alert and who is told of an event are not held against each other',
  },
  {
    id: 'C253',
    fault: 'no dual control for token operations',
    certainty: 'likely',
    lines: [51, 812],
    why: 'who agrees to what the platform does for its users is not declared',
  },
]
