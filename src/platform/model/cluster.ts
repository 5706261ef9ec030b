// Clusters: what pods stand on, and what already takes room there.

import type { Price } from '../money.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Duration, Percent, Range, Size } from '../units.ts'

export interface Node {
  readonly is: 'node'
  readonly name: string
  readonly cpu: Cpu
  readonly memory: Size
  readonly disk?: Size
  readonly zone?: string
  readonly roles: readonly string[]
  readonly labels: { readonly [key: string]: string }
  readonly taints: readonly { key: string; value?: string; effect: 'NoSchedule' | 'PreferNoSchedule' | 'NoExecute' }[]
  /** What already takes room there and is not among the declared components' requests; an estimate. */
  readonly taken?: { readonly cpu?: Cpu | Percent; readonly memory?: Size | Percent; readonly stated?: Stated }
  /** What it costs by the month, with its local disks. */
  readonly price?: Price
  readonly stated?: Stated
}

export interface StorageClass {
  /** Where a volume can go once it holds data: nowhere (`node`), within its zone, anywhere in the cluster. */
  readonly bound: 'node' | 'zone' | 'cluster'
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
  /** `1.33` or `1.33.5`. */
  readonly kubernetes: string
  readonly distribution?: string
  /** Parts that the distribution packages and that are switched off, as `--disable` of K3s does it. */
  readonly without?: readonly DistributionPart[]
  readonly nodes: readonly Node[]
  /** Named sets of nodes that environments are meant to stand on. No rule follows from it by itself. */
  readonly pools: { readonly [name: string]: readonly Node[] }
  readonly storage: { readonly [name: string]: StorageClass }
  /** Round trips between zones. */
  readonly links?: readonly Link[]
  readonly cni?: { readonly enforcesPolicy: boolean; readonly name?: string; readonly stated?: Stated }
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
  readonly stated?: Stated
}
