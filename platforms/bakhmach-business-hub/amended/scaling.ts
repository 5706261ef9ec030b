// The scaling strategy, as autoscalers can do it: two changes are kept apart by what may come or go in a time, and who
// scales by the share of what is requested has no second hand that changes the requests.

import type { Resizing, Scaling } from 'seaworthy'
import { says } from '../as-written/says.ts'

const strategy = (...lines: readonly (number | readonly [number, number])[]) => says('Scaling Strategy', ...lines)
const environment = (line: number) => says('Deployment Environments', line)

const horizontal = {
  to: 10,
  up: { window: '30s', pods: 2, every: '2m' },
  down: { window: '5m', pods: 1, every: '2m' },
  stated: strategy([191, 195]),
} as const

export const stagingScaling: Scaling = {
  ...horizontal,
  from: 2,
  on: [
    { cpu: '70%', stated: environment(173) },
    { memory: '80%', stated: strategy(190) },
  ],
}

export const productionScaling: Scaling = {
  ...horizontal,
  from: 3,
  on: [
    { cpu: '60%', stated: environment(181) },
    { memory: '70%', stated: environment(181) },
  ],
}

const watched = { history: '24h', evaluates: 'week', stated: strategy([198, 200]) } as const

/** Of what an autoscaler counts: somebody looks at what is recommended, and changes it here. */
export const advising: Resizing = { mode: 'Off', ...watched }

/** Of what nothing else scales. */
export const resizing: Resizing = { mode: 'Auto', ...watched }
