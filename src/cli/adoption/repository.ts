// The repository that a path lies in: files are named from its root by whatever reads our answers beside its code.

import { existsSync, realpathSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'

export interface Repository {
  /** Absolute, without links; the folder of the run where no repository is above the path. */
  readonly root: string
  readonly isGit: boolean
  /** A file as a report names it → its path below the root, with slashes; undefined for one outside. */
  readonly inRepository: (file: string) => string | undefined
}

/** A folder that holds `.git` (a folder, or a file in a worktree), from the path upwards. */
export function repositoryOf(path: string): Repository {
  const from = real(path)
  let root: string | undefined = from
  while (root !== undefined && !existsSync(join(root, '.git')))
    root = dirname(root) === root ? undefined : dirname(root)
  const base = root ?? real('.')
  return { root: base, isGit: root !== undefined, inRepository: (file) => below(base, file) }
}

function below(root: string, file: string): string | undefined {
  const path = relative(root, real(file))
  return path === '..' || path.startsWith(`..${sep}`) || resolve(path) === path ? undefined : path.split(sep).join('/')
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
