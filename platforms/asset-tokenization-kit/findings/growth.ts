import type { Entry } from '../../findings/entry.ts'
import { assumed, byRule, unsaid } from '../../findings/found.ts'

export const growth: readonly Entry[] = [
  {
    id: 'C288',
    fault: 'throughput target not met, unlike the others, and not marked',
    certainty: 'certain',
    lines: [828],
    found: [
      byRule(
        'throughput/production/api-backend',
        'now',
        'carried-now/production/api-backend',
        '8000/min are carried now, and 10000/min are promised',
      ),
    ],
  },
  {
    id: 'C290',
    fault: 'compute: 3 months lead time reach 86%',
    certainty: 'certain',
    lines: [736, 845],
    found: [
      byRule(
        'forecasts/asset-tokenization-kit/compute',
        'alarm',
        'ordered-late/compute',
        'ordered on 2026-11-21: there on 2027-02-21, when 86.4% is used, more than that at which it fires',
      ),
    ],
  },
  {
    id: 'C292',
    fault: '25% budget for 20% monthly growth',
    certainty: 'likely',
    lines: [835, 845],
    found: [
      unsaid(
        'forecasts/asset-tokenization-kit/compute',
        'budget',
        '25% more may be spent, and nobody says in how long: at one price for each it is spent on',
      ),
    ],
  },
  {
    id: 'C293',
    fault: '15% budget for 50% quarterly storage growth',
    certainty: 'likely',
    lines: [838, 846],
    found: [
      unsaid(
        'forecasts/asset-tokenization-kit/storage',
        'budget',
        '15% more may be spent, and nobody says in how long: at one price for each it is spent on',
      ),
    ],
  },
  {
    id: 'C294',
    fault: '10% budget for 30% monthly network growth',
    certainty: 'interpretation',
    lines: [847],
    found: [
      unsaid(
        'forecasts/asset-tokenization-kit/network',
        'budget',
        '10% more may be spent, and nobody says in how long: at one price for each it is spent on',
      ),
    ],
  },
  {
    id: 'C297',
    fault: '“Current Capacity” lists use, not capacity',
    certainty: 'likely',
    lines: [[843, 848]],
    found: [unsaid('forecasts/asset-tokenization-kit/network', 'unsaid', 'nobody says how much there is room for')],
  },
  {
    id: 'C298',
    fault: 'database growth with no limit or volume size',
    certainty: 'likely',
    lines: [211, [837, 838], 848],
    found: [
      unsaid(
        'forecasts/asset-tokenization-kit/database',
        'volume',
        'nobody says how large the volume of database is: 500G, counted from 2026-11-21, are 1.22T',
      ),
    ],
  },
  {
    id: 'C302',
    fault: 'actual availability measured without period',
    certainty: 'interpretation',
    lines: [829],
    found: [
      assumed(
        'availability/production/performance-targets/budget',
        'measured/availability/production',
        'production stays as available as it was measured',
      ),
    ],
    stays: 'what was measured once says nothing of tomorrow',
  },
]
