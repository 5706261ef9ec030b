import type { Entry } from '../../findings/entry.ts'

export const scaling: readonly Entry[] = [
  {
    id: 'C140',
    fault: 'HPA and VPA act on the same metrics',
    certainty: 'certain',
    lines: [190, 199],
    found: [
      {
        verdict: 'scales/production/slon-finance',
        rule: 'oneHand',
        cause: 'two-autoscalers/production/slon-finance',
        shows: [
          'divides by the requests of cpu and memory that VerticalPodAutoscaler slon-finance changes (Auto): each answers the other',
        ],
      },
    ],
  },
  {
    id: 'C144',
    fault: 'cooldown of 2 minutes has no HPA setting and is inside the 5 minutes',
    certainty: 'likely',
    lines: [[193, 195]],
    found: [
      {
        verdict: 'autoscaling/production/api-gateway',
        rule: 'cooldown',
        cause: 'no-cooldown/production/api-gateway',
        shows: ['2m between two changes are said, and an autoscaler has no such setting'],
      },
    ],
  },
  {
    id: 'C150',
    fault: 'no minimum and no zones for the node autoscaler',
    certainty: 'interpretation',
    lines: [[202, 206], 176],
    found: [
      {
        verdict: 'node-scaling/production',
        unsaid: 'bounds',
        shows: ['production has 50 nodes at most, and nobody says how few it leaves, or of which pools'],
      },
    ],
  },
]
