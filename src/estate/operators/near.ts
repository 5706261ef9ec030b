import { partsOf } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { groupOf } from './group-of.ts'
import type { Near } from './maker.ts'

/** Objects of an estate by kind, found without going over all of them. */
export function nearOf(objects: readonly EstateObject[]): Near {
  const byKind = new Map<string, Map<string, EstateObject[]>>()
  for (const object of objects) {
    const kind = `${groupOf(object.manifest)}/${object.manifest.kind}`
    const byNamespace = byKind.get(kind) ?? new Map<string, EstateObject[]>()
    byKind.set(kind, byNamespace)
    const { namespace } = partsOf(object.ref)
    const members = byNamespace.get(namespace) ?? []
    byNamespace.set(namespace, members)
    members.push(object)
  }
  return {
    inNamespace: (group, kind, namespace) => byKind.get(`${group}/${kind}`)?.get(namespace) ?? [],
    everywhere: (group, kind) => [...(byKind.get(`${group}/${kind}`)?.values() ?? [])].flat(),
  }
}
