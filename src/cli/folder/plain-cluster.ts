// A folder that is taken as it lies: one cluster, with every place in it named as a person at this folder would.

import type { Unread } from '../../check/report.ts'
import type { Unseen } from '../../estate/estate.ts'
import type { ReadFolder } from '../folder.ts'
import { nearName } from '../near-paths.ts'
import type { ClusterFound } from '../rendering/deployed.ts'

/** Named already here: what is said of one file may name another. */
export function plainCluster({ manifests, configs, problems }: ReadFolder): ClusterFound {
  const name = nearName()
  return {
    name: 'cluster',
    manifests: manifests.map(({ manifest, document, at: { file, line, column }, lineOf }) => ({
      manifest,
      document,
      at: { file: name(file), line, column },
      lineOf,
    })),
    configs: configs.map((config) => ({ ...config, file: name(config.file) })),
    unseen: [] as readonly Unseen[],
    unread: problems.map((problem) => ({ ...problem, file: name(problem.file) })),
  }
}

export function told({ file, line, column, says, next, name, alike }: Unread): Unread {
  return { file, line, column, says, next, ...(alike !== undefined && { name, alike }) }
}
