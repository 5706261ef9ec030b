// What is left open, and what is said of a part only.

import type { Entry } from '../../findings/entry.ts'
import {
  decided,
  ledgerShowsItself,
  reasonForPublic,
  rolledOneByOne,
  stepsInOrder,
  strictMesh,
} from '../corrections.ts'

export const choices: readonly Entry[] = [
  {
    id: 'C06',
    fault: 'the mesh cannot encrypt what it calls outside of it',
    certainty: 'interpretation',
    lines: [43, 49],
    found: [
      {
        verdict: 'mutualTls/production/mtls',
        unsaid: 'crossing',
        shows: [
          'custody-orchestration calls blockchain, which stands outside the cluster',
          'no certificate of the mesh reaches there, and nobody says which TLS the call has of its own',
        ],
      },
    ],
    by: [ledgerShowsItself],
    beside: [strictMesh],
    ends: { 'mutualTls/production/mtls': 'kept' },
  },
  {
    id: 'C07',
    fault: 'seven either/or choices are open',
    certainty: 'certain',
    lines: [[42, 45], 51, 55, 57],
    found: [
      {
        advice: 'undecided/projectx',
        shows: [
          '7 choices are open on 2026-11-21: 3 × 2 × 2 × 2 × 3 × 2 × 2 = 288 platforms are meant at once',
          'agency-connectivity: vpn, dedicated or public',
          'broker: kafka broker or rabbitmq broker',
          'kubernetes-service: aks, eks or gke',
        ],
      },
      { open: 'blockchain-hosting', shows: ['kubernetes, bare-metal'] },
      { open: 'infrastructure as code', shows: ['terraform, ansible'] },
      { open: 'logging-stack', shows: ['elk, opensearch'] },
      { open: 'warehouse', shows: ['snowflake, bigquery'] },
    ],
    by: [decided],
    ends: { 'coded/projectx/runbooks': 'kept', 'privateLinks/production/links': 'kept' },
  },
  {
    id: 'C08',
    fault: 'private links only where possible, and nothing for where they are not',
    certainty: 'certain',
    lines: [51],
    found: [
      {
        verdict: 'privateLinks/production/links',
        rule: 'link',
        cause: 'public-link/production/government-agencies',
        shows: ['government-agencies is reached by a public way, and nobody says why'],
      },
    ],
    by: [reasonForPublic],
    ends: { 'privateLinks/production/links': 'kept' },
  },
  {
    id: 'C09',
    fault: 'zero downtime is said of one layer only',
    certainty: 'interpretation',
    lines: [11, 42],
    found: [
      {
        advice: 'changed-otherwise/production',
        shows: [
          'nothing is to be missed while billing, compliance-gateway, custody-orchestration and 2 more are changed',
          'postgres: billing calls it',
          'api-gateway: calls billing',
        ],
      },
    ],
    by: [rolledOneByOne],
  },
  {
    id: 'C10',
    fault: 'runbooks are applied as what is to be, and not step by step',
    certainty: 'interpretation',
    lines: [57],
    found: [
      {
        verdict: 'coded/projectx/runbooks',
        rule: 'steps',
        cause: 'no-steps/terraform',
        shows: ['it cannot wait, ask or decide between two steps of a procedure'],
      },
    ],
    by: [stepsInOrder],
    ends: { 'coded/projectx/runbooks': 'kept' },
  },
]
