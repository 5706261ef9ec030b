import type { Entry } from '../../findings/entry.ts'

export const mesh: readonly Entry[] = [
  {
    id: 'C080',
    fault: 'mTLS mode not stated',
    certainty: 'likely',
    lines: [[106, 115], 152],
    found: [
      {
        verdict: 'mutualTls/production/mtls',
        unsaid: 'mode',
        shows: ['nobody says whether service-mesh refuses what shows no certificate'],
      },
    ],
  },
  {
    id: 'C081',
    fault: 'NetworkPolicy has no CNI that enforces it',
    certainty: 'likely',
    lines: [148, 161, 176],
    found: [
      {
        verdict: 'enforces/production',
        unsaid: 'named',
        shows: [
          'nobody says which network plugin enforces policies in production',
          'production: NetworkPolicy enforcement',
        ],
      },
    ],
  },
  {
    id: 'C082',
    fault: 'no default-deny and no list of permitted flows',
    certainty: 'certain',
    lines: [112, 148, 309],
    found: [
      {
        verdict: 'onlyCalls/production',
        unsaid: 'unshown',
        shows: [
          'egress: nobody shows the policies that are said of 17 workloads (NetworkPolicy enforcement), and so which flows they let through',
        ],
      },
    ],
  },
  {
    id: 'C083',
    fault: 'two balancing algorithms for the same rule',
    certainty: 'interpretation',
    lines: [110],
    found: [
      {
        verdict: 'ready/bakhmach-business-hub/choices',
        rule: 'choice',
        cause: 'open-choice/balancing',
        shows: ['balancing is round-robin or least-requests, and the document says it is ready for production'],
      },
    ],
  },
  {
    id: 'C084',
    fault: 'circuit breaker described as failover and retry',
    certainty: 'interpretation',
    lines: [113, 115],
    found: [
      {
        verdict: 'meshed/production/service-mesh',
        unsaid: 'breaker',
        shows: ['calls in production: nobody says after how many failures a breaker opens'],
      },
    ],
  },
  {
    id: 'C085',
    fault: 'timeout and retries do not fit',
    certainty: 'likely',
    lines: [114, 115],
    found: [
      {
        verdict: 'retries/production/calls',
        unsaid: 'time',
        shows: ['nobody says how long one of 3 tries may take', 'takes the whole 30s'],
      },
    ],
  },
  {
    id: 'C086',
    fault: 'blanket retries on financial calls',
    certainty: 'likely',
    lines: [115, 10, 38],
    found: [
      {
        verdict: 'retries/production/calls',
        unsaid: 'twice',
        shows: ['tried 3 times at most, the first among them, and nobody says whether twice is as once'],
      },
    ],
  },
  {
    id: 'C087',
    fault: 'rollback threshold 100 times the error budget',
    certainty: 'likely',
    lines: [119, 182],
    found: [
      {
        verdict: 'canaries/production/automated-deployment/deploy',
        unsaid: 'budget',
        shows: ['10% of the requests × 5% of them that may fail = 0.5%, and 99.95% leaves 0.05%'],
      },
    ],
  },
  {
    id: 'C091',
    fault: 'canary has one fixed step and no duration',
    certainty: 'likely',
    lines: [[117, 119], 280],
    found: [
      {
        verdict: 'canaries/production/automated-deployment/deploy',
        unsaid: 'budget',
        shows: ['nobody says for how long and how often it does'],
      },
    ],
  },
  {
    id: 'C090',
    fault: 'no tool performs the automated canary rollback',
    certainty: 'certain',
    lines: [119, [280, 282]],
    found: [
      {
        verdict: 'canaries/production/automated-deployment/deploy',
        unsaid: 'taken',
        shows: ['more than 5% that fail take it back, and nobody says by what'],
      },
    ],
  },
]
