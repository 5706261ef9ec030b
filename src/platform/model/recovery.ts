// Failures, and what is done about them.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration, Range } from '../units.ts'
import type { Environment } from './environment.ts'

export interface Failure {
  readonly is: 'failure'
  /** `hang`: it is there, answers no more and does not end. */
  readonly kind: 'loss' | 'corruption' | 'hang'
  readonly of: 'pod' | 'node' | 'zone' | 'cluster' | 'store'
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
