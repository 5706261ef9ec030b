// Failures, and what is done about them.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration, Range } from '../units.ts'
import type { Environment } from './environment.ts'

export interface Failure {
  readonly is: 'failure'
  /**
   * `hang`: it is there, answers no more and does not end; `breach`: somebody is in who should not be, and nothing that
   * was there since can be trusted; `release`: what was rolled out does not work.
   */
  readonly kind: 'loss' | 'corruption' | 'hang' | 'breach' | 'release'
  readonly of: 'pod' | 'node' | 'zone' | 'cluster' | 'region' | 'store' | 'environment'
}

/** A name that leads to another environment once health checks of the first fail. What is not said, nobody knows. */
export interface DnsFailover {
  readonly is: 'dnsFailover'
  readonly name: string
  readonly from: Environment
  readonly to: Environment
  /** Who answers for the name. */
  readonly by?: 'route53' | 'cloudflare' | 'azure-traffic-manager' | 'google-cloud-dns'
  /** So many checks in a row, each so long after the one before, have to fail. */
  readonly checks?: { readonly every?: Duration; readonly failures?: number }
  /** How long resolvers keep the answer that they have. */
  readonly ttl?: Duration
  readonly stated?: Stated
}

/** A failure that is prepared for, and what is done about it. */
export interface Scenario {
  readonly is: 'scenario'
  readonly name: string
  readonly of: Failure
  /** What it strikes. */
  readonly in: Environment
  readonly by?: Procedure
  /** All of it, as somebody estimates it. */
  readonly takes?: Duration | Range<Duration>
  /** What is done where the procedure does not help. */
  readonly fallback?: Procedure
  readonly stated?: Stated
}

/** What people need the platform for, and how long they can do without. */
export interface BusinessFunction {
  readonly is: 'businessFunction'
  readonly name: string
  readonly in: Environment
  /** What has to be there for it, each with what it calls; default: nobody says. */
  readonly needs?: readonly Component[]
  readonly downAtMost: Duration
  readonly criticality?: 'critical' | 'important' | 'normal'
  /** How people help themselves until it is back. */
  readonly meanwhile?: string
  /** Who is told, and how soon. */
  readonly tells?: string
  readonly stated?: Stated
}

export interface Step {
  readonly name: string
  readonly takes?: Duration | Range<Duration>
  /** Who or what acts: Kubernetes itself (then its real timers hold), a controller, a person. */
  readonly actor: 'kubernetes' | 'controller' | 'person'
  /** Names of steps that must be over first; default: the step before. */
  readonly after?: readonly string[]
  /** What the step does, where an engine cares: tells the failure, removes the dead node from its pods, brings data back… */
  readonly does?:
    | 'detect'
    | 'decide'
    | 'terminate'
    | 'fence'
    | 'schedule'
    | 'attach'
    | 'start'
    | 'provision'
    | 'restore'
    | 'deploy'
    | 'verify'
    | 'promote'
    | 'migrate'
    | 'seed'
    | 'redirect'
    | 'rollback'
    | 'configure'
    | 'quiesce'
    | 'isolate'
    | 'assess'
    | 'rotate'
    | 'scale'
    | 'follow'
    | 'watch'
    | 'notify'
    /** Changes what runs where it runs. */
    | 'patch'
  /** Of a step that redirects: the names that lead elsewhere then. */
  readonly by?: DnsFailover
  /** What it does it to: the components that are deployed, migrated, restored. */
  readonly of?: readonly Component[]
  /** Where; default: where its procedure is done. */
  readonly in?: Environment
  /** How it comes to a store: by one pod of it (a port-forward, an exec), or by the name of a Service. */
  readonly through?: 'pod' | 'service'
  /** What a step that verifies room looks at: what containers use now, or what pods request, which is what the scheduler counts. */
  readonly measures?: 'usage' | 'requests'
  readonly stated?: Stated
}

export interface Procedure {
  readonly is: 'procedure'
  readonly name: string
  readonly steps: readonly Step[]
  /** Where it is done. */
  readonly in?: Environment
  readonly stated?: Stated
}
