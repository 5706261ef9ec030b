// Pipelines: what fails a stage goes no further. Each stage does something with what it names, holds it against a bound, is
// asked of what is there by then, and stops what does not pass before anything is deployed.

import { sourceOf } from '../../estate/source.ts'
import type { Pipeline, Platform } from '../../platform/model.ts'
import { defineQuestion } from '../define.ts'
import { type HoldsParts, holdsParts, holdsSays } from './holds.ts'
import { type MadeParts, madeParts, madeSays } from './made-before.ts'
import { type StageParts, stageParts, stageSays } from './stage-parts.ts'

export const halts = defineQuestion<StageParts & HoldsParts & MadeParts>({
  id: 'halts',
  asks: 'Does what fails a stage go no further?',

  *judge({ platform }) {
    for (const pipeline of platform?.pipelines ?? []) {
      const parts = platform ? partsOf(pipeline, platform) : []
      if (parts.length === 0) continue
      yield {
        id: [platform?.name ?? 'platform', pipeline.name],
        says: `what fails a stage of ${pipeline.name} goes no further`,
        source: sourceOf(pipeline, pipeline.stated),
        parts,
      }
    }
  },

  says: { ...stageSays, ...holdsSays, ...madeSays },
})

function partsOf(pipeline: Pipeline, platform: Platform) {
  return [
    ...pipeline.stages.flatMap((stage, at) => [...stageParts(stage), ...holdsParts(pipeline, at)]),
    ...madeParts(pipeline, platform),
  ]
}
