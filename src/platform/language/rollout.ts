import { make, type NounSpec } from '../make.ts'
import type { Rollout } from '../model.ts'
import { list, need, noun, stated, text } from '../schema.ts'

export type RolloutOptions = Omit<Rollout, 'is' | 'name'>

export const rolloutSpec: NounSpec<RolloutOptions, Rollout> = {
  is: 'rollout',
  word: 'rollout',
  named: text,
  fields: {
    of: need(list(noun('component'), 1), 'what changes so'),
    in: list(noun('environment'), 1),
    by: need(noun('strategy'), 'how it changes'),
    stated,
  },
  build: (name, options) => ({ is: 'rollout', name, ...options }),
}

/** How components change, where that is said of them. `rollout('stores', { of: [ledgerDb], by: blueGreen() })` */
export function rollout(name: string, options: RolloutOptions): Rollout {
  return make(rolloutSpec, name, options)
}
