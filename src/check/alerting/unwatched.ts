// A promised bound that no alert looks at: nothing fails by it, and nobody is told when the promise is broken.

import { placeOf } from '../place.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'
import { boundOf, boundsOf } from './bound.ts'

export function* unwatched(world: World): Generator<Advice> {
  for (const { promise, alerts } of boundsOf(world)) {
    if (alerts.length > 0) continue
    const { name } = promise.metric
    yield {
      id: `unwatched/${placeOf(promise, world).place}/${name}`,
      says: { line: `nobody is told when ${name} is not ${boundOf(promise)}: no alert looks at it` },
    }
  }
}
