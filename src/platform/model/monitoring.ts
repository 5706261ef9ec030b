// What watches environments, as a whole.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration } from '../units.ts'
import type { Environment } from './environment.ts'

export type Watching = 'health-checks' | 'metrics' | 'logs' | 'traces' | 'alerts'

/** One stack that watches several environments, or one for each of them. */
export interface Monitoring {
  readonly is: 'monitoring'
  readonly name: string
  /** What it consists of: collectors, what gathers logs and traces, what sends alerts, what shows all that. */
  readonly by: readonly Component[]
  /** The environments that it watches. */
  readonly covers: readonly Environment[]
  /** What it does in them; absent: nobody says. */
  readonly does?: readonly Watching[]
  /** What reports to it; absent: nobody says. */
  readonly watches?: readonly Component[]
  /** One stack for all environments, or one in each; absent: nobody says. */
  readonly stands?: 'once' | 'in-each'
  /** It is to stand on none of the clusters that it watches: who is lost with them tells nobody. */
  readonly outside?: boolean
  /** The label by which what comes from one environment is told from the rest. */
  readonly label?: string
  /** Who may read what comes from an environment: everybody who may read anything, or who is let into it alone. */
  readonly reads?: 'everything' | 'own-environment'
  /** What watches where it is down itself. */
  readonly backedBy: readonly Component[]
  /** How far that is behind in what was gathered at most: it gathers the same itself, or is sent it. */
  readonly lag?: Duration
  readonly stated?: Stated
}
