// What git says of a repository. It is only ever asked, never told to write: no lock is taken and no hook is run.

import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { Refusal } from '../refusal.ts'

interface Asking {
  readonly root: string
  readonly doing: string
}

const quiet = ['--no-optional-locks', '-c', 'core.fsmonitor=false', '-c', 'core.quotePath=false']

/** The commit that a name means, in full; what looks like an option is none. */
export function commitOf(ref: string, { root, doing }: Asking): string {
  const next = 'name a branch, a tag or a commit that is here: git fetch origin main, then --against origin/main'
  if (ref === '' || ref.startsWith('-')) throw new Refusal(`${JSON.stringify(ref)} is no commit`, { doing, next })
  const args = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]
  const { status, stdout, error } = spawnSync('git', [...quiet, ...args], { cwd: root, encoding: 'utf8' })
  if (error) throw new Refusal('git is not there', { doing, next: 'install git' })
  const commit = stdout.trim()
  if (status === 0 && /^[0-9a-f]{40,64}$/.test(commit)) return commit
  throw new Refusal(`${root} has no commit ${ref}`, { doing, next })
}

export interface TreeEntry {
  readonly mode: string
  readonly type: string
  readonly object: string
  /** Of a blob. */
  readonly sizeBytes: number
  readonly path: string
}

/** All that stands in a commit, in git's order. */
export function treeOf(commit: string, { root, doing }: Asking): readonly TreeEntry[] {
  const args = ['ls-tree', '-r', '-l', '-z', '--full-tree', commit]
  const { status, stdout, stderr } = spawnSync('git', [...quiet, ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 29,
  })
  if (status !== 0) throw new Refusal(`git cannot list ${commit}: ${stderr.trim()}`, { doing, next: 'git fsck' })
  return stdout.split('\0').flatMap((line) => {
    const [, mode = '', type = '', object = '', size = '', path = ''] =
      /^(\d+) (\w+) (\w+) +(\S+)\t([\s\S]+)$/.exec(line) ?? []
    return path === '' ? [] : [{ mode, type, object, sizeBytes: Number(size) || 0, path }]
  })
}

/** A process that answers `<object>\n` with a header line, the bytes of the object, and a line break. */
export function catFile(root: string): ChildProcess {
  return spawn('git', [...quiet, 'cat-file', '--batch'], { cwd: root, stdio: ['pipe', 'pipe', 'inherit'] })
}
