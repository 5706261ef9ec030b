import { make, type NounSpec } from '../make.ts'
import { SERVICES } from '../model/store.ts'
import type { Managed, ServiceName } from '../model.ts'
import { cidr, duration, flag, labelValue, list, oneOf, stated, text } from '../schema.ts'

export type ManagedOptions = Omit<Managed, 'is' | 'name'>

export const managedSpec: NounSpec<ManagedOptions, Managed> = {
  is: 'managed',
  word: 'managed',
  named: oneOf(...Object.keys(SERVICES)),
  fields: {
    region: text,
    zones: list(labelValue, 1),
    size: text,
    at: cidr,
    isPublic: flag,
    restoresBack: duration,
    stated,
  },
  build: (name, options) => ({ is: 'managed', name: name as ServiceName, ...options }),
  rules(_, { zones = [] }, say) {
    const again = zones.findIndex((zone, index) => zones.indexOf(zone) < index)
    if (again >= 0) say({ path: `zones[${again}]`, found: `a second '${zones[again]}'`, allowed: 'each zone once' })
  },
}

/**
 * A service that a provider runs, as what a store is managed by: `postgres('orders', { managedBy: managed('rds') })`.
 * `managed('rds', { region: 'eu-west-1', zones: ['a', 'b'] })`
 */
export function managed(name: ServiceName, options: ManagedOptions = {}): Managed {
  return make(managedSpec, name, options)
}
