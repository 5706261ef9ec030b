// A write that waits for all copies in step is refused while fewer of them are than a topic asks for.
// Source: kafka.apache.org/documentation, topic configuration, min.insync.replicas: with acks=all, NotEnoughReplicas.

import { byCodePoint } from '../../platform/order.ts'
import { type AnyPart, type Finding, part } from '../define.ts'
import { storesOf } from '../stores/stores-of.ts'
import type { World } from '../world.ts'

export type InStep = {
  step: { topic: string; copies: number; needed: number }
}

/** Of each broker that is declared on a cluster of these, its topics of several copies that say how many have to be in step. */
export function* inStepFindings(world: World): Generator<Finding<InStep>> {
  const here = new Set(world.views.map(({ estate }) => estate.cluster))
  for (const { environment, component, traits, sourceOf } of storesOf(world)) {
    const source = sourceOf('minInSync')
    const topics = Object.entries(traits.topics ?? {}).sort(([a], [b]) => byCodePoint(a, b))
    const parts = topics.flatMap(([topic, said]): readonly AnyPart<InStep>[] => {
      const { copies = 1, minInSync: needed } = said
      if (copies < 2 || needed === undefined) return []
      return [
        part(
          'step',
          needed < copies,
          { topic, copies, needed },
          {
            cause: `all-in-step/${environment.name}/${component.name}`,
            hint: `minInSync: ${copies - 1}`,
            at: { source },
            stated: [said.stated, source.stated],
          },
        ),
      ]
    })
    if (parts.length === 0 || !here.has(environment.on.name)) continue
    yield {
      id: [environment.name, component.name, 'topics'],
      environment: environment.name,
      cluster: environment.on.name,
      says: `topics of ${component.name} take writes when any one copy is away`,
      source,
      parts,
    }
  }
}

export function inStepWords({ topic, copies, needed }: InStep['step'], truth: boolean | undefined): string {
  const asks = `${topic} asks for ${needed} of ${copies} copies in step`
  return truth === true
    ? `${asks}, so ${copies - needed} may be away`
    : `${asks}: while one is away, writes that wait for all are refused`
}
