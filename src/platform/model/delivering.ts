// How versions come to be, and where they go: all that a platform says of its delivery beside what applies it.

import type { Chart, Registry } from './chart.ts'
import type { Configuration } from './configuration.ts'
import type { Drawing } from './drawing.ts'
import type { Infrastructure } from './infrastructure.ts'
import type { Pipeline } from './pipeline.ts'
import type { Branch, Promotion, Release } from './promotion.ts'
import type { Phase } from './roadmap.ts'
import type { Rollout } from './rollout.ts'

export interface Delivering {
  readonly branches: readonly Branch[]
  readonly pipelines: readonly Pipeline[]
  readonly promotions: readonly Promotion[]
  readonly releases: readonly Release[]
  readonly rollouts: readonly Rollout[]
  readonly configurations: readonly Configuration[]
  readonly charts: readonly Chart[]
  readonly registries: readonly Registry[]
  readonly infrastructure: readonly Infrastructure[]
  readonly roadmap: readonly Phase[]
  /** The pictures of its document. */
  readonly drawings: readonly Drawing[]
}
