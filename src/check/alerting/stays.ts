// A bound on a measured value cannot be derived from a declaration: it stands on a measurement until a drill has made it.

import type { Assumption } from '../../engine/assumption.ts'
import { definePromise, part } from '../define.ts'
import { placeOf } from '../place.ts'
import { type CrossingParts, crossingParts, crossingWords } from '../placement/crossing-part.ts'
import { boundOf, type StaysPromise } from './bound.ts'

type Rules = CrossingParts & { measured: { metric: string; bound: string; id: string } }

export const stays = definePromise<Rules>()({
  kind: 'stays',
  asks: 'Does a measured value stay within the bound that was promised?',

  *judge(promise, world) {
    const place = placeOf(promise, world)
    const bound = boundOf(promise)
    const measurement = measurementOf(promise, place.place)
    yield {
      id: [place.place, promise.metric.name],
      environment: place.environment,
      cluster: place.cluster,
      says: `${promise.metric.name} stays ${bound}`,
      parts: [
        ...(place.view && place.environment ? crossingParts(promise, place.environment, place.view) : []),
        part(
          'measured',
          !world.denied.has(measurement.id),
          { metric: promise.metric.name, bound, id: measurement.id },
          { assumes: [measurement], stated: [promise.stated] },
        ),
      ],
    }
  },

  says: {
    measured: ({ metric, bound }, truth) =>
      truth === true
        ? `no declaration refutes that ${metric} stays ${bound}; only a measurement can show it`
        : `a measurement says that ${metric} does not stay ${bound}`,

    crossing: crossingWords,
  },
})

/** What a drill will have to measure. */
function measurementOf(promise: StaysPromise, place: string): Assumption {
  return {
    id: `measurement/${place}/${promise.metric.name}`,
    says: `a measurement shows ${promise.metric.name} ${boundOf(promise)}`,
    kind: 'measurement',
    source: { stated: promise.stated },
  }
}
