// A folder of plain manifests as one estate, judged without promises. What could not be read is listed, with its place.

import type { Report, Unread } from '../check/report.ts'
import { runEstates } from '../check/run.ts'
import { importManifests } from '../estate/import.ts'
import type { ReadProblem } from '../kubernetes/read.ts'
import { readFolder } from './folder.ts'
import { nearPath } from './near-paths.ts'
import type { Given } from './options.ts'
import type { pathOptions } from './path-options.ts'
import { Refusal } from './refusal.ts'

/** What files cannot say, and the day. */
export interface FolderAsking extends Given<typeof pathOptions> {
  readonly asOf: string
}

export async function judgedFolder(path: string, { asOf, kubernetes }: FolderAsking): Promise<Report> {
  const { files, manifests, problems } = readFolder(path)
  if (files.length === 0) {
    throw new Refusal('no file in it ends in .yaml, .yml or .json', {
      doing: `check ${path}`,
      next: 'name the folder that holds the manifests',
    })
  }
  // Named here already: what is said of one file may name another.
  const named = manifests.map((read) => ({ ...read, at: { ...read.at, file: nearPath(read.at.file) } }))
  const imported = importManifests(named, { kubernetes })
  const notes =
    imported.estate.nodes.length === 0 ? ['no Node is among the files: what depends on nodes is unknown'] : []
  return runEstates([imported.estate], {
    title: path,
    asOf,
    unread: [...problems, ...imported.problems].map(unread),
    notes,
  })
}

function unread({ file, line, column, says, next }: ReadProblem): Unread {
  return { file, line, column, says, next }
}
