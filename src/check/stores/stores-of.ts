import type { Source } from '../../estate/estate.ts'
import { optionSource } from '../../estate/source.ts'
import type { Component, Traits } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { World } from '../world.ts'

export interface DeclaredStore {
  readonly environment: Environment
  readonly component: Component
  readonly traits: Traits
  /** Where an option of it is said. */
  readonly sourceOf: (option: string) => Source
}

/** Every component that a platform declares, where it runs. */
export function storesOf({ platform }: World): readonly DeclaredStore[] {
  if (!platform) return []
  return environmentsOf(platform).flatMap((environment) =>
    componentsOf(environment).map((component) => ({
      environment,
      component,
      traits: traitsOf(component),
      sourceOf: (option) => optionSource({ component, lines: () => undefined }, option),
    })),
  )
}
