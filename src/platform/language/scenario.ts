import { make, type NounSpec } from '../make.ts'
import type { Scenario } from '../model.ts'
import { durationRange, need, noun, stated, text } from '../schema.ts'

export type ScenarioOptions = Omit<Scenario, 'is' | 'name'>

export const scenarioSpec: NounSpec<ScenarioOptions, Scenario> = {
  is: 'scenario',
  word: 'scenario',
  named: text,
  fields: {
    of: need(noun('failure'), 'what happens'),
    in: need(noun('environment'), 'what it strikes'),
    by: noun('procedure'),
    takes: durationRange,
    fallback: noun('procedure'),
    stated,
  },
  build: (name, options) => ({ is: 'scenario', name, ...options }),
}

/**
 * A failure that is prepared for: what is done about it, how long all of it takes, and what is done where that fails.
 * `scenario('the region is gone', { of: loss.region, in: live, by: rebuild, takes: '4h' })`
 */
export function scenario(name: string, options: ScenarioOptions): Scenario {
  return make(scenarioSpec, name, options)
}
