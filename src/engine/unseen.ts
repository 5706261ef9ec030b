// What is deployed and nobody could read may hold anything: what an answer says of absence rests on it.

import type { Estate, Unseen } from '../estate/estate.ts'
import type { Assumption } from './assumption.ts'

/** What was not read and may hold an object of this kind in this namespace (a cluster-wide one where there is none). */
export function unseenFor(
  estate: Estate,
  { kind, namespace }: { readonly kind?: string; readonly namespace?: string },
): readonly Unseen[] {
  return (estate.unseen ?? []).filter(
    ({ kinds, namespaces }) =>
      (kind === undefined || kinds === undefined || kinds.includes(kind)) &&
      (namespace === undefined || namespaces === undefined || namespaces.includes(namespace)),
  )
}

/** That what was not read holds nothing that would change the answer. */
export function assumptionOf({ id, says, source }: Unseen): Assumption {
  return { id, says: `nothing in it changes this: ${says}`, kind: 'opaque', source }
}
