// The manifests of a folder as they lie on the disk.

import type { EstateConfig } from '../estate/estate.ts'
import type { ReadManifest, ReadProblem } from '../kubernetes/read.ts'
import { byCodePoint } from '../platform/order.ts'
import { type FolderLimits, usualLimits } from './folder/limits.ts'
import { type FolderMarks, listFolder } from './folder/list-folder.ts'
import { plainFiles } from './folder/plain-files.ts'
import { readListed, type ToolFile } from './folder/read-listed.ts'

export interface ReadFolder {
  /** Absolute path that the files lie below. */
  readonly root: string
  /** Relative to the root, sorted: what was listed, read or not. */
  readonly files: readonly string[]
  readonly marks: FolderMarks
  readonly manifests: readonly ReadManifest[]
  readonly configs: readonly EstateConfig[]
  /** What could not be read: files, parts of files, links that lead out of the folder. */
  readonly problems: readonly ReadProblem[]
  /** Files that hold no manifest and were not meant to. */
  readonly notManifests: readonly string[]
  /** Files with documents that configure a tool, and are sent to no cluster. */
  readonly toolFiles: readonly ToolFile[]
}

/**
 * Reads every .yaml, .yml and .json file of a folder (or one file) that is read as it lies: neither a part of a chart nor a
 * patch of a kustomization. Throws where the path itself cannot be read.
 */
export function readFolder(path: string, limits: FolderLimits = usualLimits): ReadFolder {
  const listing = listFolder(path, limits)
  const { root, files, marks } = listing
  const { problems, ...read } = readListed(listing, plainFiles(listing), limits)
  return { root, files, marks, ...read, problems: [...listing.problems, ...problems].sort(byPlace) }
}

function byPlace(a: ReadProblem, b: ReadProblem): number {
  return (
    byCodePoint(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0) || byCodePoint(a.says, b.says)
  )
}
