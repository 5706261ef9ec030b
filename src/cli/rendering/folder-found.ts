// A folder as it was listed and read, and the means to render what lies in it.

import type { Tree } from '../../estate/delivery/tree.ts'
import { treeOf } from '../../estate/delivery/tree.ts'
import type { ReadManifest } from '../../kubernetes/read.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { ReadFolder } from '../folder.ts'
import { nearPath } from '../near-paths.ts'
import { callerOf } from './call.ts'
import { diskOf } from './disk.ts'
import { keptRenderings } from './kept-renderings.ts'
import type { Rendering } from './render-pieces.ts'

export interface FolderFound {
  readonly root: string
  readonly tree: Tree
  /** Manifests as they lie in files; places name absolute paths. */
  readonly read: readonly ReadManifest[]
  readonly fileOf: (read: ReadManifest) => string
  readonly nameFile: (file: string) => string
  readonly rendering: Rendering
  /** Templates whose result differs from call to call. */
  readonly differing: Set<string>
}

interface Options {
  readonly kubernetes?: string
  readonly rendered?: string
  readonly tell?: (name: string) => void
}

// What the templates of charts are told where nobody says the version.
const usualKubernetes = '1.34.0'

export function folderFound(
  { root, files, manifests }: ReadFolder,
  { kubernetes, rendered, tell }: Options,
): FolderFound {
  const disk = diskOf(root)
  const tree = treeOf(files, disk.textOf, disk.isFile)
  const nameFile = (file: string) => nearPath(`${disk.root}/${file}`)
  const differing = new Set<string>()
  const minor = kubernetes ?? usualKubernetes
  return {
    root,
    tree,
    read: manifests.map((one) => ({ ...one, at: { ...one.at, file: nameFile(one.at.file.slice(root.length + 1)) } })),
    fileOf: fileNames(manifests, root, nameFile),
    nameFile,
    differing,
    rendering: {
      disk,
      tree,
      kubernetes: /^\d+\.\d+$/.test(minor) ? `${minor}.0` : minor,
      apiVersions: served(manifests),
      nameFile,
      call: callerOf({ disk, kept: keptRenderings(), beside: rendered, tell }),
      differs: (_, file) => differing.add(nameFile(file)),
    },
  }
}

function fileNames(manifests: readonly ReadManifest[], root: string, nameFile: (file: string) => string) {
  const relative = new Map(
    manifests.map(({ at }) => at.file.slice(root.length + 1)).map((file) => [nameFile(file), file]),
  )
  return ({ at }: ReadManifest) => relative.get(at.file) ?? at.file
}

// Where a custom resource is among the files, its definition is in the cluster.
function served(manifests: readonly ReadManifest[]): readonly string[] {
  const found = manifests.map(({ manifest: { apiVersion } }) => apiVersion).filter((api) => /^[^/]*\.[^/]*\//.test(api))
  return [...new Set(found)].filter((api) => !api.includes('.k8s.io/') || api.startsWith('gateway.')).sort(byCodePoint)
}
