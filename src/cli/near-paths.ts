// Places as a person at this folder would name them: files below it by their relative path.

import { isAbsolute, join, parse, relative } from 'node:path'

/** The same value where every place in it is near already. */
export function withNearPaths<T>(value: T, from = process.cwd()): T {
  return near(value, nearName(from)) as T
}

type Name = (file: string) => string

/** `nearPath` from here, for few files and thousands of places in them. */
export function nearName(from = process.cwd()): Name {
  const known = new Map<string, string>()
  return (file) => {
    const had = known.get(file)
    if (had !== undefined) return had
    const named = nearPath(file, from)
    known.set(file, named)
    return named
  }
}

function near(value: unknown, name: Name): unknown {
  // Rows of numbers hold no places, and may be millions.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return nearItems(value, name)
  const isPlace = 'file' in value && 'line' in value
  let copy: { [key: string]: unknown } | undefined
  for (const [key, held] of Object.entries(value)) {
    const named = isPlace && key === 'file' && typeof held === 'string' ? name(held) : near(held, name)
    if (named === held) continue
    copy ??= Object.fromEntries(Object.entries(value))
    copy[key] = named
  }
  return copy ?? value
}

function nearItems(items: readonly unknown[], name: Name): readonly unknown[] {
  let copy: unknown[] | undefined
  for (const [at, item] of items.entries()) {
    const named = near(item, name)
    if (named === item) continue
    copy ??= [...items]
    copy[at] = named
  }
  return copy ?? items
}

// Two folders up a person still sees where that is, unless that is the root of the disk.
const most = 2

/** Relative to the folder where the file lies below it or near it, else as it is. */
export function nearPath(file: string, from = process.cwd()): string {
  if (!isAbsolute(file)) return file
  const path = relative(from, file)
  const [up = ''] = /^(?:\.\.(?:[/\\]|$))*/.exec(path) ?? []
  const levels = Math.ceil(up.length / 3)
  if (levels === 0) return path
  return levels <= most && join(from, up) !== parse(from).root ? path : file
}
