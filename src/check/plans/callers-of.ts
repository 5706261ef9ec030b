// Who calls each store of some environments, by names of components.

import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'

export function callersOf(environments: readonly Environment[]): ReadonlyMap<string, readonly string[]> {
  const callers = new Map<string, string[]>()
  for (const caller of environments.flatMap(componentsOf)) {
    for (const target of traitsOf(caller).calls) {
      const { name } = target.is === 'port' ? target.component : target
      callers.set(name, [...new Set([...(callers.get(name) ?? []), caller.name])])
    }
  }
  return new Map([...callers].sort(([a], [b]) => byCodePoint(a, b)))
}
