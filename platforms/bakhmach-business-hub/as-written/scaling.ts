// Scaling strategy, and what single environments say of it: at what they scale is theirs.

import type { Resizing, Scaling } from 'seaworthy'
import { says } from './says.ts'

const strategy = (...lines: readonly (number | readonly [number, number])[]) => says('Scaling Strategy', ...lines)
const environment = (line: number) => says('Deployment Environments', line)

const horizontal = {
  from: 2,
  to: 10,
  up: { window: '30s' },
  down: { window: '5m' },
  cooldown: '2m',
  stated: strategy([191, 195]),
} as const

// The row of staging names the processor and does not say that it is all: of memory the strategy holds.
export const stagingScaling: Scaling = {
  ...horizontal,
  on: [
    { cpu: '70%', stated: environment(173) },
    { memory: '80%', stated: strategy(190) },
  ],
}

export const productionScaling: Scaling = {
  ...horizontal,
  on: [
    { cpu: '60%', stated: environment(181) },
    { memory: '70%', stated: environment(181) },
  ],
}

export const targets: Scaling = { on: [{ cpu: '70%' }, { memory: '80%' }] }
export const targetsStated = strategy(190)

export const vertical: Resizing = { mode: 'Auto', history: '24h', evaluates: 'week', stated: strategy([198, 200]) }

export const nodeScaling = {
  utilization: '70%',
  most: 50,
  adds: { from: '1m', to: '2m' },
  removes: '10m',
  stated: strategy([203, 206]),
} as const
