import type { Named } from '../../../findings/entry.ts'

export const environments: readonly Named[] = [
  {
    id: 'C125',
    fault: 'HPA minimum of 2 against one replica in development',
    certainty: 'interpretation',
    lines: [162, 191],
    why: 'an autoscaler is transcribed where the environment says one',
  },
  {
    id: 'C130',
    fault: '99.95 % without budget for the described serial chain',
    certainty: 'likely',
    lines: [[80, 100], 182],
    why: 'how often each part fails is not said, and no share is multiplied without it',
  },
  {
    id: 'C135',
    fault: 'no maintenance windows although upgrades are planned',
    certainty: 'interpretation',
    lines: [182, 288],
    why: 'how long an upgrade is away is not said',
  },
  {
    id: 'C136',
    fault: 'TTL means different things',
    certainty: 'interpretation',
    lines: [69, 164, 171, 179],
    why: 'what a word is to mean is not in what it is declared by',
  },
  {
    id: 'C137',
    fault: 'staging is torn down after 30 days yet must validate and back up',
    certainty: 'interpretation',
    lines: [[171, 172], 288],
    why: 'whether staging is there when it is needed is not said by a time to live',
  },
  {
    id: 'C138',
    fault: 'development cannot hold the described system',
    certainty: 'interpretation',
    lines: [[161, 163], [66, 67], 57, 50],
    why: 'what of the system development runs, and how large, is not said: one of each service, and minimal',
  },
]
