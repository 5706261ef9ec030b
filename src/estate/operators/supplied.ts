// Who else may supply an object that no file shows: Kubernetes itself, an operator, a controller that copies.

import { builtIn } from '../../knowledge/operators/built-in.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Estate, EstateObject, Made } from '../estate.ts'
import { groupOf } from './group-of.ts'
import { everyNamespace } from './maker.ts'
import { namerOf } from './makers.ts'
import { nearOf } from './near.ts'
import { madeOf, sayMaker } from './with-made.ts'

/** `made`: it is there; `maybe`: it may be there, by the one that is named; `no`: nobody that we know of supplies it. */
export type Supply =
  | {
      readonly is: 'made'
      /** `cert-manager 1.21 makes it of Certificate shop/web-tls`. */
      readonly who: string
      readonly by?: Ref
      /** Keys of a Secret or ConfigMap, where all of them are known. */
      readonly keys?: readonly string[]
      /** What it rests on that it is there; absent where Kubernetes itself makes it. */
      readonly made?: Made
    }
  | { readonly is: 'maybe'; readonly who: string; readonly by?: Ref }
  | { readonly is: 'no' }

export interface Suppliers {
  /** Asked only for what is not among the objects of the estate; namespace is empty for what has none. */
  readonly canMake: (kind: string, namespace: string, name: string) => Supply
}

/** The suppliers of one estate, by name. */
export function suppliersOf({ cluster, objects }: Estate): Suppliers {
  const supplies = namesIn(objects, cluster)
  return {
    canMake: (kind, namespace, name) =>
      supplies.get(`${kind}/${namespace}/${name}`) ??
      maybe(supplies.get(`${kind}/${everyNamespace}/${name}`)) ??
      builtIn(kind, namespace, name) ?? { is: 'no' },
  }
}

function namesIn(objects: readonly EstateObject[], cluster: string): ReadonlyMap<string, Supply> {
  const near = nearOf(objects)
  const supplies = new Map<string, Supply>()
  for (const object of objects) {
    const maker = namerOf(groupOf(object.manifest), object.manifest.kind)
    if (maker === undefined || object.origin === 'made') continue
    const made = madeOf(object, maker, cluster)
    for (const { ref, keys } of maker.make(object, near).names ?? [])
      if (!supplies.has(ref))
        supplies.set(ref, { is: 'made', who: sayMaker(object, maker), by: object.ref, made, ...(keys && { keys }) })
  }
  return supplies
}

function maybe(supply: Supply | undefined): Supply | undefined {
  return supply?.is === 'made' ? { is: 'maybe', who: supply.who, ...(supply.by && { by: supply.by }) } : undefined
}
