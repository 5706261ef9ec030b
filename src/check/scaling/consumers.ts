// Pods that share out the partitions of a broker: each partition is one pod's, so pods beyond them have nothing to do.
// Source: kafka.apache.org/documentation, design, consumer groups: each partition is consumed by one consumer of a group.

import type { Component, Share } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { countOf } from '../count-words.ts'
import { type AnyPart, defineQuestion, part } from '../define.ts'
import { storesOf } from '../stores/stores-of.ts'
import type { Words } from '../verdict.ts'

type Rules = {
  partitions: {
    readonly component: string
    readonly broker: string
    readonly pods: number
    readonly isScaled: boolean
    readonly partitions: number
    readonly topics: readonly (readonly [topic: string, partitions: string])[]
  }
}

export const consumers = defineQuestion<Rules>({
  id: 'consumers',
  asks: 'Has each pod that takes messages a partition to take them from?',

  *judge(world) {
    for (const { environment, component, traits, sourceOf } of storesOf(world)) {
      const { shares } = traits
      if (shares?.by !== 'partitions') continue
      const parts = partitionsPart(component, shares, environment)
      if (parts.length > 0)
        yield {
          id: [environment.name, component.name],
          environment: environment.name,
          cluster: environment.on.name,
          says: `each pod of ${component.name} has a partition of ${shares.in.name} to take messages from`,
          source: sourceOf('shares'),
          parts,
        }
    }
  },

  says: {
    partitions: ({ component, broker, pods, isScaled, partitions, topics }, truth): Words => {
      const all = `${isScaled ? 'up to ' : ''}${countOf(pods, 'pod')} of ${component} share out ${countOf(partitions, 'partition')} of ${broker}`
      const idle = pods - partitions
      return {
        line: truth === true ? all : `${all}: ${idle} ${idle === 1 ? 'has' : 'have'} nothing to do`,
        rows: topics,
      }
    },
  },
})

// Which topics a component takes nobody can say: all of them are the most that there may be to share out.
function partitionsPart(component: Component, shares: Share, environment: Environment): readonly AnyPart<Rules>[] {
  const broker = componentIn(environment, shares.in) ?? shares.in
  const topics = Object.entries(traitsOf(broker).topics ?? {})
  if (topics.length === 0) return []
  const [run] = traitsOf(component).runs
  const most = run?.scales?.to
  const pods = most ?? run?.replicas ?? 1
  const partitions = topics.reduce((sum, [, topic]) => sum + (topic.partitions ?? 1), 0)
  return [
    part(
      'partitions',
      pods <= partitions,
      {
        component: component.name,
        broker: broker.name,
        pods,
        isScaled: most !== undefined,
        partitions,
        topics: topics.map(([name, topic]) => [name, countOf(topic.partitions ?? 1, 'partition')] as const),
      },
      {
        cause: `partitions/${environment.name}/${component.name}`,
        hint: `${most === undefined ? 'replicas' : 'scales.to'}: ${partitions} at most, or ${pods} partitions`,
        stated: [shares.stated, ...topics.map(([, topic]) => topic.stated)],
      },
    ),
  ]
}
