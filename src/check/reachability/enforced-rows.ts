// The row under what policies stop: it holds where the network plugin enforces them, and nobody may say that it does.

import { partsOf, type Ref } from '../../kubernetes/types.ts'

/** `deniedBy` is the policy whose rule refuses it, in kinds of policies that few plugins know. */
export function enforcedRows(
  ifEnforced: true | undefined,
  deniedBy?: { readonly policy: Ref },
): readonly (readonly [string, string])[] {
  const kind = deniedBy && partsOf(deniedBy.policy).kind
  // Few plugins know these, whatever else they enforce.
  if (kind?.endsWith('AdminNetworkPolicy') || kind === 'ClusterNetworkPolicy')
    return [['unless', `the network plugin does not enforce ${kind}, and nobody here says: then this refuses nothing`]]
  if (!ifEnforced) return []
  return [['unless', 'the network plugin enforces no policy, and nobody here says: then all of this is open']]
}
