// What watches, as it is declared: components of environments, and those of a stack that stand in none.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import type { World } from '../world.ts'

/** A component with the environments that run it, sorted by name; none: nobody says where it stands. */
export interface Stack {
  readonly component: Component
  readonly stands: readonly Environment[]
}

/** Those of all environments and of everything that watches, each once by name. */
export function stacksIn({ platform }: World): readonly Stack[] {
  if (!platform) return []
  const named = new Map<string, { component: Component; stands: Environment[] }>()
  for (const environment of environmentsOf(platform)) {
    for (const component of componentsOf(environment)) {
      const known = named.get(component.name)
      if (known) known.stands.push(environment)
      else named.set(component.name, { component, stands: [environment] })
    }
  }
  for (const { by, backedBy } of platform.monitoring) {
    for (const component of [...by, ...backedBy])
      if (!named.has(component.name)) named.set(component.name, { component, stands: [] })
  }
  return [...named.values()].sort((a, b) => byCodePoint(a.component.name, b.component.name))
}
