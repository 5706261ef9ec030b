// The schema of what scales a workload, and of what resizes it.

import type { Scaling } from '../model.ts'
import {
  cadence,
  count,
  cpu,
  duration,
  either,
  noun,
  oneOf,
  percent,
  rate,
  record,
  set,
  size,
  stated,
} from '../schema.ts'
import type { Say } from '../validate.ts'
import { open } from './rules.ts'

const step = record("a step such as { pods: 2, every: '30s' }", {
  pods: either(count(1), percent),
  every: duration,
  window: duration,
  stated,
})

const steps = { from: count(0), to: count(0), up: step, down: step } as const

const metric = record("a metric such as { cpu: '70%' } or { metric: requests, target: '1000/min' }", {
  cpu: either(percent, cpu),
  memory: either(percent, size),
  metric: noun('metric'),
  target: either(percent, rate, duration, size, count(0)),
  ...steps,
  stated,
})

export const scales = record("an autoscaler such as { from: 2, to: 10, on: [{ cpu: '70%' }] }", {
  ...steps,
  on: set(either(oneOf('cpu', 'memory'), noun('metric'), metric), 1),
  cooldown: duration,
  by: oneOf('hpa', 'keda'),
  asks: noun('component'),
  stated,
})

export const resizes = record("what sets requests, such as { mode: 'Auto' }", {
  mode: oneOf('Auto', 'Recreate', 'Initial', 'Off', 'InPlaceOrRecreate'),
  of: set(oneOf('cpu', 'memory'), 1),
  history: duration,
  evaluates: cadence,
  stated,
})

/** Each entry is about one metric; KEDA asks somebody for all but CPU and memory. */
export function checkScales(scaling: Scaling | undefined, path: string, say: Say): void {
  if (!scaling || open(scaling) || open(scaling.on)) return
  const named = scaling.on?.map((one, index) => {
    if (typeof one === 'string' || open(one)) return false
    if ('is' in one) return true
    const said = [one.cpu, one.memory, one.metric].filter((value) => value !== undefined)
    if (said.length !== 1)
      say({
        path: `${path}.on[${index}]`,
        found: said.length === 0 ? 'none of them' : `${said.length} of them`,
        allowed: 'exactly one of cpu, memory and metric',
      })
    if (one.target !== undefined && one.metric === undefined)
      say({
        path: `${path}.on[${index}].target`,
        found: 'a target',
        allowed: 'nothing (cpu and memory say it themselves)',
      })
    return one.metric !== undefined
  })
  if (scaling.by === 'keda' && scaling.asks === undefined && named?.some(Boolean))
    say({ path: `${path}.asks`, found: 'nothing', allowed: 'the component that KEDA asks for its metrics' })
}
