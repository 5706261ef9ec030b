// What the LimitRanges of a namespace give to containers and pods that say nothing, and the most that they let one ask for.

import { type Bound, type LimitRange, limitRangesOf } from '../../engine/pods/limit-range.ts'
import {
  compareQuantity,
  type Quantity,
  sayQuantity,
  scaleQuantity,
  tryQuantity,
  zeroQuantity,
} from '../../kubernetes/quantity.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { View } from '../world.ts'
import { amountOfQuantity, type Uncounted } from './amount.ts'
import type { Count, Counted } from './counted.ts'

const resourceOf = ({ counts }: Count) => (counts.includes('emory') ? 'memory' : 'cpu')
const unitOf = (resource: 'cpu' | 'memory') => (resource === 'cpu' ? 'cores' : 'bytes')

/** The least bound of type Pod; what bounds containers bounds no pod, which may have several. */
export function podMost(measure: Count, view: View): Counted | Uncounted {
  const resource = resourceOf(measure)
  const ranges = rangesOf(measure, view)
  const [pod] = boundsOf(ranges, 'Pod', resource)
  if (pod) {
    const rows = [[sayRange(pod.range), `${sayQuantity(resource, pod.amount)} for each pod`]] as const
    return {
      amount: amountOfQuantity(pod.amount, unitOf(resource), {
        rows,
        stated: [pod.range.object.source.stated],
      }),
    }
  }
  const [container] = boundsOf(ranges, 'Container', resource)
  const stated = ranges.map(({ object }) => object.source.stated)
  if (!container) return { why: `no LimitRange bounds what a pod of ${measure.of.name} asks for`, isNone: true, stated }
  const say = (count: number) => sayQuantity(resource, scaleQuantity(container.amount, count))
  return {
    why: `no LimitRange bounds a pod: ${say(1)} is the most of one container (type Container of ${sayRange(container.range)}), and a pod of two has up to ${say(2)}`,
    isNone: true,
    stated,
  }
}

/** The default request of a container, with the default limit beside it. */
export function unsaidRequest(measure: Count, view: View): Counted {
  const resource = resourceOf(measure)
  const ranges = rangesOf(measure, view)
  const found = (which: 'defaultRequest' | 'default') =>
    ranges.flatMap((range) =>
      range.items.flatMap((item) => {
        const amount = item.type === 'Container' ? amountIn(item[which].get(resource)) : undefined
        return amount ? [{ range, amount }] : []
      }),
    )[0]
  const request = found('defaultRequest')
  const limit = found('default')
  const say = (one: { amount: Quantity } | undefined) =>
    one ? `${sayQuantity(resource, one.amount)} for each container` : 'nothing'
  return {
    amount: amountOfQuantity(request?.amount ?? zeroQuantity, unitOf(resource), {
      rows: [
        ['request', say(request)],
        ['limit', say(limit)],
      ],
      stated: ranges.map(({ object }) => object.source.stated),
    }),
  }
}

function rangesOf({ of }: Count, { estate }: View): readonly LimitRange[] {
  const namespace = estate.environments.find(({ name }) => name === of.name)?.namespace ?? of.name
  return limitRangesOf(estate.objects).get(namespace) ?? []
}

function boundsOf(ranges: readonly LimitRange[], type: string, resource: string) {
  return ranges
    .flatMap((range) =>
      range.items.flatMap((item) => {
        const amount = item.type === type ? amountIn(item.max.get(resource)) : undefined
        return amount ? [{ range, amount }] : []
      }),
    )
    .sort((a, b) => compareQuantity(a.amount, b.amount))
}

function amountIn(bound: Bound | undefined): Quantity | undefined {
  return bound && tryQuantity(bound.written)
}

function sayRange({ ref }: LimitRange): string {
  return `LimitRange ${partsOf(ref).name}`
}
