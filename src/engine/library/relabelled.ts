import type { Labels, Ref } from '../../kubernetes/types.ts'
import { relabelled as rowsWith } from '../reachability/relabelled.ts'
import { type ChangedPairs, pairsOf, preparedFor } from './changed-pairs.ts'
import type { ClusterObjects } from './estate-of.ts'
import { reachabilityOf } from './reachability-of.ts'

/**
 * Every pair of workloads that opens or closes when the pods of one have other labels (all of them are given, and none is
 * kept), without asking about all other pairs again; addresses outside are not asked about. O(classes of pods) for each
 * class of ports, and the answer; what is prepared for it at the first change of a cluster costs as much as its policies.
 *
 * undefined where more decides than NetworkPolicy: other kinds of policies, labels that nobody shows, a plugin that enforces
 * none. Ask `reach` of the objects as they would be there. Throws `RangeError` for a workload that is not there.
 * Source: kubernetes.io/docs/concepts/services-networking/network-policies.
 */
export function relabelled(
  cluster: ClusterObjects,
  { workload, labels }: { readonly workload: Ref; readonly labels: Labels },
): readonly ChangedPairs[] | undefined {
  const r = reachabilityOf(cluster)
  if (!r.classOf.has(workload))
    throw new RangeError(`${workload} is no workload of these objects; name it as kind/namespace/name`)
  const { index, members } = preparedFor(r)
  return index && pairsOf(rowsWith(index, workload, labels), members, workload)
}
