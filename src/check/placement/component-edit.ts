// Edits of what was declared, for fixes.

import type { Component } from '../../platform/component.ts'
import { componentsOf, originOf } from '../../platform/derive.ts'
import type { Edit } from '../verdict.ts'
import type { World } from '../world.ts'

interface Lowered {
  readonly environment?: string
  readonly component?: string
}

/** The component that a workload was lowered from, as it is in its environment. */
export function componentBehind({ environment, component }: Lowered, { platform }: World): Component | undefined {
  const place = platform?.environments.find((one) => one.is === 'environment' && one.name === environment)
  return place?.is === 'environment' ? componentsOf(place).find(({ name }) => name === component) : undefined
}

/**
 * One option of that component set to a value; undefined for what no component was lowered to, and where an environment
 * says the option in words of its own.
 */
export function componentEdit(
  of: Lowered,
  world: World,
  path: readonly [option: string, ...rest: (string | number)[]],
  to: unknown,
): Edit | undefined {
  const component = componentBehind(of, world)
  if (!component) return undefined
  const origin = originOf(component, path[0])
  const isOwn = 'is' in origin && origin.is === 'component'
  return !isOwn ? undefined : { of: { is: 'component', name: component.name }, path, to }
}
