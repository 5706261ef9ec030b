// The components of every environment that stands, each with its workloads.

import type { Component, Traits } from '../../platform/component.ts'
import { componentsOf } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { sortedBy } from '../order.ts'
import type { Lines } from '../where/lines.ts'
import { onPool } from './on-pool.ts'
import type { Placed } from './placed.ts'

export interface Member {
  readonly component: Component
  readonly traits: Traits
  readonly environment: Environment
  /** What of it runs in the cluster. */
  readonly workloads: readonly Placed[]
  readonly lines: Lines
}

export function membersOf(environment: Environment, lines: Lines): readonly Member[] {
  return sortedBy(componentsOf(environment), ({ name }) => name).map((component) =>
    memberOf(component, environment, lines),
  )
}

function memberOf(component: Component, environment: Environment, lines: Lines): Member {
  const traits = traitsOf(component)
  const inside = traits.runs.filter(({ controller }) => controller !== 'outside')
  const workloads = sortedBy(inside, ({ name }) => name).map((workload) => ({
    workload: onPool(workload, environment.on),
    component,
    traits,
    environment,
    lines,
  }))
  return { component, traits, environment, workloads, lines }
}
