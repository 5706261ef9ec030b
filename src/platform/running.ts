// What runs, to the engines: how many pods, what each asks for, how it is looked at, and where it may stand.

import type { Built, Resizing, Role, Scaling, StoreTable } from './model.ts'
import type { Stated } from './source.ts'
import type { Cpu, Duration, Percent, Range, Size } from './units.ts'

/** Something that runs: becomes a Deployment, a StatefulSet, a DaemonSet, a CronJob, or nothing (outside the cluster). */
export interface Workload {
  readonly name: string
  readonly controller: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob' | 'outside'
  readonly replicas: number
  readonly image?: string
  readonly software?: { readonly name: string; readonly version?: string }
  readonly built?: Built
  readonly command?: readonly string[]
  readonly schedule?: string
  /** A folder that its container may write to, and that nobody keeps. */
  readonly scratch?: string
  /** Of a StatefulSet: the Service that gives each of its pods an address, whether there is one or not. */
  readonly governedBy?: string
  readonly labels: { readonly [key: string]: string }
  readonly ports: readonly {
    readonly name: string
    readonly port: number
    readonly protocol: 'TCP' | 'UDP' | 'SCTP'
    /** For whoever names it: not among what a caller of the whole component means. */
    readonly isInner?: true
  }[]
  readonly requests?: { readonly cpu?: Cpu; readonly memory?: Size }
  readonly limits?: { readonly cpu?: Cpu; readonly memory?: Size }
  readonly readiness?: ProbeOptions
  readonly liveness?: ProbeOptions
  readonly health?: HealthCheck
  readonly update?: { readonly maxUnavailable?: number | Percent; readonly maxSurge?: number | Percent }
  readonly place: Placement
  /** The pool of its cluster on which its pods stand, by name. */
  readonly pool?: string
  readonly budget?: {
    readonly minAvailable?: number | Percent
    readonly maxUnavailable?: number | Percent
    readonly name?: string
    readonly stated?: Stated
  }
  /** What moves the number of its pods. */
  readonly scales?: Scaling
  /** What one pod carries. */
  readonly handles?: string
  /** What sets its requests. */
  readonly resizes?: Resizing
  /** Containers beside its own in each pod. */
  readonly beside?: readonly Sidecar[]
  readonly account?: string
  /** What it asks of the Kubernetes API. */
  readonly api?: Role['rules']
  readonly writes?: readonly StoreTable[]
  readonly secrets: readonly string[]
  readonly config: readonly string[]
  readonly security?: SecurityOptions
  /** Pod start and readiness, as somebody estimates it. */
  readonly starts?: Duration | Range<Duration>
  /** Outside the cluster: the block of its addresses. */
  readonly at?: string
  readonly tolerates: readonly {
    readonly key: string
    readonly effect?: 'NoSchedule' | 'NoExecute'
    readonly for?: Duration
  }[]
}

/** A container that runs in every pod beside the one that the workload is about. */
export interface Sidecar {
  readonly name: string
  readonly image: string
  readonly ports: Workload['ports']
  readonly requests?: Workload['requests']
  readonly limits?: Workload['limits']
}

/** A path that is asked over HTTP; a port alone that takes a connection; or a command that ends well. */
export interface ProbeOptions {
  readonly path?: string
  readonly port?: number | string
  readonly command?: readonly string[]
  readonly delay?: Duration
  readonly every?: Duration
  readonly failures?: number
  readonly timeout?: Duration
}

/** That its health is checked, where nobody says what is asked: no probe can be made of it. */
export interface HealthCheck {
  readonly by: 'command' | 'grpc' | 'http' | 'tcp'
  /** What it decides: calls come (readiness), or it is started again (liveness); absent: nobody says. */
  readonly as?: readonly ('liveness' | 'readiness')[]
  readonly stated?: Stated
}

export interface SecurityOptions {
  readonly nonRoot?: boolean
  readonly user?: number
  /** The group that volumes are given to (`fsGroup`). */
  readonly volumeGroup?: number
  readonly readOnlyRoot?: boolean
  readonly drop?: readonly string[]
  readonly seccomp?: 'RuntimeDefault' | 'Unconfined'
}

/** Where pods may stand: label rules for nodes, and how members keep apart. */
export interface Placement {
  readonly require: readonly NodeRule[]
  readonly prefer: readonly (NodeRule & { readonly weight: number })[]
  readonly apart: readonly ({ readonly by: string } & (
    | { readonly how: 'required' }
    /** Of several preferences, how much it counts: 1 to 100, by default 100. */
    | { readonly how: 'preferred'; readonly weight?: number }
  ))[]
  readonly spread: readonly {
    readonly by: string
    /** How many pods more one place may have than another; by default 1. */
    readonly maxSkew?: number
    readonly how: 'required' | 'preferred'
    readonly over?: { readonly [label: string]: string }
  }[]
}

/** A rule on a node's labels: without values, the label exists. */
export interface NodeRule {
  readonly label: string
  readonly in?: readonly string[]
}
