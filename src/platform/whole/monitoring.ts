// What watches environments names those of the platform, and components of which each is one of its own.

import type { Platform } from '../model.ts'
import type { Problem } from '../problem.ts'
import { environmentsOf } from '../resolve.ts'
import { isThere } from './is-there.ts'
import { isSound, problem, repeated, written } from './tell.ts'

export function* monitoringProblems(platform: Platform): Generator<Problem> {
  const environments = environmentsOf(platform)
  for (const again of repeated(platform.monitoring, ({ name }) => name))
    yield problem(again, 'name', `a second monitoring '${again.name}'`, 'a name of its own')
  for (const one of platform.monitoring) {
    if (!isSound(one)) continue
    for (const [index, place] of written(one.covers, one, 'covers').entries())
      yield* isThere(one, `covers[${index}]`, place, environments)
    for (const [index, backup] of written(one.backedBy, one, 'backedBy').entries()) {
      if (one.by.some(({ name }) => name === backup.name))
        yield problem(one, `backedBy[${index}]`, `${backup.name}, of which it consists`, 'what stands apart from it')
    }
  }
}
