// Environments: what runs where, and how one differs from another.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Cluster } from './cluster.ts'
import type { Planned } from './doubt.ts'
import type { Cadence } from './drill.ts'
import type { Scaling } from './scaling.ts'
import type { Tiering } from './tiering.ts'
import type { Mesh } from './traffic.ts'

/** What a ServiceAccount may do in its namespace. */
export interface Role {
  readonly is: 'role'
  readonly name: string
  readonly account: string
  readonly rules: readonly {
    /** API groups; default: the core group. */
    readonly groups?: readonly string[]
    readonly resources: readonly string[]
    /** Names of single objects; default: all. */
    readonly names?: readonly string[]
    readonly verbs: readonly string[]
  }[]
  readonly stated?: Stated
}

/** A place outside the cluster that keeps values, and from which an operator fetches them. */
export interface SecretStore {
  readonly is: 'secretStore'
  readonly name: string
  /** Vault, AWS Secrets Manager, or a key in the cluster that opens what was sealed for it (Sealed Secrets). */
  readonly by: 'aws' | 'sealed-secrets' | 'vault'
  /** Address of Vault, or region of AWS Secrets Manager. */
  readonly at?: string
  /** How often a new key seals what is sealed from then on. */
  readonly renewsKey?: Cadence
  /** How often the keys that open what it sealed are copied to where the cluster cannot take them along. */
  readonly copiesKey?: Cadence
  readonly stated?: Stated
}

/** A Secret by name: its value is nowhere here. */
export interface Secret {
  readonly is: 'secret'
  readonly name: string
  readonly keys: readonly string[]
  /** Where its value is kept; default: in the cluster alone, put there by hand. */
  readonly from?: SecretStore
  /** Its path there. */
  readonly path?: string
  /** How often its value is replaced. */
  readonly rotates?: Cadence
  /** How long its value is good for: until a certificate ends, a token expires. */
  readonly lives?: Duration
  readonly stated?: Stated
}

export interface Sized {
  readonly is: 'sized'
  readonly component: Component
  /** Whole options that replace those of the component: no deep merge. */
  readonly options: { readonly [option: string]: unknown }
  readonly stated?: Stated
}

/** A complete manifest, shown in a document and adopted as an object in place of the derived one. */
export interface Written {
  readonly is: 'written'
  readonly manifest: { readonly apiVersion: string; readonly kind: string; readonly [field: string]: unknown }
  readonly stated?: Stated
}

/** A manifest beside the lowered object: judged for admission, compared with that object, never merged. */
export interface Shown {
  readonly is: 'shown'
  readonly manifest: { readonly apiVersion: string; readonly kind: string; readonly [field: string]: unknown }
  readonly of: Component
  /** Shown as what somebody applies, and not as an excerpt: what is missing in it is held against it. */
  readonly whole?: boolean
  readonly stated?: Stated
}

export interface Flow {
  readonly is: 'flow'
  readonly from: Component
  readonly to: Component | PortRef
  readonly stated?: Stated
}

export interface PortRef {
  readonly is: 'port'
  readonly component: Component
  readonly port: string
}

/** A table of a store, as who writes and reads it calls it. */
export interface StoreTable {
  readonly is: 'table'
  readonly name: string
  readonly in: Component
  readonly stated?: Stated
}

/** A path of calls that people need, each from the one before to the next. */
export interface Journey {
  readonly is: 'journey'
  readonly name: string
  readonly path: readonly (Component | PortRef)[]
  readonly stated?: Stated
}

/** The NetworkPolicies that are made for a namespace; what is not said here is not made. */
export interface Policies {
  /** One that isolates every pod in both directions and lets nothing through. */
  readonly defaultDeny?: boolean
  /** One that lets every pod ask the cluster's DNS, over UDP and over TCP (RFC 7766 section 5). */
  readonly dns?: boolean
  /**
   * One for each workload, or each of these components: out to what it is declared to call, in from whom it is declared to be called, at the ports
   * that are called, whichever namespace the other end stands in.
   */
  readonly calls?: boolean | readonly Component[]
  /** One for each of these namespaces, that lets every pod out to all its pods at every port. */
  readonly egressTo?: readonly string[]
  readonly stated?: Stated
}

/** Policies that are said to exist in the namespace and that nobody has shown: what they admit is an assumption. */
export interface UnseenPolicies {
  /** In the words of whoever says it: 'default deny and explicit allow'. */
  readonly says: string
  /** Which have one; default: all. */
  readonly of?: readonly Component[]
  /** What goes out passes by a list of what is outside; calls of names that it may not hold are unknown. */
  readonly egress?: 'listed'
  /** DNS is said to be on that list. */
  readonly dns?: boolean
  readonly stated?: Stated
}

export interface Environment extends Tiering {
  readonly is: 'environment'
  readonly name: string
  readonly on: Cluster
  readonly pool?: string
  readonly namespace: string
  readonly labels: { readonly [key: string]: string }
  readonly like?: Environment
  /** The one that it takes over from, once that one's cluster is lost; until then it takes no writes (active/passive). */
  readonly standbyOf?: Environment
  readonly without: readonly Component[]
  readonly instead: readonly (readonly [Component, Component])[]
  readonly sized: readonly Sized[]
  readonly runs: readonly (Component | Planned<Component>)[]
  readonly flows: readonly Flow[]
  /** What moves the number of pods of whatever says nothing of its own. */
  readonly scales?: Scaling
  readonly quota?: {
    readonly hard: { readonly [resource: string]: string | number }
    /** Name of the object; default: that of the environment. */
    readonly name?: string
    readonly stated?: Stated
  }
  readonly limits?: { readonly [field: string]: unknown; readonly stated?: Stated }
  readonly includes: readonly (Written | Shown)[]
  readonly roles: readonly Role[]
  readonly policies?: Policies
  readonly secrets: readonly Secret[]
  /** The proxies beside its pods, which carry the calls between them. */
  readonly mesh?: Mesh
  readonly unseenPolicies?: UnseenPolicies
  readonly stated?: Stated
}
