// A report as this repository sees it: with the owners of its files, and with what its baseline tolerates.

import type { Report } from '../../check/report.ts'
import { withCodeOwners } from './code-owners-file.ts'
import { baselineFor } from './find-baseline.ts'
import type { Repository } from './repository.ts'

export async function adopted(
  report: Report,
  { path, again, repository, baseline }: { path: string; again: string; repository: Repository; baseline?: string },
): Promise<Report> {
  const owned = withCodeOwners(report, repository)
  const file = baseline ?? baselineFor(path, repository)
  if (file === undefined) return owned
  const { withBaselineFile } = await import('./baseline-file.ts')
  return withBaselineFile(owned, file, again)
}
