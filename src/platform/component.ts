// A component is what its noun says plus whole options; what it *is* to the engines are its traits, a small closed set.

import type { PortRef, Role, StoreTable } from './model.ts'
import type { Price } from './money.ts'
import type { Stated } from './source.ts'
import type { Cpu, Duration, Percent, Range, Size } from './units.ts'

export interface Component {
  readonly is: 'component'
  readonly noun: string
  readonly name: string
  readonly options: { readonly [option: string]: unknown }
  /** The one workload that it stands for, where manifests are judged and no component is declared: `Deployment/shop/checkout`. */
  readonly workload?: string
  /** One of its ports by name, as the target of a call: `calls: [orders.port('http')]`. */
  port(name: string): PortRef
}

/** What a component is to the engines, whatever its brand. */
export interface Traits {
  readonly runs: readonly Workload[]
  readonly serves: readonly Endpoint[]
  readonly calls: readonly (Component | PortRef)[]
  /** Calls between its own workloads: members that follow each other, a job that copies a store. */
  readonly within?: readonly Within[]
  readonly keeps: readonly State[]
  readonly replicates?: Replication
  readonly elects: readonly Election[]
  readonly backsUp: readonly Backup[]
  readonly metered?: Metering
  readonly shares?: Share
  /** Its pods are made by an operator, of a resource that stands for them. */
  readonly operated?: Operated
  readonly collects?: Collecting
  readonly notifies?: Notifying
  readonly stated?: Stated
}

/** One workload of a component calls another of the same component, both by name, at a port by name. */
export interface Within {
  readonly from: string
  readonly to: string
  readonly port: string
  /** The option that says so. */
  readonly option: string
}

/** Something that runs: becomes a Deployment, a StatefulSet, a DaemonSet, a CronJob, or nothing (outside the cluster). */
export interface Workload {
  readonly name: string
  readonly controller: 'Deployment' | 'StatefulSet' | 'DaemonSet' | 'CronJob' | 'outside'
  readonly replicas: number
  readonly image?: string
  readonly software?: { readonly name: string; readonly version?: string }
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
  readonly update?: { readonly maxUnavailable?: number | Percent; readonly maxSurge?: number | Percent }
  readonly place: Placement
  readonly budget?: {
    readonly minAvailable?: number | Percent
    readonly maxUnavailable?: number | Percent
    readonly name?: string
    readonly stated?: Stated
  }
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
    | { readonly how: 'preferred'; readonly weight: number }
  ))[]
  readonly spread: readonly {
    readonly by: string
    readonly maxSkew: number
    readonly how: 'required' | 'preferred'
    readonly over?: { readonly [label: string]: string }
  }[]
}

/** A rule on a node's labels: without values, the label exists. */
export interface NodeRule {
  readonly label: string
  readonly in?: readonly string[]
}

/** A name under which a workload is called. */
export interface Endpoint {
  readonly name: string
  readonly of: string
  readonly headless: boolean
  readonly ports: readonly string[]
  /** The workload that is meant, where `of` only leads on to whichever of its pods has the role. */
  readonly leadsTo?: string
  /** A name that promises a role (`primary`, `replica`): somebody must keep track of who has it. */
  readonly role?: string
  /** Led to from outside the cluster, at an address that the cluster is asked for. */
  readonly type?: 'LoadBalancer'
  readonly stated?: Stated
}

/** State kept on volumes of a workload. */
export interface State {
  readonly of: string
  readonly claim: string
  readonly size: Size
  readonly class?: string
  readonly mount: string
  readonly stated?: Stated
}

export interface Replication {
  readonly of: string
  /** The workload beside it that promotes a follower. */
  readonly by?: string
  readonly mode: 'none' | 'asynchronous' | 'synchronous' | 'consensus'
  readonly failover: 'none' | 'manual' | 'automatic'
  /** How long a promotion takes, as somebody estimates it. */
  readonly promotes?: Duration | Range<Duration>
  readonly lag?: Duration
  readonly stated?: Stated
}

