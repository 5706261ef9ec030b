// What Flux builds of a folder: its kustomization, or one that it writes over all manifests below.
// Source: fluxcd/pkg/kustomize kustomize_generator.go (scanManifests): a folder with a kustomization is taken as one.

import type { Fields } from '../import/fields.ts'
import { hasKustomization } from './kustomization.ts'
import { folderOf, type Tree } from './tree.ts'

type Built =
  | { readonly is: 'files'; readonly files: readonly string[] }
  | { readonly is: 'kustomize'; readonly folder: string; readonly edits: Fields }

export function fluxOverlay(tree: Tree, folder: string, edits: Fields): Built {
  if (hasKustomization(tree, folder)) return { is: 'kustomize', folder, edits }
  const resources = new Set<string>()
  for (const file of tree.filesBelow(folder).filter((one) => /\.ya?ml$/.test(one)))
    resources.add(kustomizedAbove(tree, folder, file) ?? file)
  const isPlain = Object.keys(edits).length === 0 && [...resources].every(tree.hasFile)
  if (isPlain) return { is: 'files', files: [...resources] }
  const near = (path: string) => (folder === '' ? path : path.slice(folder.length + 1))
  return { is: 'kustomize', folder, edits: { ...edits, resources: [...resources].map(near) } }
}

/** The uppermost folder between that is a kustomization of its own. */
function kustomizedAbove(tree: Tree, folder: string, file: string): string | undefined {
  let found: string | undefined
  for (let at = folderOf(file); at !== folder; at = folderOf(at)) if (hasKustomization(tree, at)) found = at
  return found
}
