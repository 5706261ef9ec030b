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

// A report holds tens of thousands of objects: keys one by one, and a copy only of what holds a place.
function near(value: unknown, name: Name): unknown {
  // Rows of numbers hold no places, and may be millions.
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value
  if (Array.isArray(value)) return nearItems(value, name)
  const held = value as { readonly [key: string]: unknown }
  const isPlace = Object.hasOwn(held, 'file') && Object.hasOwn(held, 'line')
  let copy: { [key: string]: unknown } | undefined
  for (const key of Object.keys(held)) {
    const one = held[key]
    const named = isPlace && key === 'file' && typeof one === 'string' ? name(one) : near(one, name)
    // No place of ours stands there, and to assign it would change what the copy inherits.
    if (named === one || key === '__proto__') continue
    copy ??= { ...held }
    copy[key] = named
  }
  return copy ?? value
}

function nearItems(items: readonly unknown[], name: Name): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let at = 0; at < items.length; at++) {
    const named = near(items[at], name)
    if (named === items[at]) continue
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
