// What a platform may list of its delivery: fields of `platform(...)`.

import type { Delivering } from '../model.ts'
import { type Fields, list, noun, set } from '../schema.ts'

export const deliveringFields = {
  branches: set(noun('branch')),
  pipelines: set(noun('pipeline')),
  promotions: set(noun('promotion')),
  releases: set(noun('release')),
  rollouts: set(noun('rollout')),
  configurations: set(noun('configuration')),
  charts: set(noun('chart')),
  registries: set(noun('registry')),
  infrastructure: set(noun('infrastructure')),
  roadmap: list(noun('phase')),
  drawings: set(noun('drawing')),
} satisfies Fields

export const deliversNothing: Delivering = {
  ...{ branches: [], pipelines: [], promotions: [], releases: [], rollouts: [] },
  ...{ configurations: [], charts: [], registries: [], infrastructure: [], roadmap: [], drawings: [] },
}