/** Work that the pods of a workload share out among themselves, by what a store holds. */
export interface Share {
  readonly of: string
  readonly by: 'lock' | 'partitions'
  readonly in: Component
  readonly takesOver?: Duration
  readonly stated?: Stated
}

/** Members that decide by majority. */
export interface Election {
  readonly name: string
  readonly voters: readonly string[]
  /** How long they wait for a batch to fill before they close it. */
  readonly batches?: Duration
  readonly stated?: Stated
}

export interface Backup {
  readonly name: string
  readonly of: string
  readonly by: string
  readonly image?: string
  readonly account?: string
  readonly api?: Role['rules']
  readonly security?: SecurityOptions
  readonly every?: Duration
  readonly schedule?: string
  /** How long a copy takes; the state it holds is that of its start. */
  readonly takes?: Duration | Range<Duration>
  /** How much room one copy takes, as somebody estimates it. */
  readonly size?: Size
  readonly keep?: number
  readonly to: BackupPlace
  readonly restores?: Duration | Range<Duration>
  readonly stated?: Stated
}

export type BackupPlace =
  | {
      readonly is: 'volume'
      readonly cluster: string
      readonly size: Size
      readonly class?: string
      readonly claim?: string
      readonly stated?: Stated
    }
  | { readonly is: 'outside'; readonly name: string; readonly pricePerGi?: Price; readonly stated?: Stated }
  | Bucket

/** Object storage outside every declared cluster, spoken to over HTTPS. */
export interface Bucket {
  readonly is: 'bucket'
  readonly name: string
  /** `s3.eu-central-1.amazonaws.com` */
  readonly host: string
  /** Default 443. */
  readonly port?: number
  /** Its addresses, as a block: `203.0.113.0/24`. A policy can let pods out to it only so. */
  readonly at?: string
  /** The Secret with the keys `ACCESS_KEY_ID` and `ACCESS_SECRET_KEY`. */
  readonly secret: string
  /** What each Gi kept there costs by the month. */
  readonly pricePerGi?: Price
  readonly stated?: Stated
}

/** A store that an operator runs: what it is told beyond what every store says. */
export interface Operated {
  readonly is: 'operator'
  readonly by: 'cloudnative-pg'
  /** The database that it makes first, who owns it, and the Secret with that user's password. */
  readonly owner?: { readonly database: string; readonly user: string; readonly secret: string }
  /** Where the write-ahead log goes as it is written. */
  readonly archive?: {
    readonly to: Bucket
    /** How long a row may wait until it is archived; default 5m. */
    readonly every?: Duration
    /** How long it takes to bring a part of it there. */
    readonly takes?: Duration | Range<Duration>
    readonly stated?: Stated
  }
  /** Pools of connections before it. */
  readonly poolers?: readonly {
    readonly name: string
    readonly to?: 'primary' | 'replica'
    readonly instances?: number
    readonly mode?: 'session' | 'transaction'
  }[]
  /** It replays what another one archives, and takes no writes until it is promoted. In an environment on standby: the store
   *  of the same name in the one that it stands by for. */
  readonly follows?: { readonly archive: Bucket; readonly of: string; readonly stated?: Stated }
  readonly stated?: Stated
}

/** Gathers the metrics of others, and evaluates alerts on them. */
export interface Collecting {
  /** Between two scrapes of a target. */
  readonly every: Duration
  /** Between two evaluations of a rule. */
  readonly evaluates: Duration
  /** How long it keeps what it gathered. */
  readonly retention: Duration
  /** Who makes its pods, of a resource that says all this; without it, it is run by hand. */
  readonly operatedBy?: 'prometheus-operator'
  readonly volume?: { readonly size: Size; readonly class?: string }
  readonly stated?: Stated
}

/** Sends alerts on to receivers. */
export interface Notifying {
  readonly operatedBy: 'prometheus-operator'
}

export interface Metering {
  readonly port: string
  readonly path: string
  readonly metrics: readonly string[]
  readonly stated?: Stated
}
