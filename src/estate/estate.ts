// What everything becomes before it is judged: per cluster, the Kubernetes objects and nodes of all environments on it,
// plus facts: typed statements about objects that the objects themselves cannot carry.

import type { ProxyMode } from '../knowledge/service-proxies.ts'
import type { Labels, Manifest, Ref, Taint } from '../kubernetes/types.ts'
import type { CallBalancing } from '../platform/model.ts'
import type { Position, Stated } from '../platform/source.ts'
import type { Monitoring } from './monitoring/monitoring.ts'
import type { EstateAutoscaler, ScalingFact } from './scaling.ts'

/** Where a thing comes from: a file, a document, a table of ours. */
export interface Source {
  readonly at?: Position
  /** For the line of one field of the thing: path inside the noun's options or the manifest. */
  readonly lineOf?: (path: readonly (string | number)[]) => Position | undefined
  readonly stated?: Stated
  /** The document lines that say one field of it, where they are known apart from the others. */
  readonly statedOf?: (path: readonly (string | number)[]) => Stated | undefined
  /** A table of knowledge, with its source. */
  readonly known?: string
  /** Nobody shows this thing: an operator makes it of another object, as a tested version of it does. */
  readonly made?: Made
  /** It stands on the live cluster and in no file: it is reckoned with, and not judged. */
  readonly live?: true
}

/** What a thing rests on that an operator makes: what holds because of it is assumed, by this id. */
export interface Made {
  /** `made/<cluster>/<operator>`. */
  readonly id: string
  /** `CloudNativePG 1.30 makes of its resources what is known here of that version`. */
  readonly says: string
  readonly by: Ref
  /** The resource that says this part of it alone: `KafkaNodePool/shop/brokers`. */
  readonly part?: Ref
}

export interface Estate {
  readonly cluster: string
  /** Minor version, `1.33`; undefined where nobody says. */
  readonly minor?: string
  /** Whether it may run a newer one. */
  readonly orNewer?: boolean
  /** When the picture was taken that its running objects are from, `2026-11-21T12:00:00Z`. */
  readonly takenAt?: string
  readonly distribution?: string
  readonly enforcesPolicy: { readonly holds: boolean | undefined; readonly source: Source }
  /** The blocks that pods get their addresses of, where somebody says them. */
  readonly podBlocks?: readonly string[]
  /** How its API server is started; of each option nothing where nobody says and the distribution is not known. */
  readonly server?: EstateServer
  readonly nodes: readonly EstateNode[]
  readonly pools: { readonly [name: string]: readonly string[] }
  /** Pools that say what their machines are; their nodes are among those of `pools`. */
  readonly nodePools?: readonly EstatePool[]
  /** What adds nodes and takes them away, as somebody says it. */
  readonly autoscaler?: EstateAutoscaler
  readonly classes: { readonly [name: string]: StorageBound }
  /** Round trips between zones, as somebody says them. */
  readonly links?: readonly ZoneLink[]
  readonly objects: readonly EstateObject[]
  readonly shown: readonly ShownObject[]
  readonly facts: readonly Fact[]
  readonly environments: readonly EstateEnvironment[]
  /** What is deployed there and could not be read; sorted by id. Absent: everything was read. */
  readonly unseen?: readonly Unseen[]
  /** Files of monitoring tools that lie among the manifests; sorted by file. */
  readonly configs?: readonly EstateConfig[]
  /** What Prometheus and Alertmanager are told there; absent where nothing is, or nobody asked. */
  readonly monitoring?: Monitoring
  /** Where pods reach the API server, where somebody says it: blocks of addresses. */
  readonly api?: { readonly at: readonly string[]; readonly port: number }
  /** How Services lead to pods; absent where nobody says, as where a network plugin may do it. */
  readonly proxy?: { readonly mode: ProxyMode; readonly source: Source }
  /** Taken in the whole cluster, where it is not known by node; absolute amounts as Kubernetes quantities. */
  readonly taken: Taken
  readonly source: Source
}

