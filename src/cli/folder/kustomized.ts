// Kustomizations of a folder that is judged as it lies: what they change, and what they leave out.

import { readFileSync } from 'node:fs'
import { join, posix } from 'node:path'
import { readManifests } from '../../kubernetes/read.ts'
import type { ReadFolder } from '../folder.ts'

export interface Kustomized {
  /** They do more than list what lies there: what they build is something else than the files. */
  readonly changing: readonly string[]
  /** Files with objects that lie in a folder with a kustomization, and that none lists. */
  readonly unlisted: readonly string[]
}

/** Paths are relative to the root of the folder. */
export function kustomizedIn({ root, files, marks, manifests }: Listed): Kustomized {
  const within = new Set([...files, ...marks.kustomizations.map((file) => posix.dirname(file))])
  const listed = new Map(marks.kustomizations.map((file) => [file, listedBy(root, file, within)]))
  const changing = marks.kustomizations.filter((file) => listed.get(file) === undefined)
  const named = new Set([...listed.values()].flatMap((paths) => paths ?? []))
  const folders = new Set(marks.kustomizations.map((file) => posix.dirname(file)))
  const holding = [...new Set(manifests.map(({ at }) => posix.relative(root, at.file)))]
  return {
    changing,
    unlisted: changing.length > 0 ? [] : holding.filter((file) => !named.has(file) && isBelow(file, folders)).sort(),
  }
}

type Listed = Pick<ReadFolder, 'root' | 'files' | 'marks' | 'manifests'>

/** Undefined where it does more than list files and kustomized folders of this folder. */
function listedBy(root: string, file: string, within: ReadonlySet<string>): readonly string[] | undefined {
  const [written, ...more] = documentsOf(join(root, file))
  if (!isFields(written) || more.length > 0) return undefined
  const { apiVersion: _, kind = 'Kustomization', metadata: _name, resources, ...rest } = written
  if (kind !== 'Kustomization' || Object.keys(rest).length > 0 || !Array.isArray(resources)) return undefined
  const paths = resources.map((one) => posix.join(posix.dirname(file), String(one)).replace(/\/$/, ''))
  return paths.every((path) => within.has(path)) ? paths : undefined
}

function documentsOf(path: string): readonly unknown[] {
  try {
    const { manifests, others } = readManifests(readFileSync(path, 'utf8'), path)
    return [...manifests.map(({ manifest }) => manifest), ...others.map(({ value }) => value)]
  } catch {
    return []
  }
}

function isFields(value: unknown): value is { readonly [field: string]: unknown } {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isBelow(file: string, folders: ReadonlySet<string>): boolean {
  for (let folder = posix.dirname(file); folder !== '.'; folder = posix.dirname(folder))
    if (folders.has(folder)) return true
  return folders.has('.')
}
