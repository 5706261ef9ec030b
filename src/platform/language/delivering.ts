// What a platform may list of its delivery: fields of `platform(...)`.

import type { Delivering } from '../model.ts'
import { type Fields, list, noun } from '../schema.ts'

export const deliveringFields = {
  branches: list(noun('branch')),
  pipelines: list(noun('pipeline')),
  promotions: list(noun('promotion')),
  releases: list(noun('release')),
  rollouts: list(noun('rollout')),
  configurations: list(noun('configuration')),
  charts: list(noun('chart')),
  registries: list(noun('registry')),
  infrastructure: list(noun('infrastructure')),
  roadmap: list(noun('phase')),
  drawings: list(noun('drawing')),
} satisfies Fields

export const deliversNothing: Delivering = {
  ...{ branches: [], pipelines: [], promotions: [], releases: [], rollouts: [] },
  ...{ configurations: [], charts: [], registries: [], infrastructure: [], roadmap: [], drawings: [] },
}