export interface EstateServer {
  /** What it writes of each request into its audit log; `None` is nothing. */
  readonly audit?: { readonly level: string; readonly source: Source }
  readonly encryptsSecrets?: { readonly holds: boolean; readonly source: Source }
}

/** A chart that is not there, a file that is no YAML, a custom resource of an operator that no table knows. */
export interface Unseen {
  /** Made of names only: `unread/<file>`, `remote/<application>`, `opaque/<kind>.<group>`. */
  readonly id: string
  readonly says: string
  /** Where its objects would stand; absent where that could be anywhere in the cluster. */
  readonly namespaces?: readonly string[]
  /** Kinds that it may hold or make; absent where it may be anything. */
  readonly kinds?: readonly string[]
  readonly source: Source
}

/** A plain configuration file that a tool in the cluster reads, as it lies in the folder and in no ConfigMap. */
export interface EstateConfig {
  readonly file: string
  readonly is: 'prometheus-rules' | 'prometheus' | 'alertmanager'
  /** What the file says; may hold anything in any field. */
  readonly value: unknown
  /** Where a field of it is written, `['groups', 0, 'rules', 2, 'alert']`. */
  readonly lineOf: (path: readonly (string | number)[]) => Position | undefined
}

export interface ZoneLink {
  readonly between: readonly [string, string]
  readonly takesSeconds: SecondsRange
  readonly source: Source
}

export interface StorageBound {
  readonly bound: 'node' | 'zone' | 'cluster' | 'unknown'
  readonly default: boolean
  /** Whether a volume ends at the size that was asked for; undefined where nobody knows. */
  readonly keepsSize?: boolean
  /** Its volumes lie on the disk of the node that the distribution's etcd writes to, as far as anybody says. */
  readonly besideEtcd?: true
  readonly source: Source
}

export interface EstatePool {
  readonly name: string
  /** How many stand when little is asked; undefined where nobody says. */
  readonly standing?: number
  /** How many there may be; undefined where nobody bounds it. */
  readonly most?: number
  readonly scales?: 'autoscaler' | 'on-demand' | 'person' | 'fixed'
  /** Machines that an autoscaler adds in this order, where pods need them. */
  readonly further: readonly EstateNode[]
  readonly source: Source
}

export interface EstateNode {
  readonly name: string
  readonly labels: Labels
  readonly taints: readonly Taint[]
  /** `{ cpu, memory, pods, 'ephemeral-storage' }` as Kubernetes quantities. Allocatable equals capacity where nobody says more. */
  readonly allocatable: { readonly [resource: string]: string }
  readonly zone?: string
  /** Resources of which nobody says how much there is: `allocatable` then refuses nothing. */
  readonly unsized?: readonly ('cpu' | 'memory')[]
  /** What already takes room and is not among the objects; absolute amounts; always somebody's estimate. */
  readonly taken: Taken
  readonly source: Source
}

export interface Taken {
  readonly cpu?: string
  readonly memory?: string
  /** Of the cluster as a whole: how many pods take it, all of them in these namespaces. */
  readonly pods?: { readonly count: number; readonly in: readonly string[] }
  /** As it was written, `60%`. */
  readonly says?: string
  readonly source?: Source
}

export interface EstateObject {
  readonly ref: Ref
  readonly manifest: Manifest
  /** lowered from a component; written by hand in the platform; brought by the distribution; read from a file; made by an operator. */
  readonly origin: 'lowered' | 'written' | 'brought' | 'read' | 'made'
  readonly component?: string
  readonly environment?: string
  /** A namespace that others name and nobody shows: it may carry labels beyond `kubernetes.io/metadata.name`. */
  readonly implied?: true
  readonly source: Source
}

/** What a document shows of an object: judged for admission only. */
export interface ShownObject {
  readonly manifest: Manifest
  readonly of: Ref
  readonly component: string
  readonly environment: string
  /** Shown as what somebody applies: what is missing in it is held against it. */
  readonly whole?: true
  readonly source: Source
}

