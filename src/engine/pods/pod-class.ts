// Pods as the engines see them: one class per workload, all of whose pods are equal but for their names and volumes.

import type { Source, StorageBound } from '../../estate/estate.ts'
import type { Quantity } from '../../kubernetes/quantity.ts'
import type { Labels, NodeSelectorTerm, PodSpec, Ref } from '../../kubernetes/types.ts'

export interface PodClass {
  /** The workload that makes these pods, `StatefulSet/shop/orders-db`. */
  readonly workload: Ref
  readonly kind:
    | 'Deployment'
    | 'StatefulSet'
    | 'DaemonSet'
    | 'ReplicaSet'
    | 'ReplicationController'
    | 'Job'
    | 'CronJob'
    | 'Pod'
  readonly namespace: string
  readonly name: string
  /** How many there are when all is well. A CronJob counts the pods of one run. */
  readonly count: number
  /** Where an autoscaler moves the count between two bounds; `count` lies within them. */
  readonly scales?: Scales
  /** False for jobs: they come and go, and no replacement is promised for them. */
  readonly steady: boolean
  /** Names as the controller gives them: `orders-db-0`; for a Deployment `checkout-#0`. */
  readonly podNames: readonly string[]
  readonly labels: Labels
  /** As admitted: LimitRange defaults and API defaults that engines read are filled in. */
  readonly spec: PodSpec
  /** Effective requests of one pod (the larger of init and sum of containers, plus overhead), as the scheduler counts. */
  readonly requests: { readonly [resource: string]: Quantity }
  readonly limits: { readonly [resource: string]: Quantity }
  readonly claims: readonly ClaimUse[]
  /** Of a pod that no workload here makes: who makes it anew. A kubelet does so on its own node only; absent: nobody does. */
  readonly keptBy?: 'kubelet' | 'controller'
  /** Where its pods run, as a picture of the cluster shows them; absent where nobody shows it. */
  readonly standing?: readonly StandingPod[]
  readonly source: Source
  readonly component?: string
  readonly environment?: string
  /** Why the count is what it is, where that is not plain: `suspended`. */
  readonly notes?: readonly string[]
}

export interface Scales {
  readonly min: number
  readonly max: number
  /** The HorizontalPodAutoscalers, ScaledObjects and the like that scale it, sorted. */
  readonly by: readonly Ref[]
}

/** A running pod that was seen on a node. */
export interface StandingPod {
  readonly pod: string
  readonly node: string
}

export interface ClaimUse {
  /** `data-orders-db-0` for a template, where `#` stands for the ordinal: `data-orders-db-#`; else the claim's name. */
  readonly claim: string
  /** One per pod (a StatefulSet's template) or one shared by all pods. */
  readonly perPod: boolean
  readonly class: string
  /** It names no class, and gets the default one. */
  readonly isUsual?: boolean
  readonly bound: StorageBound['bound']
  readonly size?: Quantity
  /** The CSI driver that attaches it, where nodes say how many volumes they attach. */
  readonly driver?: string
  /** The volume that it is bound to, and the nodes from which that volume can be reached. */
  readonly volume?: { readonly name: string; readonly nodes: readonly NodeSelectorTerm[] }
}
