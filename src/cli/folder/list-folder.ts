// The files of a folder that may hold manifests: only what lies in it, each once, in one order. Nothing is read yet.

import { type Dirent, readdirSync, realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { ReadProblem } from '../../kubernetes/read.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type FolderLimits, usualLimits } from './limits.ts'
import { codeOf, problemOf } from './problem.ts'

export interface Listing {
  /** Absolute path without links. */
  readonly root: string
  /** Relative to the root, `/` between folders, sorted: every .yaml, .yml and .json file, and every kustomization. */
  readonly files: readonly string[]
  /** Chart.yaml files and kustomizations among the files: what lies around them is made into manifests by helm or kustomize. */
  readonly marks: FolderMarks
  /** Folders that cannot be read, links that lead nowhere or out of the folder. */
  readonly problems: readonly ReadProblem[]
}

export interface FolderMarks {
  readonly charts: readonly string[]
  readonly kustomizations: readonly string[]
}

/** Lists a folder (or one file); throws where the path itself cannot be read. */
export function listFolder(path: string, limits: FolderLimits = usualLimits): Listing {
  const real = realpathSync(path)
  const isFolder = statSync(real).isDirectory()
  const root = isFolder ? real : dirname(real)
  const walk: Walk = { root, limits, seen: new Set(), files: [], links: [], problems: [] }
  if (isFolder) visitFolder(real, 0, walk)
  else walk.files.push(real)
  followLinks(walk)
  const files = walk.files.map((file) => relative(root, file).split(sep).join('/')).sort(byCodePoint)
  return { root, files, marks: isFolder ? marksOf(files) : { charts: [], kustomizations: [] }, problems: walk.problems }
}

function marksOf(files: readonly string[]): FolderMarks {
  return {
    charts: files.filter((file) => basename(file) === 'Chart.yaml'),
    kustomizations: files.filter((file) => kustomizationNames.has(basename(file))),
  }
}

// sigs.k8s.io/kustomize/api/konfig/general.go: RecognizedKustomizationFileNames.
const kustomizationNames: ReadonlySet<string> = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])

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
      problemOf(folder, `folders lie more than ${walk.limits.depth} deep here`, 'name the folder itself'),
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
  else if (entry.isFile() && isListed(path)) addFile(path, walk)
}

function entriesOf(folder: string, { problems }: Walk): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true }).sort((a, b) => byCodePoint(a.name, b.name))
  } catch (error) {
    const says = `this folder cannot be read (${codeOf(error)})`
    problems.push(problemOf(folder, says, 'allow reading it, or leave it out'))
    return []
  }
}

// Links come last, and may bring more links.
function followLinks(walk: Walk): void {
  for (let next = 0; next < walk.links.length; next++) {
    const link = walk.links[next] as Walk['links'][number]
    const target = targetOf(link.path)
    if (target === undefined) {
      walk.problems.push(problemOf(link.path, 'this link leads nowhere', 'mend or remove it'))
    } else if (target.path !== walk.root && !target.path.startsWith(walk.root + sep)) {
      if (!target.isFolder && !isListed(link.path)) continue
      walk.problems.push(
        problemOf(link.path, 'this link leads out of the folder and is not followed', 'copy what is meant'),
      )
    } else if (target.isFolder) visitFolder(target.path, link.depth + 1, walk)
    else if (target.isFile && (isListed(link.path) || isListed(target.path))) addFile(target.path, walk)
  }
}

function targetOf(link: string) {
  try {
    const path = realpathSync(link)
    const kind = statSync(path)
    return { path, isFolder: kind.isDirectory(), isFile: kind.isFile() }
  } catch {
    return undefined
  }
}

function isListed(path: string): boolean {
  return /\.(ya?ml|json)$/i.test(path) || basename(path) === 'Kustomization'
}

function addFile(path: string, { seen, files }: Walk): void {
  if (seen.has(path)) return
  seen.add(path)
  files.push(path)
}
