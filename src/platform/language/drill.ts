import { make, type NounSpec } from '../make.ts'
import type { Drill } from '../model.ts'
import { cadence, dnsLabel, durationRange, list, need, noun, oneOf, stated } from '../schema.ts'

export type DrillOptions = Omit<Drill, 'is' | 'name' | 'restsOn'> & Partial<Pick<Drill, 'restsOn'>>

export const drillSpec: NounSpec<DrillOptions, Drill> = {
  is: 'drill',
  word: 'drill',
  named: dnsLabel,
  fields: {
    of: need(noun('failure'), 'what is rehearsed'),
    in: need(noun('environment'), 'where it is held'),
    place: oneOf('unsaid'),
    every: need(cadence, 'how often'),
    restores: noun('component'),
    from: noun('environment'),
    across: oneOf('zones', 'clusters', 'regions'),
    by: noun('procedure'),
    takes: durationRange,
    restsOn: list(noun('option')),
    stated,
  },
  rules(_, { from, restores }, say) {
    if (from && !restores)
      say({ path: 'restores', found: 'nothing', allowed: `the store of ${from.name} that is brought back` })
  },
  build: (name, options) => ({ is: 'drill', name, restsOn: [], ...options }),
}

/**
 * A failure that is rehearsed again and again. `drill('restore', { of: corruption, in: trial, restores: ledgerDb, from:
 * live, every: 'week', by: restore })`
 */
export function drill(name: string, options: DrillOptions): Drill {
  return make(drillSpec, name, options)
}
