// A report as this repository sees it: with the owners of its files, and with what its baseline tolerates.

import type { Report } from '../../check/report.ts'
import type { Given } from '../options.ts'
import type { pathOptions } from '../path-options.ts'
import { withCodeOwners } from './code-owners-file.ts'
import { baselineFor } from './find-baseline.ts'
import type { Repository } from './repository.ts'

interface Asked {
  readonly path: string
  /** The path, and what was said beside it. */
  readonly again: string
  readonly repository: Repository
  readonly given: Given<typeof pathOptions> & { readonly baseline?: string }
}

export async function adopted(report: Report, { path, again, repository, given }: Asked): Promise<Report> {
  const owned = withCodeOwners(report, repository)
  const file = given.baseline ?? baselineFor(path, repository)
  if (file === undefined) return owned
  const { withBaselineFile } = await import('./baseline-file.ts')
  return withBaselineFile(owned, file, { again, given })
}
