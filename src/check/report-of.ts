// What one run found, as a report: counted, with owners.

import type { Estate } from '../estate/estate.ts'
import { withSaidOwners } from './adopt/owners.ts'
import { type Report, tally } from './report.ts'

type Parts = Pick<Report, 'title' | 'asOf' | 'verdicts' | 'advice' | 'unread' | 'notes' | 'live'> & {
  readonly estates: readonly Estate[]
  readonly planned: number
}

/** The verdicts of one run with what was counted and who answers for them. */
export function reportOf({ estates, planned, ...parts }: Parts): Report {
  const rest = { ...parts, verdicts: withSaidOwners(parts.verdicts, estates) }
  const sum = (of: (estate: Estate) => number) => estates.reduce((total, estate) => total + of(estate), 0)
  return {
    version: 1,
    ...rest,
    counts: {
      environments: sum(({ environments }) => environments.length),
      planned,
      clusters: estates.length,
      nodes: sum(({ nodes }) => nodes.length),
      objects: sum(({ objects }) => objects.filter(({ source }) => !source.live).length),
    },
    summary: tally(rest.verdicts),
  }
}
