import { componentsOf } from '../../platform/derive.ts'
import type { Environment, Network, Segment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { environmentsOf } from '../../platform/resolve.ts'
import { traitsOf } from '../../platform/traits.ts'
import type { World } from '../world.ts'

export interface NetworkUsed {
  readonly of: Network
  /** Those in which a cluster or a component stands, by name. */
  readonly segments: readonly Segment[]
}

/** The networks that something of a platform stands in; none where a folder is judged. */
export function networksIn({ platform }: World): readonly NetworkUsed[] {
  return networksOf(platform ? environmentsOf(platform) : [])
}

export function networksOf(environments: readonly Environment[]): readonly NetworkUsed[] {
  const segments = new Set<Segment>()
  for (const environment of environments) {
    const { in: own = [] } = environment.on
    for (const one of 'is' in own ? [own] : own) segments.add(one)
    for (const component of componentsOf(environment)) for (const one of traitsOf(component).in ?? []) segments.add(one)
  }
  const named = [...segments].sort((a, b) => byCodePoint(a.name, b.name))
  const networks = [...new Set(named.flatMap(({ of }) => of ?? []))]
  return networks.map((of) => ({ of, segments: named.filter((segment) => segment.of === of) }))
}
