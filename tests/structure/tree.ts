import { globSync, readFileSync } from 'node:fs'
import { sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Tree } from './rules.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** Reads the sources and the reference platforms of this checkout. */
export function readTree(): Tree {
  const paths = globSync(['src/**/*.ts', 'platforms/**/*.ts'], { cwd: root }).map((path) => path.split(sep).join('/'))
  return new Map(paths.sort().map((path) => [path, readFileSync(`${root}/${path}`, 'utf8')]))
}
