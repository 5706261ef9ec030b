// What references are looked up in: objects by name, and which names a namespace shows of each kind.

import type { EstateObject } from '../../estate/estate.ts'
import { suppliersOf } from '../../estate/operators/supplied.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { table, type View } from '../world.ts'
import { groupOf } from './pod-references.ts'
import type { Reference } from './reference.ts'

type Place = Pick<Reference, 'kind' | 'group' | 'namespace'>

export interface Targets {
  readonly find: (target: Place & { readonly name: string }) => EstateObject | undefined
  /** Names of a kind that the files show in a namespace, or in the cluster where the kind has none. */
  readonly shown: (place: Place) => readonly string[]
  /** The apiVersion of an object with this kind and name in another group: `apps/v1`. */
  readonly elsewhere: (target: Place & { readonly name: string }) => string | undefined
  readonly canMake: ReturnType<typeof suppliersOf>['canMake']
}

export const targetsOf = table(({ estate }: View): Targets => {
  const byRef = new Map<Ref, EstateObject[]>()
  const shown = new Map<string, string[]>()
  for (const object of estate.objects) {
    byRef.set(object.ref, [...(byRef.get(object.ref) ?? []), object])
    if (object.origin === 'brought' || object.implied) continue
    const { namespace, name } = partsOf(object.ref)
    const { kind } = object.manifest
    const key = keyOf({ kind, namespace, group: groupOf(object.manifest.apiVersion) })
    const names = shown.get(key)
    if (names) names.push(name)
    else shown.set(key, [name])
  }
  const { canMake } = suppliersOf(estate)
  return {
    find: ({ kind, namespace, name, group }) =>
      [`${kind}/${namespace}/${name}` as const, `${kind}.${group}/${namespace}/${name}` as const]
        .flatMap((ref) => byRef.get(ref) ?? [])
        .find(({ manifest }) => groupOf(manifest.apiVersion) === group),
    elsewhere: ({ kind, namespace, name }) => byRef.get(`${kind}/${namespace}/${name}`)?.[0]?.manifest.apiVersion,
    shown: (place) => shown.get(keyOf(place)) ?? [],
    canMake,
  }
})

function keyOf({ kind, group, namespace }: Place): string {
  return `${group}/${kind}/${namespace}`
}
