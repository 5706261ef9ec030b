import type { Named } from '../../../findings/entry.ts'

export const environments: readonly Named[] = [
  {
    id: 'C120',
    fault: 'shared development also serves “Feature branches”',
    certainty: 'interpretation',
    lines: [417, 419],
    why: 'two environments may take the same branches',
  },
  {
    id: 'C127',
    fault: 'DR’s service level is an RTO, the others’ an uptime; RPO is absent',
    certainty: 'likely',
    lines: [[478, 486], 793],
    why: 'each service level is a promise of its own kind; a column that mixes them is a matter of the table',
  },
  {
    id: 'C132',
    fault: 'three production-size environments, no cost or capacity for them',
    certainty: 'interpretation',
    lines: [
      [484, 486],
      [843, 848],
    ],
    why: 'money is not declared',
  },
  {
    id: 'C133',
    fault: 'load testing in staging on a data subset',
    certainty: 'interpretation',
    lines: [243, 423, 483],
    why: 'how many rows a test of load needs is not declared',
  },
  {
    id: 'C134',
    fault: 'staging’s purpose differs',
    certainty: 'interpretation',
    lines: [338, 423, 483],
    why: 'what an environment is for is one word, and tests are declared of stages',
  },
  {
    id: 'C135',
    fault: 'feature flags and secrets in “Environment Variables”',
    certainty: 'interpretation',
    lines: [435],
    why: 'what a secret is handed over by is not declared',
  },
]
