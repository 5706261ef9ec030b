// What an autoscaler has one of, against what is said: one pair of bounds, one list of steps, and no time between changes.

import type { FactOf } from '../../estate/estate.ts'
import type { ScaledStep } from '../../estate/scaling.ts'
import { type AnyPart, part } from '../define.ts'
import { saySeconds } from '../figure/amount.ts'
import type { Truth, Words } from '../verdict.ts'

export type Scales = FactOf<'scales'>

export type SettingParts = {
  bounds: { readonly min: number; readonly max: number; readonly rows: readonly (readonly [string, string])[] }
  steps: {
    readonly way: 'up' | 'down'
    readonly steps: readonly string[]
    readonly rows: readonly (readonly [string, string])[]
  }
  cooldown: { readonly time: string; readonly byKeda: boolean }
}

export interface Bounds {
  readonly min: number
  readonly max: number
}

export function boundParts(fact: Scales, { min, max }: Bounds, cause: string): readonly AnyPart<SettingParts>[] {
  const said = fact.metrics.filter((metric) => metric.min !== undefined || metric.max !== undefined)
  if (said.length === 0) return []
  const others = said.filter((metric) => (metric.min ?? min) !== min || (metric.max ?? max) !== max)
  const rows = said.map((metric) => [metric.name, `${metric.min ?? min} to ${metric.max ?? max} pods`] as const)
  return [
    part(
      'bounds',
      others.length === 0,
      { min, max, rows },
      {
        at: { source: fact.source, path: ['scales', 'on'] },
        cause,
        hint: 'one pair of bounds, or a workload for each metric',
        stated: others.map(({ stated }) => stated),
      },
    ),
  ]
}

export function stepParts(fact: Scales, way: 'up' | 'down', cause: string): readonly AnyPart<SettingParts>[] {
  const said = fact.metrics.flatMap((metric) => {
    const step = sayStep(metric[way])
    return step === undefined ? [] : [{ metric, step }]
  })
  if (said.length === 0) return []
  const steps = [...new Set(said.map(({ step }) => step))]
  return [
    part(
      'steps',
      steps.length === 1,
      { way, steps, rows: said.map(({ metric, step }) => [metric.name, step] as const) },
      {
        at: { source: fact.source, path: ['scales', 'on'] },
        cause: `${cause}/${way}`,
        hint: 'one step for all',
        stated: said.map(({ metric }) => metric.stated),
      },
    ),
  ]
}

function sayStep(step: ScaledStep | undefined): string | undefined {
  if (step?.pods === undefined || step.everySeconds === undefined) return undefined
  const pods = typeof step.pods === 'number' ? `${step.pods} ${step.pods === 1 ? 'pod' : 'pods'}` : step.pods
  return `${pods} every ${step.everySeconds}s`
}

// Source: k8s.io/api@v0.36.3 autoscaling/v2/types.go (HPAScalingRules); keda.sh/docs/2.21/reference/scaledobject-spec: the
// cooldown period only applies when scaling to zero.
export function cooldownParts(fact: Scales, cause: string): readonly AnyPart<SettingParts>[] {
  const { cooldownSeconds, byKeda = false } = fact
  if (cooldownSeconds === undefined) return []
  return [
    part(
      'cooldown',
      false,
      { time: saySeconds(cooldownSeconds), byKeda },
      {
        at: { source: fact.source, path: ['scales', 'cooldown'] },
        cause,
        hint: 'a window for each direction (up.window, down.window)',
      },
    ),
  ]
}

export const settingWords = {
  bounds: ({ min, max, rows }: SettingParts['bounds'], truth: Truth): Words => ({
    line:
      truth === true
        ? `each of its metrics has the bounds of the whole: ${min} to ${max} pods`
        : `its metrics have bounds of their own, and an autoscaler has one pair for all: ${min} to ${max} pods`,
    rows,
  }),
  steps: ({ way, steps, rows }: SettingParts['steps'], truth: Truth): Words => ({
    line:
      truth === true
        ? `it scales ${way} in one step for all its metrics: ${steps[0]}`
        : `its metrics scale ${way} in steps of their own, and an autoscaler takes the largest whichever metric asks: ${steps.join(', ')}`,
    rows,
  }),
  cooldown: ({ time, byKeda }: SettingParts['cooldown']) =>
    byKeda
      ? `${time} between two changes are said: KEDA waits so only before it scales to none`
      : `${time} between two changes are said, and an autoscaler has no such setting: each direction has a window, and steps with a period`,
}
