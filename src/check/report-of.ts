// What one run found, as a report: counted, with owners.

import type { Estate, EstateObject } from '../estate/estate.ts'
import { byCodePoint } from '../platform/order.ts'
import { withSaidOwners } from './adopt/owners.ts'
import { type Report, tally } from './report.ts'

type Parts = Pick<Report, 'title' | 'places' | 'asOf' | 'verdicts' | 'advice' | 'unread' | 'notes' | 'live'> & {
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
      objects: sum(({ objects }) => objects.filter(isCounted).length),
    },
    kubernetes: [...new Set(estates.flatMap(({ minor }) => minor ?? []))].sort(byCodePoint),
    held: estates.map(({ cluster, objects }) => ({ cluster, refs: objects.filter(isWritten).map(({ ref }) => ref) })),
    summary: tally(rest.verdicts),
  }
}

// Nodes are counted as nodes, and what stands only on the cluster is not judged.
function isCounted({ manifest, source }: EstateObject): boolean {
  return manifest.kind !== 'Node' && !source.live
}

// What stands on the live cluster alone is not among what its team declares.
function isWritten({ source }: EstateObject): boolean {
  return !source.live
}
