import { table } from '../world.ts'
import { objectReferences } from './object-references.ts'
import { podReferences } from './pod-references.ts'

/** Everything that any object names, as `Secret/shop/access`. */
export const namedAnywhere = table(({ estate }): ReadonlySet<string> => {
  const references = estate.objects.flatMap((object) => [...podReferences(object), ...objectReferences(object)])
  return new Set(references.map(({ kind, namespace, name }) => `${kind}/${namespace}/${name}`))
})
