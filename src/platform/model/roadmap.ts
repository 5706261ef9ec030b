// What is done when: phases with their tasks.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Alert } from './alert.ts'
import type { Registry } from './chart.ts'
import type { Cluster } from './cluster.ts'
import type { Drill } from './drill.ts'
import type { Environment } from './environment.ts'
import type { Pipeline } from './pipeline.ts'
import type { Procedure } from './recovery.ts'
import type { Mesh } from './traffic.ts'

export interface Task {
  readonly is: 'task'
  readonly name: string
  /** What stands, or is held, once it is done. */
  readonly of: readonly (Alert | Cluster | Component | Drill | Environment | Mesh | Pipeline | Procedure | Registry)[]
  /** Stores of which copies are taken once it is done. */
  readonly copies: readonly Component[]
  readonly done: boolean
  readonly stated?: Stated
}

export interface Phase {
  readonly is: 'phase'
  readonly name: string
  /** The first and the last of its weeks, counted from 1. */
  readonly weeks?: readonly [first: number, last: number]
  readonly tasks: readonly Task[]
  readonly stated?: Stated
}
