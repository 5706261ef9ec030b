import type { When } from './when.ts'

/** Times are seconds from the moment that the loss counts from; arrays are in the order of the input. */
export interface LossAnswer {
  readonly zones: readonly ZoneLoss[]
  readonly nodes: readonly NodeLoss[]
  readonly pods: readonly PodLoss[]
}

export interface ZoneLoss {
  readonly zone: string
  /** Nodes that count for its state. */
  readonly size: number
  readonly lost: number
  /** In the end: evictions go on, go on slowly, are suspended, or end because all zones are lost; or it is not certain. */
  readonly state: 'evicting' | 'slow' | 'suspended' | 'all lost' | 'unsure'
  /** How many of its lost nodes are certainly tainted NoExecute, and how many at most. */
  readonly marked: { readonly least: number; readonly most: number }
}

export interface NodeLoss {
  readonly node: string
  /** Ready is Unknown; new pods keep away by the NoSchedule taint. */
  readonly unknown: When
  /** Tainted `node.kubernetes.io/unreachable:NoExecute`: the tolerations of its pods begin to run. */
  readonly noExecute: When
}

export interface PodLoss {
  readonly pod: string
  readonly node: string
  /** Services stop leading to it. */
  readonly traffic: When
  /** Deleted by the taint eviction controller: Terminating, and still there. */
  readonly evicted: When
  /** The object is gone. */
  readonly gone: When
  /** Its controller makes another pod. */
  readonly replaced: When
}
