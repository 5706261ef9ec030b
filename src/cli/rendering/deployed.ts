// A folder in which applications say what is deployed: what they bring, by cluster, and what they do not reach.

import { declaredOf, isArgo, isFlux } from '../../estate/delivery/declared.ts'
import { isDelivery } from '../../estate/delivery/flux.ts'
import { type DeployedPiece, follow } from '../../estate/delivery/follow.ts'
import { closureOf } from '../../estate/delivery/kustomization.ts'
import type { Piece } from '../../estate/delivery/piece.ts'
import { repositoryOf } from '../../estate/delivery/repository.ts'
import { deliveryRoots } from '../../estate/delivery/roots.ts'
import { topKustomizations } from '../../estate/delivery/top-kustomizations.ts'
import { unseenOfPiece } from '../../estate/delivery/unseen-of-piece.ts'
import type { EstateConfig, Unseen } from '../../estate/estate.ts'
import type { ReadManifest, ReadProblem } from '../../kubernetes/read.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { FolderFound } from './folder-found.ts'
import { remotesOf } from './remotes.ts'
import { rendererOf } from './render-pieces.ts'

export interface ClusterFound {
  readonly name: string
  readonly manifests: readonly ReadManifest[]
  readonly configs: readonly EstateConfig[]
  readonly unseen: readonly Unseen[]
  readonly unread: readonly ReadProblem[]
}

export interface Deployed {
  readonly clusters: readonly ClusterFound[]
  readonly pieces: readonly DeployedPiece[]
  /** Applications, of Argo CD and of Flux. */
  readonly applications: number
  /** Files of the folder that something deploys. */
  readonly reached: ReadonlySet<string>
}

/** Undefined where no application is among the manifests. */
export async function deployed(found: FolderFound): Promise<Deployed | undefined> {
  const { tree, read, fileOf, root } = found
  const delivery = read.filter(({ manifest }) => isArgo(manifest) || isFlux(manifest))
  if (!delivery.some(({ manifest }) => !manifest.apiVersion.startsWith('source.'))) return undefined
  const tops = topKustomizations(tree)
  const parts = new Set(tops.flatMap((folder) => closureOf(tree, folder).files))
  const repository = repositoryOf(
    tree,
    delivery.map((one) => declaredOf(one)),
    {
      remotes: remotesOf(root),
      folderParts: root.split('/').filter(Boolean),
    },
  )
  const whole = delivery.filter((one) => !parts.has(fileOf(one)))
  const render = rendererOf(found.rendering)
  const pieces = [...(await follow(deliveryRoots(whole, repository, fileOf), repository, render))]
  const reached = new Set([...whole.map(fileOf), ...pieces.flatMap(({ rendered }) => rendered.files)])
  // A kustomization that somebody applies by hand may bring the first applications.
  for (const folder of tops) {
    const { files } = closureOf(tree, folder)
    if (!delivery.some((one) => files.includes(fileOf(one)) && !reached.has(fileOf(one)))) continue
    const brought = await byHand(folder, found)
    pieces.push(brought)
    const roots = deliveryRoots(brought.rendered.manifests, repository, () => `${folder}/kustomization.yaml`)
    pieces.push(...(await follow(roots, repository, render)))
    for (const file of [...files, ...pieces.flatMap(({ rendered }) => rendered.files)]) reached.add(file)
  }
  const applications = new Set(pieces.map(({ piece }) => `${piece.cluster} ${piece.id.replace(/#\d+$/, '')}`)).size
  return { clusters: clustersOf(pieces, rootsBeside(found, whole, reached)), pieces, applications, reached }
}

async function byHand(folder: string, { rendering }: FolderFound): Promise<DeployedPiece> {
  const piece: Piece = {
    is: 'kustomize',
    id: `kustomization/${folder}`,
    by: `Kustomization//${folder}`,
    cluster: 'in-cluster',
    folder,
    edits: {},
    source: {},
  }
  return { piece, rendered: await rendererOf(rendering)(piece) }
}

// What stands in one file with an application is applied with it.
function rootsBeside({ read, fileOf }: FolderFound, whole: readonly ReadManifest[], reached: ReadonlySet<string>) {
  const files = new Set(whole.filter(({ manifest }) => isArgo(manifest)).map(fileOf))
  return read.filter((one) => files.has(fileOf(one)) && reached.has(fileOf(one)) && !isDelivery(one.manifest))
}

function clustersOf(pieces: readonly DeployedPiece[], beside: readonly ReadManifest[]): readonly ClusterFound[] {
  const byCluster = Map.groupBy(pieces, ({ piece }) => piece.cluster)
  if (beside.length > 0 && !byCluster.has('in-cluster')) byCluster.set('in-cluster', [])
  return [...byCluster]
    .map(([name, of]): ClusterFound => {
      const own = of.flatMap(({ piece, rendered }) => rendered.manifests.map((one) => placed(one, piece.namespace)))
      const more =
        name === 'in-cluster'
          ? beside.filter(
              (one) => !of.some(({ rendered }) => rendered.manifests.some(({ at }) => at.file === one.at.file)),
            )
          : []
      return {
        name,
        manifests: [...own, ...more].filter(({ manifest }) => !isDelivery(manifest)),
        configs: of.flatMap(({ rendered }) => rendered.configs ?? []),
        unseen: of.flatMap(({ piece, rendered }) =>
          rendered.unseen ? unseenOfPiece(piece, rendered.unseen.says) : [],
        ),
        unread: of.flatMap(({ rendered }) => rendered.problems ?? []),
      }
    })
    .filter(({ manifests, unseen }) => manifests.length + unseen.length > 0)
    .sort((a, b) => byCodePoint(a.name, b.name))
}

// Namespaced objects that name none go where the application goes; for the others the namespace is taken away on import.
function placed(read: ReadManifest, namespace: string | undefined): ReadManifest {
  const { metadata } = read.manifest
  if (namespace === undefined || metadata.namespace !== undefined) return read
  return { ...read, manifest: { ...read.manifest, metadata: { ...metadata, namespace } } }
}
