import type { Entry } from '../../findings/entry.ts'

export const monitoring: readonly Entry[] = [
  {
    id: 'C168',
    fault: '50 million series in one Prometheus',
    certainty: 'likely',
    lines: [[237, 240]],
    found: [
      {
        verdict: 'holds-series/bakhmach-business-hub/prometheus',
        unsaid: 'memory',
        shows: ['prometheus needs 34.09Gi to 162.47Gi of memory, and nobody says how much it has'],
      },
      {
        verdict: 'holds-series/bakhmach-business-hub/prometheus',
        unsaid: 'disk',
        shows: [
          'prometheus needs 1.96Ti to 3.93Ti of disk, and nobody says how much it has',
          '50M series / 30s = 1.67M',
        ],
      },
    ],
  },
  {
    id: 'C170',
    fault: 'metrics kept 15 days cannot prove a monthly or yearly SLA',
    certainty: 'certain',
    lines: [182, 239],
    found: [
      {
        verdict: 'covered/production/monitoring',
        unsaid: 'window',
        shows: ['prometheus keeps what it gathers for 15d, and a share of 30d'],
      },
    ],
  },
  {
    id: 'C172',
    fault: 'no alerting',
    certainty: 'certain',
    lines: [[235, 261], 229, 312],
    found: [
      {
        verdict: 'covered/production/monitoring',
        unsaid: 'alerted',
        shows: ['no alert is declared that looks at production: nobody is told when the promise is broken'],
      },
    ],
  },
  {
    id: 'C174',
    fault: 'the metrics needed to keep RPO and RTO are not collected',
    certainty: 'certain',
    lines: [[242, 249], 213],
    found: [
      {
        verdict: 'watched/production/loss',
        unsaid: 'loss',
        shows: [
          '5m may be lost, and nobody says what shows that it would be more: of the 7 metrics that are gathered, none is said to show how far followers are behind or how old the last copy is',
        ],
      },
    ],
  },
  {
    id: 'C175',
    fault: 'metrics per context not attributable on shared components',
    certainty: 'interpretation',
    lines: [
      [242, 248],
      [35, 36],
    ],
    found: [
      {
        verdict: 'collects/production/prometheus',
        unsaid: 'exposed',
        shows: ['nobody says what exposes database-connection-pool'],
      },
      { verdict: 'collects/production/prometheus', unsaid: 'exposed', shows: ['message-queue-depth'] },
    ],
  },
  {
    id: 'C177',
    fault: 'monitoring has no redundancy and shares the fate of the cluster',
    certainty: 'likely',
    lines: [23, 237, 225],
    found: [
      {
        verdict: 'replicas/production/prometheus',
        unsaid: 'unsaid',
        shows: ['nobody says how many pods prometheus has'],
      },
    ],
  },
  {
    id: 'C178',
    fault: 'log retention ambiguous: 90 or 120 days',
    certainty: 'interpretation',
    lines: [254],
    found: [
      {
        verdict: 'gathered/bakhmach-business-hub/elk',
        unsaid: 'counted',
        shows: ['nobody says from when the tiers count: kept for 90d or for 120d in all'],
      },
    ],
  },
  {
    id: 'C182',
    fault: '5 % head sampling cannot give 100 % on errors',
    certainty: 'likely',
    lines: [259],
    found: [
      {
        verdict: 'gathered/bakhmach-business-hub/jaeger',
        unsaid: 'decided',
        shows: ['jaeger is to keep 100% of errors and 5% of the rest; nobody says when it decides'],
      },
    ],
  },
]
