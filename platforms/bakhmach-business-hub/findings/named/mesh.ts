import type { Named } from '../../../findings/entry.ts'

export const mesh: readonly Named[] = [
  {
    id: 'C079',
    fault: 'network policies listed as mesh configuration',
    certainty: 'likely',
    lines: [112, 148],
    why: 'which of two objects a policy is made of is not declared apart',
  },
  {
    id: 'C088',
    fault: 'population of the 5 % error rate not defined',
    certainty: 'interpretation',
    lines: [[118, 119]],
    why: 'of which requests a share is taken is not declared apart',
  },
  {
    id: 'C089',
    fault: 'error rate counts client errors',
    certainty: 'interpretation',
    lines: [119, 244],
    why: 'which answers count as errors is not declared apart',
  },
]
