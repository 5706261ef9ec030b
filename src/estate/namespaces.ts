// Namespaces as the API server keeps them, and those that others name and nobody shows.

import type { Ref } from '../kubernetes/types.ts'
import { partsOf } from '../kubernetes/types.ts'
import type { EstateObject } from './estate.ts'
import { namespace } from './lower/namespace.ts'

/** Each namespace with the label of its name, and one for every namespace that holds an object and is not among them. */
export function completeNamespaces(objects: readonly EstateObject[]): readonly EstateObject[] {
  const labelled = objects.map(withNameLabel)
  const shown = new Set(labelled.map(({ ref }) => ref))
  const implied = new Map<Ref, EstateObject>()
  const met = new Set([''])
  for (const { ref, origin, source } of labelled) {
    const name = partsOf(ref).namespace
    if (met.has(name)) continue
    met.add(name)
    const wanted: Ref = `Namespace//${name}`
    if (shown.has(wanted)) continue
    implied.set(wanted, { ref: wanted, manifest: namespace(name), origin, implied: true, source })
  }
  return [...labelled, ...implied.values()]
}

function withNameLabel(object: EstateObject): EstateObject {
  const { manifest, ref } = object
  if (!ref.startsWith('Namespace/') || manifest.apiVersion !== 'v1') return object
  const { name = '', labels } = manifest.metadata
  const metadata = { ...manifest.metadata, labels: { ...labels, 'kubernetes.io/metadata.name': name } }
  return { ...object, manifest: { ...manifest, metadata } }
}
