// Options that every workload may have, whatever its noun. Nothing here has a protective default: a probe, a budget or
// a limit that was not declared is absent.

import type { Component, HealthCheck, Placement, ProbeOptions, SecurityOptions } from '../component.ts'
import type {
  Authentication,
  Built,
  Call,
  Context,
  Encrypted,
  KeptApart,
  Pool,
  PortRef,
  Resizing,
  Role,
  Scaling,
  Segment,
  StoreTable,
} from '../model.ts'
import type { Stated } from '../source.ts'
import type { Cpu, Duration, Percent, Range, Size } from '../units.ts'

/** Something that can be called: a component (all its ports), one of its ports, or either with how the call is made. */
export type CallTargetOption = Component | PortRef | Call

export interface ResourceOptions {
  /** Cores: `1`, `0.5` or `'500m'`. */
  readonly cpu?: Cpu
  /** Bytes: `'2Gi'`, `'64G'`. */
  readonly memory?: Size
}

/**
 * `8080`, or ports by name: `{ http: 8080, metrics: 9090, syslog: { port: 514, protocol: 'UDP' } }`; or the protocol alone,
 * where nobody says a number: `'http'` is 80, `'https'` is 443 (IANA, Service Name and Transport Protocol Port Number
 * Registry).
 */
export type ListenOptions = number | WellKnown | { readonly [port: string]: PortOption }
export type WellKnown = 'http' | 'https'
export type PortOption = number | { readonly port: number; readonly protocol?: 'TCP' | 'UDP' | 'SCTP' }

/** The names of declared ports; a single unnamed port is called `main`. */
export type PortNames<L> = L extends number ? 'main' : L extends string ? L : Extract<keyof L, string>

export interface MetricsOptions {
  /** The port by name (or number) that answers with metrics. */
  readonly port: string | number
  /** Default `/metrics`. */
  readonly path?: string
  /** Names of the metrics that it exposes, as alerts call them. */
  readonly names?: readonly string[]
  readonly stated?: Stated
}

/** Where pods may stand and how they keep apart. */
export type PlaceOptions = Partial<Placement> & { readonly stated?: Stated }

export interface UpdateOptions {
  /** Pods that may be missing during a rollout: a number, or a share of the replicas. */
  readonly maxUnavailable?: number | Percent
  /** Pods that may be there in addition during a rollout (Deployments only). */
  readonly maxSurge?: number | Percent
  readonly stated?: Stated
}

/** A PodDisruptionBudget; exactly one of the two numbers. */
export interface BudgetOptions {
  readonly minAvailable?: number | Percent
  readonly maxUnavailable?: number | Percent
  /** Name of the object; default: that of the workload. */
  readonly name?: string
  readonly stated?: Stated
}

export interface TolerationOption {
  readonly key: string
  readonly effect?: 'NoSchedule' | 'NoExecute'
  /** How long a pod stays on a node with the taint (`NoExecute`). */
  readonly for?: Duration
}

/** Names under which the workload is called: a list, or each with the role that it promises. */
export type NameOptions =
  | readonly string[]
  | { readonly [serviceName: string]: string | { readonly role?: string; readonly stated?: Stated } }

export interface WorkloadOptions {
  readonly image?: string
  /** What it is, where no image tells: `{ name: 'ingress-nginx', version: '1.12' }`. */
  readonly software?: { readonly name: string; readonly version?: string }
  /** What its image is built on, where the image does not tell: `{ base: 'distroless', runtime: 'node' }`. */
  readonly built?: Built
  readonly command?: readonly string[]
  /** The context that it belongs to; `'all'`: it serves every one. Its pods carry it as the label `context`. */
  readonly context?: Context | 'all'
  /** How what it keeps is encrypted where it lies: `{ by: 'disk', cipher: 'AES-256-XTS' }`. */
  readonly encrypted?: Encrypted
  /** How it keeps apart what several tenants have in it: `{ contexts: 'schema', customers: 'policy' }`. */
  readonly keepsApart?: KeptApart
  /** What it asks of whoever connects: `{ by: 'password', secret: 'ledger-db' }`. */
  readonly authenticates?: Authentication
  /** Labels beside `app: <name>`. */
  readonly labels?: { readonly [key: string]: string }
  readonly requests?: ResourceOptions
  readonly limits?: ResourceOptions
  /** What it calls, as values: `[ledgerDb, orders.port('http')]`. */
  readonly calls?: readonly CallTargetOption[]
  /** The segment, or segments, of a network that it stands in, where that is not the one of its cluster. */
  readonly in?: Segment | readonly Segment[]
  readonly metrics?: MetricsOptions
  readonly readiness?: ProbeOptions
  readonly liveness?: ProbeOptions
  /** That its health is checked, where the document does not say what is asked: `{ by: 'http' }`; no probe is made of it. */
  readonly health?: HealthCheck
  readonly update?: UpdateOptions
  /** What sets the requests of its pods by what they use: `{ mode: 'Auto' }`. */
  readonly resizes?: Resizing
  readonly place?: PlaceOptions
  /** The pool on whose nodes its pods stand: they choose it by its label and tolerate its taints. */
  readonly pool?: Pool
  readonly budget?: BudgetOptions
  /** Name of its ServiceAccount. */
  readonly account?: string
  /** What it asks of the Kubernetes API: `[{ resources: ['pods'], verbs: ['list'] }]`. */
  readonly api?: Role['rules']
  /** Tables that it writes or reads. */
  readonly writes?: readonly StoreTable[]
  /** Names of the Secrets that it reads. */
  readonly secrets?: readonly string[]
  /** Names of the ConfigMaps that it reads. */
  readonly config?: readonly string[]
  readonly security?: SecurityOptions
  /** From the start of the pod to readiness, as somebody estimates it. */
  readonly starts?: Duration | Range<Duration>
  readonly tolerates?: readonly TolerationOption[]
  /** How long its pods stay on a node that is lost before others take their place; Kubernetes' own default is `5m`. */
  readonly leavesNodeAfter?: Duration
  /** Names of the Services in front of it; default: one, called like the component. */
  readonly names?: NameOptions
  /** Where single options are said, by their name: `cites: { requests: says('6.1', 653) }`; `stated` is for the rest. */
  readonly cites?: { readonly [option: string]: Stated }
  /** Name of a headless Service. */
  readonly headless?: string
  readonly stated?: Stated
}

export interface ReplicatedOptions {
  /** How many pods; default: the fewest that `scales` says, else 1, as Kubernetes has it. */
  readonly replicas?: number
  /**
   * An autoscaler: `{ from: 2, to: 10, on: [{ cpu: '70%' }], up: { pods: 2, every: '30s' } }`; `none`: not even the one of
   * its environment.
   */
  readonly scales?: Scaling | 'none'
  /** What one pod carries: `'1000/min'`. */
  readonly handles?: string
  /** How they share out work that each of them could do, without being called. */
  readonly shares?: SharesOptions
}

export interface SharesOptions {
  /** `lock`: each takes what no other holds; `partitions`: each has a part of its own, and keeps how far it has come. */
  readonly by: 'lock' | 'partitions'
  /** The store that holds the locks, or how far each has come. */
  readonly in: Component
  /** After how long another takes over the partitions of one that is gone. */
  readonly takesOver?: Duration
  readonly stated?: Stated
}
