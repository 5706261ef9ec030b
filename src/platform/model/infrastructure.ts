// Infrastructure as code: which module makes what, for which environments, and where its state lies.

import type { Component } from '../component.ts'
import type { Stated } from '../source.ts'
import type { Cluster } from './cluster.ts'
import type { Environment } from './environment.ts'
import type { Network } from './traffic.ts'

export interface Infrastructure {
  readonly is: 'infrastructure'
  readonly name: string
  readonly by: 'terraform' | 'opentofu' | 'pulumi' | 'cloudformation' | 'ansible' | 'crossplane'
  /** What each module makes. */
  readonly modules: { readonly [module: string]: readonly (Cluster | Component | Network)[] }
  /** Environments that have a folder of their own. */
  readonly environments: readonly Environment[]
  readonly state?: { readonly remote?: boolean; readonly locked?: boolean; readonly stated?: Stated }
  /** Procedures are run by it. */
  readonly runbooks?: boolean
  /** Policies as code are asked before anything is changed. */
  readonly guarded?: boolean
  readonly stated?: Stated
}
