// The repository that a path lies in: files are named from its root by whatever reads our answers beside its code.

import { existsSync, realpathSync, statSync } from 'node:fs'
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'

export interface Repository {
  /** Absolute, without links; where no repository is above the path, the folder of the run, or the path's own outside of it. */
  readonly root: string
  readonly isGit: boolean
  /** The folder of what is judged, absolute, without links. */
  readonly folder: string
  /** A file as a report names it → its path from the root, with slashes; one outside begins with `../`. */
  readonly inRepository: (file: string) => string
}

/** A folder that holds `.git` (a folder, or a file in a worktree), from the path upwards. */
export function repositoryOf(path: string): Repository {
  const from = real(path)
  const folder = statSync(from, { throwIfNoEntry: false })?.isDirectory() ? from : dirname(from)
  const git = foldersAbove(from).find((one) => existsSync(join(one, '.git')))
  const here = real('.')
  const root = git ?? (isOutside(fromRoot(here, folder)) ? folder : here)
  return { root, isGit: git !== undefined, folder, inRepository: (file) => fromRoot(root, file) }
}

/** The folder itself, and each that it lies in. */
export function foldersAbove(folder: string): readonly string[] {
  const above = dirname(folder)
  return above === folder ? [folder] : [folder, ...foldersAbove(above)]
}

/** The path of a file from a folder, with slashes. */
export function fromRoot(root: string, file: string): string {
  return relative(root, real(file)).split(sep).join('/')
}

/** Whether a path leads out of the folder that it is from. */
export function isOutside(path: string): boolean {
  return path === '..' || path.startsWith('../') || isAbsolute(path)
}

// A file may be named that is not there any more.
function real(path: string): string {
  const absolute = resolve(path)
  try {
    return realpathSync(absolute)
  } catch {
    return absolute
  }
}
