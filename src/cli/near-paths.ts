// Places as a person at this folder would name them: files below it by their relative path.

import { isAbsolute, relative } from 'node:path'

export function withNearPaths<T>(value: T, from = process.cwd()): T {
  return near(value, from) as T
}

function near(value: unknown, from: string): unknown {
  if (typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map((item) => near(item, from))
  const isPlace = 'file' in value && 'line' in value
  const entries = Object.entries(value).map(([key, held]) =>
    isPlace && key === 'file' && typeof held === 'string' ? [key, nearPath(held, from)] : [key, near(held, from)],
  )
  return Object.fromEntries(entries)
}

/** Relative to the folder where the file lies below it, else as it is. */
export function nearPath(file: string, from = process.cwd()): string {
  if (!isAbsolute(file)) return file
  const path = relative(from, file)
  return path.startsWith('..') ? file : path
}
