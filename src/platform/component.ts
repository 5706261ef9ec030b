// A component is what its noun says plus whole options; what it *is* to the engines are its traits, a small closed set.

import type { Backup, Evicting, Operated, Replication, Sharding, State } from './keeping.ts'
import type {
  Authentication,
  Built,
  Call,
  Content,
  Context,
  EdgeDuty,
  Encrypted,
  GeoReplica,
  Identifying,
  Managed,
  MemberGroup,
  NetworkLink,
  Organisation,
  PortRef,
  Resizing,
  Role,
  Scaling,
  Segment,
  StoreTable,
  Topic,
} from './model.ts'
import type { Stated } from './source.ts'
import type { Cpu, Duration, Percent, Range, Size } from './units.ts'
import type { Collecting, Gathering, Metering, Notifying } from './watching.ts'

export type * from './keeping.ts'
export type * from './watching.ts'

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
  /** Those of its calls that say how they are made. */
  readonly tuned?: readonly Call[]
  /** Calls between its own workloads: members that follow each other, a job that copies a store. */
  readonly within?: readonly Within[]
  readonly keeps: readonly State[]
  /** A provider runs it: what it does is what the service does. */
  readonly managed?: Managed
  /** What lies in it. */
  readonly holds?: readonly Content[]
  /** Which rows it drops when its memory is full. */
  readonly evicts?: Evicting
  readonly shards?: Sharding
  /** Where all that is written is written as well, in other regions. */
  readonly geo?: readonly GeoReplica[]
  readonly topics?: { readonly [name: string]: Topic }
  /** Of a store of objects: what was there before is kept beside what is, and nobody can delete it for so long. */
  readonly objects?: { readonly versions?: boolean; readonly locked?: Duration }
  readonly replicates?: Replication
  readonly elects: readonly Election[]
  readonly backsUp: readonly Backup[]
  readonly metered?: Metering
  readonly shares?: Share
  /** Its pods are made by an operator, of a resource that stands for them. */
  readonly operated?: Operated
  readonly collects?: Collecting
  readonly notifies?: Notifying
  /** Groups of the API that the API server passes on to it: `external.metrics.k8s.io`. */
  readonly servesGroups?: readonly string[]
  readonly gathers?: Gathering
  /** The context that it belongs to, or every one. */
  readonly context?: Context | 'all'
  /** It hands on what reaches it to what it calls. */
  readonly forwards?: Forwarding
  readonly translates?: Translating
  readonly resolves?: Naming
  /** The segments of a network that it stands in. */
  readonly in?: readonly Segment[]
  /** Outside: the way that leads there. */
  readonly over?: NetworkLink
  /** Of a ledger: its members by role. */
  readonly groups?: readonly MemberGroup[]
  /** How what it keeps is encrypted where it lies. */
  readonly encrypted?: Encrypted
  /** What it asks of whoever connects. */
  readonly authenticates?: Authentication
  /** Proves who somebody is. */
  readonly identifies?: Identifying
  /** Whose it is, where it is not the team's own. */
  readonly owner?: Organisation
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

/** What traffic from outside passes, and what is done with it there. */
export interface Forwarding {
  readonly is: 'cdn' | 'waf' | 'load-balancer' | 'gateway'
  /** Whose product it is. */
  readonly by?: string
  /** 4: it sees connections; 7: it reads requests. */
  readonly layer?: 4 | 7
  readonly tls?: 'terminates' | 're-encrypts' | 'passes'
  readonly does: readonly EdgeDuty[]
  readonly healthChecks?: {
    readonly every?: Duration
    readonly failures?: number
    readonly timeout?: Duration
    readonly path?: string
  }
  /** Reached from within the network alone. */
  readonly internal?: true
}

/** Calls out of private segments leave with its address. */
export interface Translating {
  readonly by?: string
  /** The zones that there is one in; empty: one, in a zone that nobody names. */
  readonly zones: readonly string[]
  /** It stands in every zone. */
  readonly regional?: true
  /** Absent: all private segments of its network. */
  readonly of?: readonly Segment[]
}

/** Answers for names. */
export interface Naming {
  readonly by?: string
  readonly answers: 'cluster' | 'internet'
  readonly dnssec?: boolean
  readonly ttl?: Duration
}
