// The manifests of a folder, read from the disk: only what lies in it, each file once, in one order.

import { type Dirent, readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import { join, sep } from 'node:path'
import { type ReadManifest, type ReadProblem, readManifests } from '../kubernetes/read.ts'
import { byCodePoint } from '../platform/order.ts'

export interface ReadFolder {
  /** Absolute paths, sorted. */
  readonly files: readonly string[]
  readonly manifests: readonly ReadManifest[]
  /** What could not be read: files, parts of files, links that lead out of the folder. */
  readonly problems: readonly ReadProblem[]
}

export interface FolderLimits {
  readonly files: number
  readonly fileBytes: number
  readonly allBytes: number
  readonly depth: number
}

const usualLimits: FolderLimits = { files: 50_000, fileBytes: 32 * 2 ** 20, allBytes: 512 * 2 ** 20, depth: 40 }

/** Reads every .yaml, .yml and .json file of a folder (or one file); throws where the path itself cannot be read. */
export function readFolder(path: string, limits: FolderLimits = usualLimits): ReadFolder {
  const root = realpathSync(path)
  const walk: Walk = { root, limits, seen: new Set(), files: [], links: [], problems: [] }
  if (statSync(root).isDirectory()) visitFolder(root, 0, walk)
  else walk.files.push(root)
  followLinks(walk)
  walk.files.sort(byCodePoint)
  const read = readFiles(walk)
  return { files: read.files, manifests: read.manifests, problems: [...walk.problems, ...read.problems].sort(byPlace) }
}

interface Walk {
  readonly root: string
  readonly limits: FolderLimits
  /** Real paths of folders and files that were met, so that links bring nothing twice. */
  readonly seen: Set<string>
  readonly files: string[]
  readonly links: { readonly path: string; readonly depth: number }[]
  readonly problems: ReadProblem[]
}

function visitFolder(folder: string, depth: number, walk: Walk): void {
  if (walk.seen.has(folder)) return
  walk.seen.add(folder)
  if (depth > walk.limits.depth) {
    walk.problems.push(
      problem(folder, `folders lie more than ${walk.limits.depth} deep here`, 'name the folder itself'),
    )
    return
  }
  for (const entry of entriesOf(folder, walk)) visitEntry(join(folder, entry.name), entry, depth, walk)
}

// Of version control, editors and installed packages nothing is meant for a cluster.
const notMeant: ReadonlySet<string> = new Set([
  '.git',
  '.github',
  '.gitlab',
  '.circleci',
  '.vscode',
  '.idea',
  'node_modules',
])

function visitEntry(path: string, entry: Dirent, depth: number, walk: Walk): void {
  if (entry.isDirectory()) {
    if (!notMeant.has(entry.name)) visitFolder(path, depth + 1, walk)
  } else if (entry.isSymbolicLink()) walk.links.push({ path, depth })
  else if (entry.isFile() && isManifestFile(path)) addFile(path, walk)
}

function entriesOf(folder: string, { problems }: Walk): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name))
  } catch (error) {
    problems.push(problem(folder, `this folder cannot be read (${codeOf(error)})`, 'allow reading it, or leave it out'))
    return []
  }
}

// Links come last, and may bring more links.
function followLinks(walk: Walk): void {
  for (let link = walk.links.shift(); link; link = walk.links.shift()) {
    const target = targetOf(link.path)
    const kind = target === undefined ? undefined : statSync(target)
    if (target === undefined || kind === undefined) {
      walk.problems.push(problem(link.path, 'this link leads nowhere', 'mend or remove it'))
    } else if (target !== walk.root && !target.startsWith(walk.root + sep)) {
      if (!kind.isDirectory() && !isManifestFile(link.path)) continue
      walk.problems.push(
        problem(link.path, 'this link leads out of the folder and is not followed', 'copy what is meant'),
      )
    } else if (kind.isDirectory()) visitFolder(target, link.depth + 1, walk)
    else if (kind.isFile() && (isManifestFile(link.path) || isManifestFile(target))) addFile(target, walk)
  }
}

function targetOf(link: string): string | undefined {
  try {
    return realpathSync(link)
  } catch {
    return undefined
  }
}

function isManifestFile(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path)
}

function addFile(path: string, { seen, files }: Walk): void {
  if (seen.has(path)) return
  seen.add(path)
  files.push(path)
}

function readFiles({ files, limits }: Walk): ReadFolder {
  const manifests: ReadManifest[] = []
  const problems: ReadProblem[] = []
  const read: string[] = []
  let bytes = 0
  for (const file of files) {
    const { text, fault } = textOf(file, limits)
    bytes += text.length
    if (read.length >= limits.files || bytes > limits.allBytes) {
      const says = `${files.length} files are more than is read at once (${limits.files} files, ${limits.allBytes} bytes); this one and those after it are not`
      problems.push(problem(file, says, 'name a smaller folder'))
      break
    }
    read.push(file)
    if (fault) problems.push(fault)
    const found = readManifests(text, file)
    manifests.push(...found.manifests)
    problems.push(...found.problems)
  }
  return { files: read, manifests, problems }
}

function textOf(file: string, { fileBytes }: FolderLimits): { text: string; fault?: ReadProblem } {
  try {
    const { size } = statSync(file)
    if (size > fileBytes)
      return {
        text: '',
        fault: problem(
          file,
          `${size} bytes are more than is read of a file (${fileBytes})`,
          'split it, or leave it out',
        ),
      }
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(readFileSync(file)) }
  } catch (error) {
    const says = error instanceof TypeError ? 'this file is not UTF-8' : `this file cannot be read (${codeOf(error)})`
    return { text: '', fault: problem(file, says, 'mend it, or leave it out') }
  }
}

function problem(file: string, says: string, next: string): ReadProblem {
  return { file, line: 1, says, next }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
}

function byPlace(a: ReadProblem, b: ReadProblem): number {
  return (
    byCodePoint(a.file, b.file) || a.line - b.line || (a.column ?? 0) - (b.column ?? 0) || byCodePoint(a.says, b.says)
  )
}
