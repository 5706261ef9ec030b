// What proves who somebody is, wherever it runs.

import type { Component } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Identifying } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { World } from '../world.ts'

export interface Provider {
  readonly component: Component
  readonly identifies: Identifying
}

/** Each identity provider of the platform once, by name. */
export function providersIn({ platform }: World): readonly Provider[] {
  const named = new Map<string, Provider>()
  for (const component of (platform ? environmentsOf(platform) : []).flatMap(componentsOf)) {
    const { identifies } = traitsOf(component)
    if (identifies && !named.has(component.name)) named.set(component.name, { component, identifies })
  }
  return [...named.values()]
}
