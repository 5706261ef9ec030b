// Kustomizations that no other one takes: the ones that somebody builds.

import { kustomizationOf, names, takenBy } from './kustomization.ts'
import { folderOf, nameOf, type Tree } from './tree.ts'

/** Their folders, sorted. A component is built by others only. */
export function topKustomizations(tree: Tree): readonly string[] {
  const folders = tree.files.filter((file) => names.includes(nameOf(file))).map(folderOf)
  const taken = new Set(folders.flatMap((folder) => takenBy(tree, folder)))
  return folders.filter((folder) => !taken.has(folder) && kustomizationOf(tree, folder).kind !== 'Component')
}
