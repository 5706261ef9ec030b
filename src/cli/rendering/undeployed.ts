// A folder in which no application says what is deployed: it is taken whole, its kustomizations and its own chart built.

import type { DeployedPiece } from '../../estate/delivery/follow.ts'
import { closureOf } from '../../estate/delivery/kustomization.ts'
import type { Piece } from '../../estate/delivery/piece.ts'
import { topKustomizations } from '../../estate/delivery/top-kustomizations.ts'
import { folderOf, nameOf } from '../../estate/delivery/tree.ts'
import { unseenOfPiece } from '../../estate/delivery/unseen-of-piece.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import type { ClusterFound } from './deployed.ts'
import type { FolderFound } from './folder-found.ts'
import { rendererOf } from './render-pieces.ts'

export interface Undeployed {
  /** One, or one for each kustomization where several build the same base. */
  readonly clusters: readonly ClusterFound[]
  readonly pieces: readonly DeployedPiece[]
  /** Folders of charts that were not rendered. */
  readonly charts: readonly string[]
}

export async function undeployed(found: FolderFound): Promise<Undeployed> {
  const { tree, read, fileOf, rendering } = found
  const ownChart = tree.hasFile('Chart.yaml')
  const wanted = [...topKustomizations(tree).map(kustomizationPiece), ...(ownChart ? [chartPiece(found)] : [])]
  const render = rendererOf(rendering)
  const pieces = await Promise.all(wanted.map(async (piece) => ({ piece, rendered: await render(piece) })))
  const built = pieces.filter(({ rendered }) => rendered.unseen === undefined)
  const taken = new Set(built.flatMap(({ rendered }) => rendered.files))
  const plain = read.filter((one) => !taken.has(fileOf(one)))
  const charts = tree.files.filter((file) => nameOf(file) === 'Chart.yaml').map(folderOf)
  return {
    clusters: clustersOf(pieces, plain, found),
    pieces,
    charts: ownChart ? [] : charts.filter((chart) => !isInside(chart, charts)),
  }
}

function isInside(chart: string, charts: readonly string[]): boolean {
  return charts.some((other) => chart.startsWith(`${other}/`))
}

function kustomizationPiece(folder: string): Piece & { is: 'kustomize' } {
  return {
    is: 'kustomize',
    id: folder || 'kustomization',
    by: `Kustomization//${folder}`,
    cluster: 'cluster',
    folder,
    edits: {},
    source: {},
  }
}

// As `helm template` does where nothing is said.
function chartPiece({ nameFile }: FolderFound): Piece & { is: 'helm' } {
  return {
    is: 'helm',
    id: 'chart',
    by: 'Chart//chart',
    cluster: 'cluster',
    chart: '',
    release: 'release-name',
    values: [],
    set: [],
    skipsCrds: false,
    apiVersions: [],
    source: { at: { file: nameFile('Chart.yaml'), line: 1, column: 1 } },
  }
}

function clustersOf(
  pieces: readonly DeployedPiece[],
  plain: readonly ReadManifest[],
  found: FolderFound,
): readonly ClusterFound[] {
  const clusterFor = (name: string, of: readonly DeployedPiece[]): ClusterFound => ({
    name,
    manifests: [...of.flatMap(({ rendered }) => rendered.manifests), ...plain],
    configs: [],
    unseen: of.flatMap(({ piece, rendered }) => (rendered.unseen ? unseenOfPiece(piece, rendered.unseen.says) : [])),
    unread: of.flatMap(({ rendered }) => rendered.problems ?? []),
  })
  const groups = alternatives(pieces, found)
  return groups.length > 1
    ? groups.map((of) => clusterFor(of[0]?.piece.id ?? 'cluster', of))
    : [clusterFor('cluster', pieces)]
}

/** Kustomizations of one base stand for different places; where none share anything, all stand together. */
function alternatives(pieces: readonly DeployedPiece[], { tree }: FolderFound): readonly (readonly DeployedPiece[])[] {
  const bases = pieces.map(
    ({ piece }) => new Set(piece.is === 'kustomize' ? closureOf(tree, piece.folder).folders.slice(1) : []),
  )
  const isComponent = (folder: string) => /(?:^|\/)components?(?:\/|$)/.test(folder)
  const share = bases.some((base, at) =>
    bases.some((other, next) => next > at && [...base].some((one) => !isComponent(one) && other.has(one))),
  )
  return share ? pieces.map((piece) => [piece]) : [pieces]
}
