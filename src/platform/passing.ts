// What calls pass on their way, to the engines: what forwards them, whose address they leave with, and who answers for names.

import type { EdgeDuty, Segment } from './model.ts'
import type { Duration } from './units.ts'

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
