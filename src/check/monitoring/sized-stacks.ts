// Each size that a Prometheus has somewhere, and the memory that it has there.

import { isUnsizedIn } from '../../engine/capacity/node-room.ts'
import { tryQuantity, wholeUnits } from '../../kubernetes/quantity.ts'
import type { Collecting, Component } from '../../platform/component.ts'
import { componentIn } from '../../platform/derive.ts'
import type { Environment } from '../../platform/model.ts'
import { byCodePoint } from '../../platform/order.ts'
import { traitsOf } from '../../platform/traits.ts'
import { bytesOf } from '../../platform/units.ts'
import type { World } from '../world.ts'
import type { Stack } from './stacks.ts'

export interface Size extends Stack {
  readonly collects: Collecting
  readonly series: number
}

/** Each size that it has somewhere, with the environments where it has it: the one with the most series first. */
export function sizesOf({ component, stands }: Stack): readonly Size[] {
  const all = stands.length === 0 ? [{ component, stands }] : stands.map((place) => inPlace(component, place))
  const sizes = all.flatMap((one): Size[] => {
    const { collects } = traitsOf(one.component)
    return collects?.series === undefined ? [] : [{ ...one, collects, series: collects.series }]
  })
  const alike = Map.groupBy(sizes, ({ component: { options }, collects: { stated: _, ...collects } }) =>
    JSON.stringify([collects, options.limits, options.requests]),
  )
  return [...alike]
    .sort(([a], [b]) => byCodePoint(a, b))
    .flatMap(([, [first, ...others]]) =>
      first ? [{ ...first, stands: [first, ...others].flatMap((one) => one.stands) }] : [],
    )
    .sort((a, b) => b.series - a.series)
}

function inPlace(component: Component, place: Environment): Stack {
  return { component: componentIn(place, component) ?? component, stands: [place] }
}

// Its limit; without one, the largest node of any cluster that it stands on.
export function memoryOf({ component, stands }: Stack, { views }: World): { room?: number; where?: string } {
  const [workload] = traitsOf(component).runs
  const limit = bytesOf(workload?.limits?.memory)
  if (limit !== undefined) return { room: limit, where: 'its limit' }
  const clusters = new Set(stands.map(({ on }) => on.name))
  const nodes = views.filter(({ estate }) => clusters.has(estate.cluster)).flatMap(({ estate }) => estate.nodes)
  const sized = nodes.map((node) => ({
    name: node.name,
    bytes: isUnsizedIn(node, 'memory') ? undefined : bytesIn(node.allocatable.memory),
  }))
  if (sized.length === 0 || sized.some(({ bytes }) => bytes === undefined)) return {}
  const [largest] = sized.toSorted((a, b) => (b.bytes ?? 0) - (a.bytes ?? 0))
  return { room: largest?.bytes, where: largest?.name }
}

function bytesIn(quantity: string | undefined): number | undefined {
  const parsed = tryQuantity(quantity)
  return parsed && Number(wholeUnits(parsed))
}
