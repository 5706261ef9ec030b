// Places as a person at this folder would name them: files below it by their relative path.

import { isAbsolute, relative } from 'node:path'

/** The same value where every place in it is near already. */
export function withNearPaths<T>(value: T, from = process.cwd()): T {
  return near(value, from) as T
}

function near(value: unknown, from: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return nearItems(value, from)
  const isPlace = 'file' in value && 'line' in value
  let copy: { [key: string]: unknown } | undefined
  for (const [key, held] of Object.entries(value)) {
    const named = isPlace && key === 'file' && typeof held === 'string' ? nearPath(held, from) : near(held, from)
    if (named === held) continue
    copy ??= Object.fromEntries(Object.entries(value))
    copy[key] = named
  }
  return copy ?? value
}

function nearItems(items: readonly unknown[], from: string): readonly unknown[] {
  let copy: unknown[] | undefined
  for (const [at, item] of items.entries()) {
    const named = near(item, from)
    if (named === item) continue
    copy ??= [...items]
    copy[at] = named
  }
  return copy ?? items
}

/** Relative to the folder where the file lies below it, else as it is. */
export function nearPath(file: string, from = process.cwd()): string {
  if (!isAbsolute(file)) return file
  const path = relative(from, file)
  return path.startsWith('..') ? file : path
}
