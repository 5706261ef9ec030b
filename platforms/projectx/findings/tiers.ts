// Several regions, and an environment that mirrors another.

import type { Entry, FoundByRule } from '../../findings/entry.ts'
import { allowedDifferences, standsApart, toldApart, twoRegions } from '../corrections.ts'

const stores = ['broker', 'documents', 'postgres', 'warehouse']

const inOneRegion = (store: string): FoundByRule => ({
  verdict: `outlives/production/${store}`,
  rule: 'left',
  cause: `one-region/production/${store}`,
  shows: [`nothing of ${store} is in a second region`],
})

export const tiers: readonly Entry[] = [
  {
    id: 'C02',
    fault: 'several regions are promised, and nothing gives them',
    certainty: 'certain',
    lines: [11, 44, 45, 59],
    found: [
      {
        verdict: 'spans/production',
        rule: 'regions',
        cause: 'spans/production/regions',
        shows: ['several are promised, and there are none that is named', 'so there are at most 1'],
      },
      ...stores.map(inOneRegion),
    ],
    by: [twoRegions],
    ends: {
      'spans/production': 'kept',
      ...Object.fromEntries(stores.map((store) => [`outlives/production/${store}`, 'kept'] as const)),
    },
  },
  {
    id: 'C03',
    fault: 'one stack watches all environments, against their isolation',
    certainty: 'interpretation',
    lines: [11, 50, 55],
    found: [
      {
        verdict: 'overlooks/projectx/observability',
        unsaid: 'apart',
        shows: [
          'one observability for dev, production, staging',
          'nobody says how what comes from one is told from the rest, or who may read it',
        ],
      },
    ],
    by: [toldApart],
    beside: [standsApart],
    ends: { 'overlooks/projectx/observability': 'kept' },
  },
  {
    id: 'C04',
    fault: 'Staging mirrors Production, and the means for it are not given',
    certainty: 'certain',
    lines: [10, 11, 43, 50],
    found: [
      {
        verdict: 'mirrors/staging/production',
        rule: 'topology',
        cause: 'mirrors/staging/production/regions',
        shows: ['production is promised several regions; of staging there are 1'],
      },
    ],
    by: [allowedDifferences],
    ends: { 'mirrors/staging/production': 'kept' },
  },
]
