// A folder of plain manifests as estates, one per cluster, with what could not be read.

import type { Unread } from '../check/report.ts'
import type { Estate, Unseen } from '../estate/estate.ts'
import { importManifests } from '../estate/import.ts'
import type { ReadProblem } from '../kubernetes/read.ts'
import { readFolder } from './folder.ts'
import { nearPath } from './near-paths.ts'
import type { Given } from './options.ts'
import type { pathOptions } from './path-options.ts'
import { Refusal } from './refusal.ts'

export interface FolderEstates {
  readonly estates: readonly Estate[]
  readonly unread: readonly Unread[]
  readonly notes: readonly string[]
}

/** What files cannot say, and the command line that asks. */
export interface FolderAsking extends Given<typeof pathOptions> {
  readonly doing: string
}

export async function folderEstates(path: string, { doing, kubernetes }: FolderAsking): Promise<FolderEstates> {
  const { files, manifests, configs, problems, notManifests, marks } = readFolder(path)
  if (files.length === 0) {
    throw new Refusal('no file in it ends in .yaml, .yml or .json', {
      doing,
      next: 'name the folder that holds the manifests',
    })
  }
  // Named here already: what is said of one file may name another.
  const named = manifests.map((read) => ({ ...read, at: { ...read.at, file: nearPath(read.at.file) } }))
  const unread = problems.map((problem) => ({ ...problem, file: nearPath(problem.file) }))
  const imported = importManifests(named, {
    kubernetes,
    unread,
    configs: configs.map((config) => ({ ...config, file: nearPath(config.file) })),
    unseen: marks.charts.map(unrendered),
  })
  const notes = [
    ...(imported.estate.nodes.length === 0 ? ['no Node is among the files: what depends on nodes is unknown'] : []),
    ...(notManifests.length > 0 ? [`${notManifests.length} files hold no manifests, not judged`] : []),
    ...marks.charts.map((chart) => `${chart} was not rendered: what its chart holds is unknown`),
  ]
  return { estates: [imported.estate], unread: [...unread, ...imported.problems].map(told), notes }
}

function unrendered(chart: string): Unseen {
  return {
    id: `unread/${chart}`,
    says: `the chart of ${chart} was not rendered`,
    source: { at: { file: chart, line: 1, column: 1 } },
  }
}

function told({ file, line, column, says, next }: ReadProblem): Unread {
  return { file, line, column, says, next }
}
