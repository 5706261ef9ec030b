// How traffic goes: how a call is made, the mesh that makes it so, and the networks that it crosses.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { PortRef } from './environment.ts'
import type { Organisation } from './tenancy.ts'

/** How a proxy or a client picks who is asked next; `by-role`: writes go to the primary, reads to any. */
export type CallBalancing =
  | 'round-robin'
  | 'random'
  | 'least-connections'
  | 'least-requests'
  | 'consistent-hash'
  | 'weighted'
  | 'by-role'

export interface Retries {
  /** How often it is tried at most, the first time counted: 3 are two retries, as which Istio counts its own `attempts`. */
  readonly attempts: number
  /** Between two tries: so long, or longer each time. */
  readonly backoff?: Duration | 'exponential'
  /** How long one try may take; default: the whole timeout. */
  readonly perTry?: Duration
  readonly stated?: Stated
}

/** After so many failures in a row, nothing is sent there for so long. */
export interface Breaker {
  readonly failures?: number
  readonly for?: Duration
  readonly stated?: Stated
}

/** How a call is made, whoever sees to it. */
export interface CallPolicy {
  /** After which nobody waits for the answer any more, all tries together. */
  readonly timeout?: Duration
  readonly retries?: Retries
  readonly breaker?: Breaker
  readonly balances?: CallBalancing
}

/** A call that says how it is made; what it does not say is as the mesh of the caller has it. */
export interface Call extends CallPolicy {
  readonly is: 'call'
  readonly to: Component | PortRef
  /** Work on many rows at once: the mesh's timeout for batches holds. */
  readonly batch?: boolean
  /** How many connections each pod holds open at most: the size of its pool. */
  readonly connections?: number
  /** What the connection passes on its way: a load balancer, a pooler. */
  readonly through?: Component
  /** What it says of TLS itself, with no mesh: both ends show a certificate (`mutual`), or only who is called. */
  readonly tls?: 'mutual' | 'server'
  /** Whether doing it twice is the same as doing it once; default: nobody says. */
  readonly idempotent?: boolean
  readonly stated?: Stated
}

/** Proxies beside every pod of the environments that have it, which carry the calls between them. */
export interface Mesh extends CallPolicy {
  readonly is: 'mesh'
  readonly name: string
  /** Default: nobody has chosen. */
  readonly by?: 'istio' | 'linkerd' | 'consul' | 'kuma'
  readonly version?: string
  /** What its proxies are. */
  readonly proxy?: 'envoy' | 'linkerd2-proxy'
  /** Whether a call without a certificate of the mesh is refused (`strict`) or taken too (`permissive`). */
  readonly mtls?: 'strict' | 'permissive'
  /** The oldest version of TLS that is spoken. */
  readonly tls?: '1.2' | '1.3'
  /** In place of `timeout`, for calls of batches. */
  readonly batchTimeout?: Duration
  /** What nobody is declared to call is refused. */
  readonly deniesByDefault?: boolean
  /** Where single options are said, by their name. */
  readonly cites?: { readonly [option: string]: Stated }
  readonly stated?: Stated
}

/** A private network of a provider: a VPC, a VNet. */
export interface Network {
  readonly is: 'network'
  readonly name: string
  readonly cidr?: string
  readonly region?: string
  readonly stated?: Stated
}

/** A part of a network that has routes and rules of its own: a tier of subnets, one a zone. */
export interface Segment {
  readonly is: 'segment'
  readonly name: string
  /** Default: the one network that there is, or nobody says. */
  readonly of?: Network
  /** `public`: what stands there may have an address that the internet reaches. */
  readonly tier?: 'public' | 'private'
  /** The zones that it has a subnet in. */
  readonly zones?: readonly string[]
  readonly cidr?: string
  /** The only one who may have something there. */
  readonly for?: Organisation
  /** Segments that may open connections into it; default: nobody says. */
  readonly admits?: readonly Segment[]
  readonly stated?: Stated
}

/** The way to a system outside. */
export interface NetworkLink {
  readonly is: 'link'
  readonly name: string
  readonly kind: 'vpn' | 'dedicated' | 'public'
  /** Of a public one: why it is not private. */
  readonly reason?: string
  readonly stated?: Stated
}

/** What something in the path of traffic does with it. */
export type EdgeDuty =
  | 'caches'
  | 'absorbs-ddos'
  | 'filters'
  | 'limits-rate'
  | 'authenticates'
  | 'routes-by-path'
  | 'routes-by-host'
  | 'translates'
  | 'fails-over'
  | 'distributes'