export interface EstateEnvironment {
  readonly name: string
  readonly namespace: string
  readonly pool?: string
  readonly purpose?: string
  /** The environment that it takes over from, once the cluster of that one is lost. */
  readonly standbyOf?: string
  /** The one that serves at the same time, of which it is the equal. */
  readonly activeWith?: string
  /** Policies said to exist in the namespace and shown by nobody. */
  readonly unseenPolicies?: {
    readonly says: string
    /** Components that have one; absent: all. */
    readonly of?: readonly string[]
    /** What goes out passes by a list that nobody shows. */
    readonly egress?: 'listed'
    /** DNS is said to be on it. */
    readonly dns?: boolean
    readonly source: Source
  }
  readonly source: Source
}

/** How a fact stands: an object does it; somebody says it; we inferred it on import. */
export type Standing =
  | { readonly is: 'carried'; readonly by: Ref }
  | { readonly is: 'declared' }
  | { readonly is: 'guessed'; readonly from: string }

export type Fact = {
  readonly standing: Standing
  readonly source: Source
  readonly component: string
  readonly environment: string
} & (
  | { readonly trait: 'calls'; readonly from: Ref; readonly to: CallTarget }
  | {
      readonly trait: 'replicates'
      readonly of: Ref
      readonly mode: 'none' | 'asynchronous' | 'synchronous' | 'consensus'
      readonly failover: 'none' | 'manual' | 'automatic'
      readonly promotesSeconds?: SecondsRange
      readonly lagSeconds?: number
      /** Members share out keys among them and tell clients who has which; parts: how many, each with followers of its own. */
      readonly shards?: { readonly parts?: number }
    }
  | {
      /** Its pods share out work by what the store holds. */
      readonly trait: 'shares'
      readonly of: Ref
      readonly by: 'lock' | 'partitions'
      readonly in: Ref
      /** Seconds until another takes over the part of one that is gone. */
      readonly takesOverSeconds?: number
    }
  | { readonly trait: 'elects'; readonly name: string; readonly voters: readonly Ref[] }
  | { readonly trait: 'endpoint'; readonly service: Ref; readonly of: Ref; readonly role?: string }
  | {
      readonly trait: 'backsUp'
      readonly of: Ref
      readonly name: string
      readonly by: string
      readonly how?: 'full' | 'incremental' | 'snapshot' | 'continuous'
      readonly everySeconds?: number
      readonly takesSeconds?: SecondsRange
      /** Of one copy, as somebody estimates it. */
      readonly sizeBytes?: number
      readonly keep?: number
      /** How old one becomes, where they are kept by age, and in an archive after that. */
      readonly keepsSeconds?: number
      readonly archivedSeconds?: number
      /** What was written since a copy: kept as long as the copies that need it, and nothing without one. */
      readonly isLog?: boolean
      /** Under which name others find it who replay it. */
      readonly archive?: ArchiveName
      readonly to: CopyPlace
      readonly restoresSeconds?: SecondsRange
    }
  /** A provider runs it, and none of its pods stand here. */
  | {
      readonly trait: 'managed'
      readonly of: Ref
      readonly service: string
      readonly region?: string
      readonly zones?: readonly string[]
      readonly isPublic?: boolean
      readonly restoresBackSeconds?: number
    }
  /** All that is written is written in another region as well. */
  | { readonly trait: 'geoReplicates'; readonly of: Ref; readonly region: string; readonly lagSeconds?: number }
  /** It replays what another store archives under that name, and takes no writes until somebody promotes it. */
  | { readonly trait: 'follows'; readonly of: Ref; readonly archive: ArchiveName }
  /** The same seen from the one that archives: `log` is the name of the copy that is replayed elsewhere. */
  | { readonly trait: 'followed'; readonly of: Ref; readonly log: string; readonly by: Follower }
  /** How a call is made, by what the call says and, for the rest, the mesh of the caller. */
  | {
      readonly trait: 'routed'
      readonly from: Ref
      readonly to: CallTarget
      readonly policy: RoutePolicy
      /** The call itself says nothing of it. */
      readonly isOfMesh?: true
      /** The document's lines for single fields of it. */
      readonly cites: { readonly [field in keyof RoutePolicy]?: Stated }
    }
  | { readonly trait: 'usesApi'; readonly of: Ref; readonly rules: readonly ApiRule[] }
  | { readonly trait: 'runs'; readonly of: Ref; readonly software: string; readonly version?: string }
  | { readonly trait: 'writes'; readonly of: Ref; readonly store: string; readonly table: string }
  | ScalingFact
  | { readonly trait: 'starts'; readonly of: Ref; readonly takesSeconds: SecondsRange }
  | {
      readonly trait: 'metered'
      readonly of: Ref
      readonly port: string
      readonly path: string
      readonly metrics: readonly string[]
    }
)

