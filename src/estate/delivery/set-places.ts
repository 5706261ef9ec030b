// What a kustomization sets in the objects of its resources, by fields of its own.

import type { ReadManifest } from '../../kubernetes/read.ts'
import { type Fields, fieldsIn } from '../import/fields.ts'
import { textIn } from './declared.ts'
import { fieldIn } from './field-in.ts'
import { type Closure, kustomizationIn, kustomizationOf } from './kustomization.ts'
import type { Tree } from './tree.ts'
import { placeInYaml } from './yaml-file.ts'

type Path = readonly (string | number)[]

export interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

export interface Kustomized {
  readonly tree: Tree
  readonly closure: Closure
  readonly nameFile: (file: string) => string
}

/** replicas, images, namespace, prefix, suffix, labels and annotations, in the outermost kustomization that says them. */
export function setPlaces(
  one: ReadManifest,
  path: Path,
  value: unknown,
  { closure, tree, nameFile }: Kustomized,
): readonly Place[] {
  const last = path.at(-1)
  return closure.folders.flatMap((folder) => {
    const own = kustomizationOf(tree, folder)
    const at = (field: Path): readonly Place[] => {
      const file = kustomizationIn(tree, folder) ?? ''
      const place = placeInYaml(tree.textOf(file) ?? '', field)
      return place ? [{ file: nameFile(file), ...place }] : []
    }
    if (path.join('.') === 'spec.replicas') {
      const found = fieldsIn(own.replicas).findIndex(
        ({ name, count }) => `${one.manifest.metadata.name}`.includes(`${name}`) && count === value,
      )
      return found < 0 ? [] : at(['replicas', found, 'count'])
    }
    if (last === 'image') {
      const found = fieldsIn(own.images).findIndex(
        ({ name, newName, newTag, digest }) =>
          `${value}`.startsWith(`${newName ?? name}`) && `${value}`.endsWith(`${digest ?? newTag ?? ''}`),
      )
      return found < 0 ? [] : at(['images', found])
    }
    if (last === 'namespace' && path.length === 2) return own.namespace === value ? at(['namespace']) : []
    if (path.join('.') === 'metadata.name')
      return (['namePrefix', 'nameSuffix'] as const).flatMap((field) =>
        isAround(value, own, field) ? at([field]) : [],
      )
    return labelPaths(own, path).flatMap((field) => (fieldIn(own, field) === value ? at(field) : []))
  })
}

function isAround(name: unknown, own: Fields, field: 'namePrefix' | 'nameSuffix'): boolean {
  const written = textIn(own[field])
  if (written === undefined || typeof name !== 'string') return false
  return field === 'namePrefix' ? name.startsWith(written) : name.endsWith(written)
}

/** Where a kustomization may say a label or an annotation of an object or its pods (kustomize's `labels`, `commonLabels`). */
function labelPaths(own: Fields, path: Path): readonly Path[] {
  const [key, within] = [path.at(-1), path.at(-2)]
  if (typeof key !== 'string') return []
  if (within === 'annotations') return [['commonAnnotations', key]]
  if (within !== 'labels' && within !== 'matchLabels' && within !== 'selector') return []
  const isMeant = ({ includeSelectors, includeTemplates }: Fields) =>
    path[0] === 'metadata' || includeSelectors === true || (includeTemplates === true && within === 'labels')
  const pairs = fieldsIn(own.labels).flatMap((one, at) => (isMeant(one) ? [['labels', at, 'pairs', key]] : []))
  return [['commonLabels', key], ...pairs]
}
