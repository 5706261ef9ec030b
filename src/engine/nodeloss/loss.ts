import type { Toleration } from '../../kubernetes/types.ts'
import type { Timers } from './timers.ts'
import type { Seconds } from './when.ts'

/** What is lost, and all that decides what happens then. Plain data; names are compared, and never looked into. */
export interface Loss {
  readonly timers: Timers
  /** All nodes of the cluster. */
  readonly nodes: readonly LossNode[]
  readonly lost: readonly LostNode[]
  /** Pods on lost nodes; others are left alone. */
  readonly pods: readonly LossPod[]
  readonly quotas?: readonly LossQuota[]
}

export interface LossNode {
  readonly name: string
  /** Region and zone as one name, the same for nodes that lie together; `''` for nodes without both labels. */
  readonly zone: string
  /** Labelled `node.kubernetes.io/exclude-disruption`: does not count when a zone is judged. */
  readonly isExcluded?: boolean
  /** False where it was unready before. */
  readonly isReady?: boolean
}

export interface LostNode {
  readonly node: string
  /** When its last heartbeat was written, in seconds from the moment that all times count from; 0 by default. */
  readonly lastHeartbeat?: Seconds
  /** When somebody taints it `node.kubernetes.io/out-of-service`. */
  readonly outOfService?: { readonly at: Seconds; readonly effect: 'NoExecute' | 'NoSchedule'; readonly value?: string }
  /** When its Node object is deleted. */
  readonly removed?: Seconds
  /** Pods on it that are not among `pods`: they cost requests. 0 by default. */
  readonly otherPods?: number
}

export interface LossPod {
  /** Unique: `shop/checkout-7d9f-x2x4`. */
  readonly name: string
  readonly node: string
  readonly controller: Controller
  /** As admitted, with the defaults that the API server adds; their order counts. */
  readonly tolerations: readonly Toleration[]
  /** 30 by default. */
  readonly graceSeconds?: number
  readonly charges?: readonly { readonly quota: string; readonly amount: number }[]
}

export type Controller =
  /** Also what a Deployment or a ReplicationController makes. */
  | { readonly is: 'ReplicaSet' }
  /** `isOrdered`: `podManagementPolicy: OrderedReady`. */
  | { readonly is: 'StatefulSet'; readonly name: string; readonly ordinal: number; readonly isOrdered: boolean }
  /** `replaces`: its `podReplacementPolicy`, `failed` by default where it has a `podFailurePolicy`. */
  | {
      readonly is: 'Job'
      readonly name: string
      readonly backoffLimit: number
      readonly replaces: 'terminating or failed' | 'failed'
    }
  | { readonly is: 'DaemonSet' }
  | { readonly is: 'kubelet' }
  | { readonly is: 'none' }

export interface LossQuota {
  readonly name: string
  /** How much more could be charged to it before the loss; the same unit as the amounts of the pods. */
  readonly spare: number
}
