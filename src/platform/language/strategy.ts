import { make, type NounSpec } from '../make.ts'
import type { Strategy } from '../model.ts'
import { duration, list, need, oneOf, percent, record, text } from '../schema.ts'
import { percentOf } from '../units.ts'

type Canary = Extract<Strategy, { kind: 'canary' }>
type BlueGreen = Extract<Strategy, { kind: 'blue-green' }>
type StrategyOptions = Omit<Strategy, 'is'>

export const strategySpec: NounSpec<StrategyOptions, Strategy> = {
  is: 'strategy',
  word: 'strategy',
  fields: {
    kind: need(oneOf('rolling', 'recreate', 'in-place', 'blue-green', 'canary'), 'how versions are changed'),
    keepsOld: duration,
    steps: list(
      record("a step such as { weight: '10%', for: '10m' }", {
        weight: need(percent, 'the share of calls'),
        for: duration,
      }),
      1,
    ),
    abortsAbove: percent,
    by: text,
  },
  rules(_, options, say) {
    const { kind, steps, abortsAbove, by, keepsOld } = options as Partial<Canary> & Partial<BlueGreen>
    if (kind !== 'canary' && (steps !== undefined || abortsAbove !== undefined || by !== undefined))
      say({ path: 'steps', found: `steps of ${kind}`, allowed: 'steps of a canary' })
    if (kind !== 'blue-green' && keepsOld !== undefined)
      say({ path: 'keepsOld', found: `an old set of ${kind}`, allowed: 'one of blue-green' })
    const weights = (steps ?? []).map(({ weight }) => percentOf(weight) ?? 0)
    const back = weights.findIndex((weight, at) => at > 0 && weight <= (weights[at - 1] ?? 0))
    if (back > 0)
      say({ path: `steps[${back}].weight`, found: steps?.[back]?.weight ?? '', allowed: 'more than the step before' })
  },
  build: (_, options) => ({ is: 'strategy', ...(options.kind === 'canary' && { steps: [] }), ...options }) as Strategy,
}

function strategy(options: StrategyOptions): Strategy {
  return make(strategySpec, '', options)
}

/** Pods are replaced some at a time, as a Deployment does it. */
export function rolling(): Strategy {
  return strategy({ kind: 'rolling' })
}

/** All are stopped before new ones start. */
export function recreate(): Strategy {
  return strategy({ kind: 'recreate' })
}

/** What runs is changed where it runs. */
export function inPlace(): Strategy {
  return strategy({ kind: 'in-place' })
}

/** A second, complete set beside the first, and all calls change over at once. `blueGreen({ keepsOld: '1h' })` */
export function blueGreen(options: Omit<BlueGreen, 'is' | 'kind'> = {}): Strategy {
  return strategy({ kind: 'blue-green', ...options } as StrategyOptions)
}

/** A share of the calls first. `canary({ steps: [{ weight: '10%', for: '10m' }], abortsAbove: '5%', by: 'Flagger' })` */
export function canary(options: Partial<Omit<Canary, 'is' | 'kind'>> = {}): Strategy {
  return strategy({ kind: 'canary', ...options } as StrategyOptions)
}
