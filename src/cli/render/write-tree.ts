// A tree written into a folder: each file beside its place and renamed, no link followed, the lock last. A run that is
// broken off leaves whole files, and the next one goes on.

import { lstatSync, mkdirSync, readFileSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Refusal } from '../refusal.ts'
import type { Change } from './changes.ts'
import { digestOf, isBelow, type Lock, lockName, lockText, readLock } from './lock-file.ts'

export interface Folder {
  readonly root: string
  readonly doing: string
}

/** The text of a file below the folder; undefined where there is none. Throws a Refusal for what is no plain file. */
export function textIn({ root, doing }: Folder, path: string): string | undefined {
  const kind = kindOf(root, path)
  if (kind === 'absent') return undefined
  if (kind === 'file') return readFileSync(join(root, path), 'utf8')
  const next = `move ${join(root, path)} out of the way, or name another folder: --to DIR`
  throw new Refusal(`${join(root, path)} is ${kind}, where a file would be written`, { doing, next })
}

/** Of the path and every folder above it, below the root: nothing may be a link. */
function kindOf(root: string, path: string): 'absent' | 'file' | 'a link' | 'no plain file' | 'below a link or a file' {
  if (!isBelow(path)) throw new Error(`${path} lies in no folder`)
  const names = path.split('/')
  for (let depth = 1; depth <= names.length; depth++) {
    const found = lstatSync(join(root, ...names.slice(0, depth)), { throwIfNoEntry: false })
    if (!found) return 'absent'
    if (depth === names.length) return found.isSymbolicLink() ? 'a link' : found.isFile() ? 'file' : 'no plain file'
    if (!found.isDirectory()) return 'below a link or a file'
  }
  return 'absent'
}

export function lockIn(folder: Folder): Lock {
  return readLock(textIn(folder, lockName) ?? '')
}

/** Does what the changes say; what is kept keeps its digest in the lock. */
export function writeTree(folder: Folder, changes: readonly Change[], before: Lock): void {
  const lock = new Map<string, string>()
  for (const { path, is, willBe } of changes) {
    const digest = is === 'kept' ? before.get(path) : willBe === undefined ? undefined : digestOf(willBe)
    if (digest !== undefined) lock.set(path, digest)
    if ((is === 'new' || is === 'changed') && willBe !== undefined) put(folder, path, willBe)
    if (is === 'removed') remove(folder, path)
  }
  const text = lockText(lock)
  if (textIn(folder, lockName) !== text) put(folder, lockName, text)
}

function put({ root, doing }: Folder, path: string, text: string): void {
  const target = join(root, path)
  const fresh = `${target}.${process.pid}.new`
  try {
    mkdirSync(dirname(target), { recursive: true })
    writeFileSync(fresh, text, { flag: 'wx' })
    renameSync(fresh, target)
  } catch (error) {
    rmSync(fresh, { force: true })
    const because = error instanceof Error ? error.message : String(error)
    throw new Refusal(`${target} cannot be written: ${because}`, { doing, next: 'name another folder: --to DIR' })
  }
}

// A folder that held nothing else goes with its last file.
function remove({ root }: Folder, path: string): void {
  rmSync(join(root, path), { force: true })
  for (let folder = dirname(path); folder !== '.'; folder = dirname(folder)) {
    try {
      rmdirSync(join(root, folder))
    } catch {
      return
    }
  }
}
