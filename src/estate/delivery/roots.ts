// Where delivery begins: applications that no other one brings, and for Flux the cluster that they stand for.

import type { ReadManifest } from '../../kubernetes/read.ts'
import { type Declared, declaredOf, isArgo, isFlux } from './declared.ts'
import { pathsOf } from './follow.ts'
import type { Repository } from './repository.ts'
import { folderOf, nameOf } from './tree.ts'

export interface DeliveryRoot {
  readonly read: ReadManifest
  readonly cluster: string
}

/** `fileOf` says which file of the tree a manifest is from; those for which it says undefined are parts of kustomizations. */
export function deliveryRoots(
  read: readonly ReadManifest[],
  repository: Repository,
  fileOf: (read: ReadManifest) => string,
): readonly DeliveryRoot[] {
  const all = read
    .filter(({ manifest }) => isArgo(manifest) || isFlux(manifest))
    .map((one) => ({ read: one, file: fileOf(one), declared: declaredOf(one), folders: [] as string[] }))
  for (const one of all) one.folders.push(...pathsOf(one.declared).flatMap((path) => repository.locate(path) ?? []))
  const isBrought = (file: string, by: string) => all.some((one) => one.file !== by && holds(one.folders, file))
  const roots = all.filter(({ file, declared }) => isArgo(declared.manifest) || !isBrought(file, file))
  return roots.map((one) => ({ read: one.read, cluster: clusterOfFlux(one, all) }))
}

function holds(folders: readonly string[], file: string): boolean {
  return folders.some((folder) => folder === '' || file.startsWith(`${folder}/`))
}

interface Found {
  readonly declared: Declared
  readonly file: string
  readonly folders: readonly string[]
}

/** Flux does not name the cluster that it runs on: the folder that bootstraps it does, by custom `clusters/<name>`. */
function clusterOfFlux({ file }: Found, all: readonly Found[]): string {
  const [, named] = /(?:^|\/)clusters\/([^/]+)\//.exec(file) ?? []
  if (named !== undefined) return named
  const own = all.find(({ folders, file: other }) => holds(folders, other) && holds(folders, file))
  const folder = own?.folders.find((one) => holds([one], file))
  return nameOf(folder ?? folderOf(file)) || 'cluster'
}
