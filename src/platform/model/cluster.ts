// Clusters: what pods stand on, and what already takes room there.

import type { BackupPlace } from '../keeping.ts'
import type { Price } from '../money.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Duration, Percent, Range, Size } from '../units.ts'
import type { Cadence } from './drill.ts'
import type { ClusterAutoscaler } from './scaling.ts'
import type { Organisation } from './tenancy.ts'
import type { Segment } from './traffic.ts'

export interface Node {
  readonly is: 'node'
  readonly name: string
  /** Undefined where nobody says how large it is: only machines of pools, and those that are only counted. */
  readonly cpu?: Cpu
  readonly memory?: Size
  readonly disk?: Size
  /** Devices of the kind that `nvidia.com/gpu` counts. */
  readonly gpu?: number
  readonly zone?: string
  readonly roles: readonly string[]
  readonly labels: { readonly [key: string]: string }
  readonly taints: readonly { key: string; value?: string; effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' }[]
  /** What already takes room there and is not among the declared components' requests; an estimate. */
  readonly taken?: { readonly cpu?: Cpu | Percent; readonly memory?: Size | Percent; readonly stated?: Stated }
  /** What it costs by the month, with its local disks. */
  readonly price?: Price
  /** The pool that it is one of. */
  readonly of?: Pool
  readonly stated?: Stated
}

export type Bounds = { readonly from: number; readonly to: number }

/** Who changes the number of a pool's machines; `on-demand`: none stands until pods ask for one. */
export type PoolScaling = 'autoscaler' | 'on-demand' | 'person' | 'fixed'

/** Machines of one kind. */
export interface Pool {
  readonly is: 'pool'
  readonly name: string
  /** How many: undefined where nobody says. Of a range the lower end stands, and an autoscaler goes as far as pods need. */
  readonly nodes?: number | Bounds
  readonly scales?: PoolScaling
  /** Of each machine. */
  readonly cpu?: Cpu
  readonly memory?: Size
  readonly disk?: Size
  /** How many devices; `true`: one at least. */
  readonly gpu?: number | true
  /** A family (`compute-optimized`) or a type of the provider's (`m6i.large`). */
  readonly instance?: string
  /** The zones over which its machines are spread, one after another. */
  readonly zones: readonly string[]
  readonly roles: readonly string[]
  readonly labels: { readonly [key: string]: string }
  readonly taints: Node['taints']
  readonly taken?: Node['taken']
  readonly price?: Price
  readonly stated?: Stated
}

export type Provider = 'aws' | 'azure' | 'gcp'

export type VolumeKind = 'ssd' | 'hdd' | 'network' | 'memory'

export type AccessMode = 'ReadWriteOnce' | 'ReadWriteOncePod' | 'ReadOnlyMany' | 'ReadWriteMany'

export interface StorageClass {
  /** Where a volume can go once it holds data: nowhere (`node`), within its zone, anywhere in the cluster; absent: nobody says. */
  readonly bound?: 'node' | 'zone' | 'cluster'
  /** What its volumes lie on: several where somebody says so, and nobody which a volume is. */
  readonly kind?: VolumeKind | readonly VolumeKind[]
  /** How pods of several nodes can mount one volume; absent: as its provisioner allows, where that is known. */
  readonly accessModes?: readonly AccessMode[]
  /** A claim may ask for more room later. */
  readonly expands?: boolean
  /** What is written is on several devices before it counts. */
  readonly replicated?: boolean
  readonly provisioner?: string
  readonly default?: boolean
  /** Its volumes lie on a device of the node to which nothing else writes. */
  readonly ownDevice?: boolean
  /** What each Gi of a volume costs by the month. */
  readonly pricePerGi?: Price
  readonly stated?: Stated
}

/** How long a round trip takes between two zones. */
export interface Link {
  readonly between: readonly [string, string]
  readonly takes: Duration | Range<Duration>
  /** What the traffic over it costs by the month. */
  readonly price?: Price
  readonly stated?: Stated
}

export type DistributionPart = 'coredns' | 'local-storage' | 'metrics-server' | 'servicelb' | 'traefik'

export interface Cluster {
  readonly is: 'cluster'
  readonly name: string
  /** `1.33` or `1.34.2`; absent where nobody says which. */
  readonly kubernetes?: string
  /** Whether it may run a newer one than it says. */
  readonly orNewer?: boolean
  readonly distribution?: string
  /** Where programs run without Kubernetes: nothing of it is lowered. */
  readonly bare?: 'compose' | 'hosts'
  readonly region?: string
  readonly provider?: Provider
  readonly operator?: Organisation
  /** Who keeps its API server and etcd. */
  readonly controlPlane?:
    | 'managed'
    | {
        readonly servers?: number
        readonly etcd?: number
        /** Copies of all that etcd holds, and where they lie. */
        readonly snapshots?: {
          readonly every: Cadence
          readonly to?: Exclude<BackupPlace, { readonly is: 'volume' }>
          readonly stated?: Stated
        }
        readonly stated?: Stated
      }
  /** Parts that the distribution packages and that are switched off, as `--disable` of K3s does it. */
  readonly without?: readonly DistributionPart[]
  /** Those that stand: of an autoscaled pool as many as it begins with. */
  readonly nodes: readonly Node[]
  /** Named sets of nodes that environments are meant to stand on. No rule follows from it by itself. */
  readonly pools: { readonly [name: string]: readonly Node[] }
  /** The pools among them that say what their machines are. */
  readonly nodePools: readonly Pool[]
  readonly storage: { readonly [name: string]: StorageClass }
  /** Round trips between zones. */
  readonly links?: readonly Link[]
  /** What adds nodes and takes them away. */
  readonly autoscaler?: ClusterAutoscaler
  readonly cni?: {
    readonly enforcesPolicy: boolean
    readonly name?: string
    /** The blocks that pods get their addresses of: no other block of a policy means a pod. */
    readonly pods?: readonly string[]
    readonly stated?: Stated
  }
  /** How Services lead to pods: the mode of kube-proxy. */
  readonly proxy?: { readonly mode: 'iptables' | 'ipvs' | 'nftables'; readonly stated?: Stated }
  /** Where pods reach the API server once its Service is translated: the servers' own addresses. */
  readonly api?: { readonly at: readonly string[]; readonly port: number; readonly stated?: Stated }
  /** How its API server is started, where that is not as the distribution has it. */
  readonly server?: {
    /** What it writes of each request into its audit log. */
    readonly audit?: 'None' | 'Metadata' | 'Request' | 'RequestResponse'
    /** Whether Secrets are encrypted before they are stored. */
    readonly encryptsSecrets?: boolean
    readonly stated?: Stated
  }
  /** What takes room in the cluster as a whole, where it is not known by node. */
  readonly taken?: {
    readonly cpu?: Cpu | Percent
    readonly memory?: Size | Percent
    /** Pods that take it, all of them in these namespaces. */
    readonly pods?: { readonly count: number; readonly in: readonly string[] }
    readonly stated?: Stated
  }
  /** The segment, or segments, of a network that its nodes stand in. */
  readonly in?: Segment | readonly Segment[]
  readonly stated?: Stated
}
