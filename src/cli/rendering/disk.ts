// The files of the folder at hand, read once, and never what a link leads to outside of it.

import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, sep } from 'node:path'
import { byCodePoint } from '../../platform/order.ts'
import { digestOf } from './kept-renderings.ts'

export interface Disk {
  readonly root: string
  readonly isFile: (file: string) => boolean
  /** Undefined where the file is not there, or lies outside. */
  readonly bytesOf: (file: string) => Uint8Array | undefined
  readonly textOf: (file: string) => string | undefined
  readonly digestOf: (file: string) => string
  /** Every file below a folder, whatever it holds; sorted. */
  readonly filesBelow: (folder: string) => readonly string[]
  /** Writes copies of files below another folder, at the same paths. */
  readonly copy: (files: readonly string[], to: string) => void
}

const mostFiles = 20_000

export function diskOf(root: string): Disk {
  const real = realpathSync(root)
  const bytes = new Map<string, Uint8Array | undefined>()
  const digests = new Map<string, string>()
  const isInside = (path: string) => path === real || path.startsWith(real + sep)
  const bytesOf = (file: string) => {
    if (!bytes.has(file)) bytes.set(file, read(join(real, file), isInside))
    return bytes.get(file)
  }
  const disk: Disk = {
    root: real,
    isFile: (file) =>
      existsSync(join(real, file)) && statSync(join(real, file)).isFile() && bytesOf(file) !== undefined,
    bytesOf,
    textOf: (file) => {
      const found = bytesOf(file)
      return found && Buffer.from(found).toString('utf8')
    },
    digestOf: (file) => {
      const known = digests.get(file) ?? digestOf(bytesOf(file) ?? '')
      digests.set(file, known)
      return known
    },
    filesBelow: (folder) => below(real, folder),
    copy: (files, to) => {
      for (const file of files) {
        const target = join(to, file)
        mkdirSync(dirname(target), { recursive: true })
        writeFileSync(target, bytesOf(file) ?? '')
      }
    },
  }
  return disk
}

function read(path: string, isInside: (path: string) => boolean): Uint8Array | undefined {
  try {
    return isInside(realpathSync(path)) ? readFileSync(path) : undefined
  } catch {
    return undefined
  }
}

// Links to folders are not followed: what they lead to is not copied, and the tool misses it.
function below(root: string, folder: string): readonly string[] {
  const found: string[] = []
  const visit = (at: string) => {
    for (const entry of readdirSync(join(root, at), { withFileTypes: true })) {
      const path = at === '' ? entry.name : `${at}/${entry.name}`
      if (entry.isDirectory()) {
        if (entry.name !== '.git') visit(path)
      } else if (found.length < mostFiles) found.push(path)
    }
  }
  visit(folder)
  return found.sort(byCodePoint)
}
