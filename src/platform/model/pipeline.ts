// What happens to a change on its way: stages, what they try, and who may wave it through.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Duration, Percent, Range } from '../units.ts'
import type { Receiver } from './alert.ts'
import type { Environment } from './environment.ts'
import type { Approval, Branch } from './promotion.ts'
import type { Strategy } from './rollout.ts'
import type { Team } from './team.ts'

/** What is tried of a version; `tests`: whatever tests there are, `all`: everything. */
export type Suite =
  | 'all'
  | 'tests'
  | 'unit'
  | 'integration'
  | 'smoke'
  | 'acceptance'
  | 'load'
  | 'performance'
  | 'security'
  | 'health'
  | 'consistency'

export type Bound = number | Percent | Duration | 'A' | 'B' | 'C' | 'D' | 'E'

export interface Gate {
  readonly is: 'gate'
  readonly name: string
  /** What is measured: two gates that measure the same are told by it. Default: its name. */
  readonly measures: string
  readonly above?: Bound
  readonly atLeast?: Bound
  readonly below?: Bound
  readonly atMost?: Bound
  /** Findings of these severities let nothing through. */
  readonly none?: readonly ('critical' | 'high' | 'medium' | 'low')[]
  /** Where it is closed, nothing goes on; else it is only told. */
  readonly blocks: boolean
  /** Who may wave a version through all the same. */
  readonly bypassedBy: readonly Team[]
  readonly stated?: Stated
}

export interface Stage {
  readonly is: 'stage'
  readonly name: string
  readonly does: readonly ('analyse' | 'build' | 'test' | 'package' | 'deploy' | 'approve' | 'verify' | 'notify')[]
  /** Where it deploys, tests or looks. */
  readonly in?: Environment
  /** Names of stages that must be over first; default: the one before. */
  readonly after?: readonly string[]
  readonly takes?: Duration | Range<Duration>
  /** What is built, side by side. */
  readonly builds: readonly string[]
  readonly tests: readonly Suite[]
  readonly scans: readonly ('code' | 'dependencies' | 'images' | 'secrets')[]
  readonly gates: readonly Gate[]
  readonly approvers: readonly Approval[]
  /** How often it is tried again. */
  readonly retries?: number
  /** Default: nobody says. */
  readonly onFailure?: 'stop' | 'rollback' | 'alert'
  /** Who is told when it fails. */
  readonly tells: readonly (Team | Receiver)[]
  /** What later stages deploy. */
  readonly makes: readonly ('image' | 'chart')[]
  /** Reports of stages before it that it needs, by name. */
  readonly reads: readonly string[]
  /** What it leaves for people and for later stages to read, by name. */
  readonly reports: readonly string[]
  /** Of a stage that deploys: one after the other. */
  readonly by: readonly Strategy[]
  /** Stores in that place whose schema is migrated before it deploys anything. */
  readonly migrates: readonly Component[]
  readonly stated?: Stated
}

export interface Pipeline {
  readonly is: 'pipeline'
  readonly name: string
  readonly on: readonly ('push' | 'merge' | 'pull-request' | 'tag' | 'schedule' | 'manual')[]
  /** Default: any branch. */
  readonly branches: readonly Branch[]
  readonly stages: readonly Stage[]
  /** Where it is said to deploy, all told. */
  readonly serves: readonly Environment[]
  readonly stated?: Stated
}