/** Seconds throughout. */
export interface RoutePolicy {
  /** All tries together. */
  readonly timeoutSeconds?: number
  readonly retries?: {
    /** The first try counted. */
    readonly attempts: number
    readonly backoff?: 'exponential' | number
    readonly perTrySeconds?: number
  }
  readonly breaker?: { readonly failures?: number; readonly forSeconds?: number }
  readonly balances?: CallBalancing
  readonly batch?: boolean
  readonly idempotent?: boolean
}

/** A log of writes in object storage. */
export interface ArchiveName {
  /** `s3://copies` */
  readonly place: string
  /** Who serves it; absent for the provider's own address. */
  readonly endpoint?: string
  readonly server: string
}

export interface Follower {
  readonly workload: Ref
  readonly cluster: string
  /** Of the cluster's nodes; undefined where one of them is in none that is named. */
  readonly zones: readonly string[] | undefined
  readonly component: string
  readonly environment: string
}

/** What a program asks of the Kubernetes API, as a Role would allow it. */
export interface ApiRule {
  readonly verbs: readonly string[]
  readonly groups: readonly string[]
  readonly resources: readonly string[]
  /** Empty: objects of all names. */
  readonly names: readonly string[]
}

export type FactOf<T extends Fact['trait']> = Extract<Fact, { trait: T }>

export interface SecondsRange {
  readonly from: number
  readonly to: number
}

/** Pods of a workload at a port, by service name where there is one; a place outside the cluster; or nothing that stands. */
export type CallTarget =
  | {
      readonly is: 'workload'
      readonly workload: Ref
      readonly service?: Ref
      readonly port: number
      readonly protocol: 'TCP' | 'UDP' | 'SCTP'
      readonly portName?: string
    }
  | {
      readonly is: 'outside'
      readonly name: string
      /** `203.0.113.7` or a block, `203.0.113.0/24`, where somebody wrote it. */
      readonly address?: string
      /** The port there, over TCP; undefined where nobody says. */
      readonly port?: number
      /** What the port is called, where it has several. */
      readonly portName?: string
      /** The Service by whose name it is called. */
      readonly service?: Ref
    }
  | { readonly is: 'absent'; readonly name: string; readonly port?: string }

/** Where copies lie: a claim in a cluster (and so on its nodes, by its class), outside every cluster, or nobody says. */
export type CopyPlace =
  | {
      readonly is: 'claim'
      readonly claim: Ref
      readonly cluster: string
      readonly class: string
      readonly bound: StorageBound['bound']
    }
  | {
      readonly is: 'outside'
      readonly name: string
      /** Those that it lies in, each whole, as far as somebody says; absent: it is apart from all that fails here. */
      readonly regions?: readonly string[]
      /** Its own region is none of them: they are those that all of it is copied to. */
      readonly isOwnUnsaid?: true
    }
  | { readonly is: 'unsaid' }
