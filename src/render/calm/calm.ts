// The architecture as FINOS CALM has it (Common Architecture Language Model, release 1.2, calm.finos.org): nodes,
// relationships, flows, and what is promised as controls with the verdicts that meet them.

import { runPlatform } from '../../check/run-platform.ts'
import { sortedBy } from '../../estate/order.ts'
import { plannedParts } from '../planned-parts.ts'
import { defineRenderer, type RenderedFile } from '../renderer.ts'
import type { Architecture } from './architecture.ts'
import { controlsOf, describedOf } from './controls.ts'
import { flowsOf } from './flows.ts'
import { nodesOf } from './nodes.ts'
import { relationshipsOf } from './relationships.ts'

const schema = 'https://calm.finos.org/release/1.2/meta/'

export const calm = defineRenderer({
  id: 'calm',
  writes: 'the architecture in the model of FINOS CALM: nodes, relationships, flows, and controls with their verdicts',

  render({ platform, estates, asOf, textOf }) {
    const { verdicts, summary } = runPlatform(platform, { asOf, ...(textOf && { textOf }) })
    const nodes = nodesOf(platform, estates, (environment) => controlsOf(verdicts, environment))
    const relationships = relationshipsOf(platform, estates, nodes)
    const { document } = platform
    const architecture: Architecture = {
      $schema: `${schema}calm.json`,
      'unique-id': platform.name,
      name: platform.title ?? platform.name,
      nodes,
      relationships,
      flows: flowsOf(platform, relationships),
      controls: controlsOf(verdicts, undefined),
      metadata: {
        asOf,
        summary,
        ...(document && { document: { title: document.title, version: document.version, date: document.date } }),
      },
    }
    const requirements = describedOf(verdicts).map(({ path, ...described }) =>
      file(path, { $schema: `${schema}control-requirement.json`, ...described }),
    )
    return {
      files: sortedBy([file('architecture.json', architecture), ...requirements], ({ path }) => path),
      leaves: plannedParts(platform),
    }
  },
})

function file(path: string, value: object): RenderedFile {
  return { path, text: `${JSON.stringify(value, undefined, 2)}\n` }
}
