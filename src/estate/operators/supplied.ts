// Who else may supply an object that no file shows: Kubernetes itself, an operator, a controller that copies.

import { builtIn } from '../../knowledge/operators/built-in.ts'
import type { Ref } from '../../kubernetes/types.ts'
import type { Estate, Made } from '../estate.ts'

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
export function suppliersOf(_estate: Estate): Suppliers {
  return { canMake: (kind, namespace, name) => builtIn(kind, namespace, name) ?? { is: 'no' } }
}
