// One run over estates that were read, as a report.

import type { Estate } from '../estate/estate.ts'
import type { Platform } from '../platform/model.ts'
import { advise } from './advise.ts'
import { type Judges, judge } from './judge.ts'
import type { Report, Unread } from './report.ts'
import { reportOf } from './report-of.ts'
import type { RunOptions } from './run-options.ts'
import { withSameLine } from './same-line.ts'
import { worldOf } from './world.ts'

/** Judges estates that were read, and the promises that a file beside them makes. */
export function runEstates(
  estates: readonly Estate[],
  options: RunOptions & {
    title: string
    unread: readonly Unread[]
    notes?: Report['notes']
    promises?: Platform['promises']
    /** What judges the promises: loaded by who has some. */
    judges?: Judges
    live?: Report['live']
  },
): Report {
  const { asOf, denied, promises, judges = {} } = options
  const world = worldOf(estates, { asOf, denied, promises })
  return reportOf({
    ...options,
    places: 'namespace',
    verdicts: withSameLine(judge(world, judges)),
    estates,
    planned: 0,
    advice: advise(world),
    notes: options.notes ?? [],
    ...(options.live && { live: options.live }),
  })
}
