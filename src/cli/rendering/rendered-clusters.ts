// A folder with applications, charts or kustomizations, as clusters: what is deployed where, and what is said about it.

import type { Note, Unread } from '../../check/report.ts'
import type { DeployedPiece } from '../../estate/delivery/follow.ts'
import type { EstateConfig } from '../../estate/estate.ts'
import { folderNotes } from '../folder/folder-notes.ts'
import type { ReadFolder } from '../folder.ts'
import { nearPath } from '../near-paths.ts'
import { count } from '../text/count.ts'
import { type ClusterFound, type Deployed, deployed } from './deployed.ts'
import { type FolderFound, folderFound } from './folder-found.ts'
import { undeployed } from './undeployed.ts'

interface Asking {
  readonly kubernetes?: string
  readonly rendered?: string
  readonly unreached?: boolean
}

export interface RenderedClusters {
  readonly clusters: readonly ClusterFound[]
  readonly unread: readonly Unread[]
  readonly notes: readonly Note[]
}

export async function renderedClusters(folder: ReadFolder, asking: Asking): Promise<RenderedClusters> {
  const progress = progressOn(process.stderr)
  const found = folderFound(folder, { ...asking, tell: progress.tell })
  try {
    const brought = await deployed(found)
    return brought ? ofApplications(folder, found, brought, asking) : await ofFolder(folder, found)
  } finally {
    progress.end()
  }
}

function ofApplications(
  folder: ReadFolder,
  found: FolderFound,
  brought: Deployed,
  { unreached }: Asking,
): RenderedClusters {
  const { pieces, applications, reached } = brought
  const objects = brought.clusters.reduce((sum, { manifests }) => sum + manifests.length, 0)
  const lost = [...new Set(found.read.map(found.fileOf))].filter((file) => !reached.has(file))
  const made = [count(built(pieces, 'helm'), 'Helm release'), count(built(pieces, 'kustomize'), 'kustomization')].join(
    ', ',
  )
  const read = `${count(folder.files.length, 'file')}: ${count(applications, 'application')} → ${made} → ${count(objects, 'object')}`
  return {
    clusters: brought.clusters,
    unread: [...refused(pieces), ...mayBeApplications(folder, found, reached)],
    notes: [
      { is: 'read', says: read },
      ...(lost.length > 0 ? [notReached(lost.length, unreached)] : []),
      ...(unreached ? lost.map((file) => ({ is: 'note', says: `not reached: ${found.nameFile(file)}` }) as const) : []),
      ...folderNotes(folder),
      ...pieces.flatMap(notSeen),
      ...differing(found),
    ],
  }
}

function notReached(files: number, isListed: boolean | undefined): Note {
  const says = `${count(files, 'file')} with manifests reached by no application, not judged`
  return { is: 'read', says: isListed ? says : `${says}: --unreached lists them` }
}

async function ofFolder(folder: ReadFolder, found: FolderFound): Promise<RenderedClusters> {
  const { clusters, pieces, charts } = await undeployed(found)
  const [first, ...others] = clusters
  const problems = folder.problems.map((problem) => ({ ...problem, file: nearPath(problem.file) }))
  const configs = folder.configs.map((config): EstateConfig => ({ ...config, file: nearPath(config.file) }))
  const all = [{ ...first, unread: [...(first?.unread ?? []), ...problems] } as ClusterFound, ...others]
  const apart = `${clusters.map(({ name }) => name).join(', ')} build the same base: each is judged as a cluster of its own`
  return {
    clusters: all.map((cluster) => ({ ...cluster, configs })),
    unread: refused(pieces),
    notes: [
      { is: 'read', says: readOf(folder, pieces, clusters) },
      ...(others.length > 0 ? [{ is: 'note', says: apart } as const] : []),
      ...folderNotes(folder),
      ...charts.map((chart): Note => {
        const name = found.nameFile(chart)
        const [says, next] = [`no application deploys the chart ${name}, not judged`, `seaworthy check ${name}`]
        return { is: 'note', says, next, name, alike: 'charts are deployed by no application, and not judged' }
      }),
      ...differing(found),
    ],
  }
}

function readOf({ files }: ReadFolder, pieces: readonly DeployedPiece[], clusters: readonly ClusterFound[]): string {
  const made = [count(built(pieces, 'helm'), 'chart'), count(built(pieces, 'kustomize'), 'kustomization')]
  const some = made.filter((one) => !one.startsWith('0 '))
  const objects = clusters.reduce((sum, { manifests }) => sum + manifests.length, 0)
  return `${count(files.length, 'file')}${some.length > 0 ? ` → ${some.join(', ')}` : ''}: ${count(objects, 'object')}`
}

function built(pieces: readonly DeployedPiece[], is: 'helm' | 'kustomize'): number {
  return pieces.filter(({ piece, rendered }) => piece.is === is && rendered.unseen === undefined).length
}

// What the tools refuse could not be read; what lies elsewhere was never here.
function refused(pieces: readonly DeployedPiece[]): readonly Unread[] {
  return pieces.flatMap(({ piece, rendered: { unseen } }) => {
    if (unseen === undefined || piece.is === 'unseen') return []
    const folder = piece.is === 'helm' ? piece.chart : piece.is === 'kustomize' ? piece.folder : ''
    const { file, line } = piece.source.at ?? { file: folder, line: 1 }
    const { says, next } = unseen
    const alike = `are unknown: ${says}`
    return [{ file, line, says: `${piece.id} is unknown: ${says}`, next, name: piece.id, alike }]
  })
}

function notSeen({ piece }: DeployedPiece): readonly Note[] {
  if (piece.is !== 'unseen') return []
  const { at } = piece.source
  const says = `${piece.id} → ${piece.cluster}: ${piece.says}${at ? ` (${at.file}:${at.line})` : ''}`
  return [{ is: 'unknown', says, next: piece.next, ...piece.alike }]
}

// A file that is no YAML is no application either, unless it looks like one.
function mayBeApplications(
  { problems, root }: ReadFolder,
  { tree, nameFile }: FolderFound,
  reached: ReadonlySet<string>,
) {
  return problems.flatMap((problem) => {
    const file = problem.file.slice(root.length + 1)
    const isOne = !reached.has(file) && /argoproj\.io|toolkit\.fluxcd\.io/.test(tree.textOf(file) ?? '')
    return isOne ? [{ ...problem, file: nameFile(file) }] : []
  })
}

function differing({ differing: files }: FolderFound): readonly Note[] {
  return [...files].sort().map((file) => ({
    is: 'note',
    says: `${file} makes something else on every call: what was kept of one call is judged`,
  }))
}

/** One line that is written over, and taken away at the end; nothing in a pipe. */
function progressOn(stream: NodeJS.WriteStream) {
  let calls = 0
  return {
    tell(name: string) {
      calls++
      if (stream.isTTY) stream.write(`\r\x1b[Krendering ${calls}: ${name.slice(0, 60)}`)
    },
    end() {
      if (stream.isTTY && calls > 0) stream.write('\r\x1b[K')
    },
  }
}
