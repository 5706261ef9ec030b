// What kube-scheduler makes of a pod, as plain data: the contract of this folder.

import type { Manifest } from '../../kubernetes/types.ts'

/**
 * What the scheduler sees. Objects are manifests as a real API server returns them: defaults filled in, limits taken
 * over as requests, `matchLabelKeys` and `mismatchLabelKeys` of affinity merged into its selectors.
 */
export interface SchedulingCluster {
  /** Node, in the order in which the scheduler's cache got them: the first decides ties. */
  readonly nodes: readonly Manifest[]
  /** Pod; those with `spec.nodeName` stand there, those with `status.nominatedNodeName` keep room there. */
  readonly pods: readonly Manifest[]
  /**
   * Namespace, Service, ReplicationController, ReplicaSet, StatefulSet, PersistentVolume, PersistentVolumeClaim,
   * StorageClass, CSINode, CSIDriver, CSIStorageCapacity, VolumeAttachment, PodDisruptionBudget.
   */
  readonly others: readonly Manifest[]
  /**
   * To what volumes of a class are tied once they are made: then they are there as soon as a pod that claims one is bound.
   * Undefined: they are still to be made, for the node of that pod.
   */
  readonly made?: (storageClass: string) => MadeVolumes | undefined
}

export type MadeVolumes = 'node' | 'zone' | 'cluster'

export interface Scheduler {
  /** What filters and scores say of one pod now; changes nothing. */
  judge(pod: Manifest): Judged
  /** What preemption does for a pod that no node takes, or why it does nothing. */
  preempt(pod: Manifest): PreemptionAnswer
  /** The pod stands on the node from now on, and what is bound with it: its claims. */
  bind(pod: Manifest, node: string): void
  remove(pod: { readonly namespace: string; readonly name: string }): void
}

export interface Judged {
  /** Names of the nodes that take the pod, in node order; only the node that is kept for it, where that one does. */
  readonly feasible: readonly string[]
  /** Per refusing node: first what the scheduler itself says (it stops at the first), then who would refuse too. */
  readonly refused: readonly NodeRefusals[]
  /** Per feasible node, where there are two or more: the scheduler scores no single one. */
  readonly scores: readonly NodeScore[]
  /** The nodes of the highest total, in node order; the single feasible node. */
  readonly best: readonly string[]
  /** What refuses the pod before any node is looked at: a claim that is missing, a scheduling gate. */
  readonly nowhere?: Refusal
  /** What the pod uses that is not modelled, by name: then nothing above is claimed. */
  readonly unknown?: readonly string[]
}

export interface NodeRefusals {
  readonly node: string
  readonly by: readonly Refusal[]
}

export interface NodeScore {
  readonly node: string
  /** Weighted, per plugin that scored: 0 to 100 times its weight. */
  readonly by: { readonly [plugin: string]: number }
  readonly total: number
}

export interface Refusal {
  /** The plugin's name in the scheduler's configuration: `NodeAffinity`. */
  readonly plugin: string
  /** The scheduler's own words: `Insufficient cpu`. */
  readonly reasons: readonly string[]
  /** The field of the pod that asks for it. */
  readonly path?: readonly (string | number)[]
}

export interface PreemptionAnswer {
  /** Equal in rank: the scheduler takes any of them. Empty where nobody goes. */
  readonly candidates: readonly Candidate[]
  /** Why nobody goes. */
  readonly none?: NobodyGoes
}

/**
 * `fits`: a node takes the pod as it is. `nowhere`: no node was looked at. `unknown`: it uses what is not modelled. `never`:
 * its `preemptionPolicy` is Never. `ending`: those that it made go from the node that is kept for it are still there.
 * `final`: no pod that goes would change what any node refuses it for. `no lower`: none of lower priority stands where one
 * that goes could. `not enough`: though all of lower priority went, no node would take it.
 */
export type NobodyGoes = 'fits' | 'nowhere' | 'unknown' | 'never' | 'ending' | 'final' | 'no lower' | 'not enough'

export interface Candidate {
  readonly node: string
  /** `namespace/name`, sorted. */
  readonly victims: readonly string[]
  /** So many of them go though a disruption budget has no room left for them. */
  readonly beyondBudgets: number
}
