// A component is what its noun says plus whole options; what it *is* to the engines are its traits, a small closed set.

import type { Backup, Evicting, Operated, Replication, Schema, Sharding, State } from './keeping.ts'
import type {
  Authentication,
  Call,
  Content,
  Context,
  Encrypted,
  GeoReplica,
  Identifying,
  KeptApart,
  Managed,
  MemberGroup,
  NetworkLink,
  Organisation,
  PortRef,
  Segment,
  Topic,
} from './model.ts'
import type { Forwarding, Naming, Translating } from './passing.ts'
import type { Workload } from './running.ts'
import type { Stated } from './source.ts'
import type { Duration } from './units.ts'
import type { Collecting, Gathering, Metering, Notifying } from './watching.ts'

export type * from './keeping.ts'
export type * from './passing.ts'
export type * from './running.ts'
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
  readonly schema?: Schema
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
  /** How it keeps apart what several tenants have in it. */
  readonly keepsApart?: KeptApart
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
