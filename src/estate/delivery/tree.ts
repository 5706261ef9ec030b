// The files of a folder as applications name them: relative paths, `/` between their parts.

import { byCodePoint } from '../../platform/order.ts'

export interface Tree {
  /** Every file below the folder that may hold manifests or values, sorted. */
  readonly files: readonly string[]
  /** The text of a file; undefined where there is none, or where it is no text. */
  readonly textOf: (file: string) => string | undefined
  readonly hasFile: (file: string) => boolean
  readonly hasFolder: (folder: string) => boolean
  /** The files in a folder, and not those in folders below it. */
  readonly filesIn: (folder: string) => readonly string[]
  readonly filesBelow: (folder: string) => readonly string[]
  /** Every folder that holds files, itself or below; the root is ``. */
  readonly folders: readonly string[]
}

/** `isFile` answers for what is not listed: files that hold no YAML, but may be read by what does. */
export function treeOf(
  files: readonly string[],
  textOf: (file: string) => string | undefined,
  isFile: (file: string) => boolean = () => false,
): Tree {
  const sorted = [...files].sort(byCodePoint)
  const known = new Set(sorted)
  const near = new Map<string, string[]>([['', []]])
  for (const file of sorted) {
    const folder = folderOf(file)
    for (let at = folder; !near.has(at); at = folderOf(at)) near.set(at, [])
    near.get(folder)?.push(file)
  }
  return {
    files: sorted,
    textOf,
    hasFile: (file) => known.has(file) || isFile(file),
    hasFolder: (folder) => near.has(folder),
    filesIn: (folder) => near.get(folder) ?? [],
    filesBelow: (folder) => (folder === '' ? sorted : between(sorted, `${folder}/`)),
    folders: [...near.keys()].sort(byCodePoint),
  }
}

// Sorted by code point, the files below a folder stand together.
function between(sorted: readonly string[], prefix: string): readonly string[] {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (byCodePoint(sorted[middle] ?? '', prefix) < 0) low = middle + 1
    else high = middle
  }
  let end = low
  while (sorted[end]?.startsWith(prefix)) end++
  return sorted.slice(low, end)
}

/** The folder of a file or of a folder; `` at the root. */
export function folderOf(path: string): string {
  const cut = path.lastIndexOf('/')
  return cut < 0 ? '' : path.slice(0, cut)
}

/** The last part of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

/** A path as seen from a folder; undefined where it leads out of the tree. A leading `/` begins at the root of the tree. */
export function joinPath(folder: string, path: string): string | undefined {
  const parts: string[] = []
  const steps = path.startsWith('/') ? path.split('/') : [...folder.split('/'), ...path.split('/')]
  for (const step of steps) {
    if (step === '' || step === '.') continue
    if (step !== '..') parts.push(step)
    else if (parts.pop() === undefined) return undefined
  }
  return parts.join('/')
}
