import type { Manifest } from '../../kubernetes/types.ts'
import { policyOf } from '../reachability/policy.ts'
import { replaced as rowsWith } from '../reachability/replaced.ts'
import { type ChangedPairs, pairsOf, preparedFor } from './changed-pairs.ts'
import type { ClusterObjects } from './estate-of.ts'
import { reachabilityOf } from './reachability-of.ts'

/**
 * Every pair of workloads that opens or closes when a NetworkPolicy stands in place of the one of its name and namespace, or
 * beside all others where there is none; without asking about all other pairs again. O(classes of pods) for each kind of
 * pods that the policy is or was about and each class of ports, and the answer.
 *
 * undefined where more decides than NetworkPolicy, as in `relabelled`. Throws `RangeError` for what is no NetworkPolicy of
 * networking.k8s.io, or has fields of other types than the API's.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies.
 */
export function replaced(cluster: ClusterObjects, policy: Manifest): readonly ChangedPairs[] | undefined {
  const { apiVersion, kind, metadata } = policy
  if (kind !== 'NetworkPolicy' || !`${apiVersion}`.startsWith('networking.k8s.io/') || !metadata?.name)
    throw new RangeError(
      'this is no NetworkPolicy of networking.k8s.io with a name; a change of other kinds is not told',
    )
  const ref = `NetworkPolicy/${metadata.namespace ?? 'default'}/${metadata.name}` as const
  const now = policyOf({ ref, manifest: policy, origin: 'read', source: {} })
  if (!now) throw new RangeError(`${ref} has a field of another type than the API's; admit(policy, { minor }) names it`)
  const { index, members } = preparedFor(reachabilityOf(cluster))
  return index && pairsOf(rowsWith(index, now), members)
}
