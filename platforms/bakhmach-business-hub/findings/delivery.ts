import type { Entry } from '../../findings/entry.ts'

export const delivery: readonly Entry[] = [
  {
    id: 'C186',
    fault: 'staging is not a gate',
    certainty: 'certain',
    lines: [268, [276, 280], 288],
    found: [
      {
        verdict: 'released/production/major upgrades',
        rule: 'validated',
        cause: 'not-through/staging',
        shows: ['major upgrades are to be tried in staging, and no way to production leads through it'],
      },
    ],
  },
]
