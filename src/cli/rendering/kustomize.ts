// A kustomization, built by the real kustomize as Argo CD and Flux would: what the application sets stands in a copy of it.

import { closureOf, kustomizationIn, kustomizationOf } from '../../estate/delivery/kustomization.ts'
import type { KustomizePiece } from '../../estate/delivery/piece.ts'
import type { Tree } from '../../estate/delivery/tree.ts'
import { type Fields, fieldsIn } from '../../estate/import/fields.ts'
import type { Prepared } from './prepared.ts'

/** What kustomize is called with; a fault where it would fetch or run something. */
export function preparedKustomize(
  { folder, edits }: KustomizePiece,
  tree: Tree,
): Prepared | { fault: string; next: string } {
  const { files, faults } = closureOf(tree, folder, edits)
  const [fault] = faults
  if (fault !== undefined) return { fault, next: `kustomize build ${folder} > built.yaml, and judge that` }
  const edited = Object.keys(edits).length === 0 ? [] : [editedFile(folder, edits, tree)]
  return { tool: 'kustomize', args: ['build', `./${folder}`], files, made: edited, links: [], inputs: [edits] }
}

function editedFile(folder: string, edits: Fields, tree: Tree): readonly [string, string] {
  const file = kustomizationIn(tree, folder) ?? `${folder}/kustomization.yaml`
  return [file, JSON.stringify(edited(kustomizationOf(tree, folder), edits))]
}

// As `kustomize edit` does: images and replicas are replaced by name, lists are appended to, the rest is set.
function edited(own: Fields, edits: Fields): Fields {
  const result: { [field: string]: unknown } = { ...own }
  for (const [field, value] of Object.entries(edits)) {
    if (field === 'images' || field === 'replicas') {
      const names = new Set(fieldsIn(value).map(({ name }) => name))
      result[field] = [...fieldsIn(own[field]).filter(({ name }) => !names.has(name)), ...fieldsIn(value)]
    } else if (Array.isArray(value)) result[field] = [...(Array.isArray(own[field]) ? own[field] : []), ...value]
    else if (typeof value === 'object' && value !== null) result[field] = { ...(own[field] as object), ...value }
    else result[field] = value
  }
  return result
}
