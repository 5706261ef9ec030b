// Policies that are said to exist and that nobody shows: of which pods, and what is told of them.

import type { Estate, EstateEnvironment } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { type Doubt, listedDoubt, unseenDoubt } from './doubt.ts'
import type { EndpointClass } from './endpoint.ts'
import type { SideQuestion } from './party.ts'

export type SaidPolicies = NonNullable<EstateEnvironment['unseenPolicies']>

/** By class of pods: what is said of the policies on it; undefined where nothing is. */
export type Said = (at: number) => SaidPolicies | undefined

export function saidOf(
  { environments, objects }: Pick<Estate, 'environments' | 'objects'>,
  classes: readonly EndpointClass[],
  classOf: ReadonlyMap<Ref, number>,
): Said {
  const said = environments.flatMap(({ name, namespace, unseenPolicies }) => {
    if (!unseenPolicies) return []
    const { of } = unseenPolicies
    const own = objects.filter(({ component, environment }) => environment === name && of?.includes(component ?? ''))
    const among = new Set(own.flatMap(({ ref }) => classOf.get(ref) ?? []))
    return [{ namespace, unseenPolicies, covers: (at: number) => !of || among.has(at) }]
  })
  return (at) =>
    said.find(({ namespace, covers }) => namespace === classes[at]?.namespace && covers(at))?.unseenPolicies
}

/** They let through what is declared, unless it stands on a list: of what is outside that holds addresses, which nobody says. */
export function saidDoubt(
  cluster: string,
  said: SaidPolicies,
  { direction, peer }: SideQuestion,
  place: string,
): Doubt {
  const isListed = direction === 'egress' && said.egress === 'listed' && peer.is === 'outside' && !peer.block
  return isListed
    ? listedDoubt(cluster, place, peer.outside.outside)
    : unseenDoubt(cluster, place, said.says, said.source)
}
