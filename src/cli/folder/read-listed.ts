// Listed files as manifests, configuration of monitoring tools, and files that are meant for no cluster.

import { readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { EstateConfig } from '../../estate/estate.ts'
import { configIn } from '../../estate/import/configs.ts'
import { toolOf } from '../../knowledge/tool-files.ts'
import { type ReadManifest, type ReadProblem, readManifests } from '../../kubernetes/read.ts'
import { fitLongRun } from '../load/compile.ts'
import { type FolderLimits, usualLimits } from './limits.ts'
import type { Listing } from './list-folder.ts'
import { codeOf, problemOf } from './problem.ts'

export interface ReadListed {
  /** Places name absolute paths. */
  readonly manifests: readonly ReadManifest[]
  /** Plain files of Prometheus and Alertmanager. */
  readonly configs: readonly EstateConfig[]
  /** What could not be read: files and parts of files. */
  readonly problems: readonly ReadProblem[]
  /** Files that hold no manifest and were not meant to, as the listing names them. */
  readonly notManifests: readonly string[]
  /** Files with documents that configure a tool, and are sent to no cluster. */
  readonly toolFiles: readonly ToolFile[]
}

export interface ToolFile {
  readonly file: string
  readonly tools: readonly string[]
}

// What is read and answered within a second.
const briefBytes = 8 * 2 ** 20

/** Reads files of a listing, all of them where none are named, in the order given. */
export function readListed(
  { root }: Pick<Listing, 'root'>,
  files: readonly string[],
  limits: FolderLimits = usualLimits,
): ReadListed {
  const found: Found = { manifests: [], configs: [], problems: [], notManifests: [], toolFiles: [] }
  let bytes = 0
  for (const [count, file] of files.entries()) {
    const path = join(root, file)
    const text = textOf(path, limits, found.problems)
    if (text === undefined) continue
    bytes += text.length
    if (bytes > briefBytes && bytes - text.length <= briefBytes) fitLongRun()
    if (count >= limits.files || bytes > limits.allBytes) {
      const says = `${files.length} files are more than is read at once (${limits.files} files, ${limits.allBytes} bytes); this one and those after it are not`
      found.problems.push(problemOf(path, says, 'name a smaller folder'))
      break
    }
    readOne({ file, path, text }, found)
  }
  return found
}

interface Found {
  readonly manifests: ReadManifest[]
  readonly configs: EstateConfig[]
  readonly problems: ReadProblem[]
  readonly notManifests: string[]
  readonly toolFiles: ToolFile[]
}

function readOne({ file, path, text }: { file: string; path: string; text: string }, found: Found): void {
  if (!mayMatter(file, text)) {
    found.notManifests.push(file)
    return
  }
  const { manifests, others, problems } = readManifests(text, path)
  const configs = others.flatMap((other) => configIn(other) ?? [])
  const tools: string[] = []
  for (const read of manifests) {
    const tool = toolOf(read.manifest)
    if (tool === undefined) found.manifests.push(read)
    else tools.push(tool)
  }
  if (tools.length > 0) found.toolFiles.push({ file, tools })
  found.configs.push(...configs)
  found.problems.push(...problems)
  if (manifests.length + configs.length + problems.length === 0) found.notManifests.push(file)
}

// Packages, locks and settings are JSON too, often large, and some of them with comments: without these words inside,
// none can be a manifest.
function mayMatter(file: string, text: string): boolean {
  return !/\.json$/i.test(file) || /kind|apiVersion|\\u00|groups|route|scrape_configs/.test(text)
}

function textOf(path: string, { fileBytes }: FolderLimits, problems: ReadProblem[]): string | undefined {
  try {
    const { size } = statSync(path)
    if (size > fileBytes) {
      const says = `${size} bytes are more than is read of a file (${fileBytes})`
      problems.push(problemOf(path, says, 'split it, or leave it out'))
      return undefined
    }
    return decoded(readFileSync(path), path, problems)
  } catch (error) {
    problems.push(problemOf(path, `this file cannot be read (${codeOf(error)})`, 'mend it, or leave it out'))
    return undefined
  }
}

function decoded(bytes: Uint8Array, path: string, problems: ReadProblem[]): string | undefined {
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  try {
    return utf8.decode(bytes)
  } catch {
    const says = isUtf16 ? 'this file is UTF-16, and kubectl reads UTF-8' : 'this file is not UTF-8'
    problems.push(problemOf(path, says, isUtf16 ? 'save it as UTF-8' : 'mend it, or leave it out'))
    return undefined
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true })
