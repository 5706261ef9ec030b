// Custom resources of operators that nobody here knows: what they make is unknown, and where it would stand is said.

import { operatorGroup } from '../../knowledge/operators/groups.ts'
import { partsOf } from '../../kubernetes/types.ts'
import type { EstateObject, Unseen } from '../estate.ts'
import { given } from '../given.ts'
import { fieldsAt, fieldsIn } from '../import/fields.ts'
import { sortedBy, sortedTexts } from '../order.ts'
import { groupOf } from './group-of.ts'

/** One entry for each kind whose products are not known, sorted by id; at the first object of it in order of refs. */
export function opaqueOf(objects: readonly EstateObject[]): readonly Unseen[] {
  const found = new Map<string, Opaque[]>()
  for (const object of objects) {
    const group = groupOf(object.manifest)
    const makes = mayMake(object, group)
    if (makes === undefined) continue
    const id = `opaque/${object.manifest.kind}.${group}`
    const members = found.get(id) ?? []
    members.push({ object, group, makes })
    found.set(id, members)
  }
  return sortedBy(found, ([id]) => id).flatMap(([id, members]) => unseenOf(id, members))
}

interface Opaque {
  readonly object: EstateObject
  readonly group: string
  readonly makes: Products
}

/** Kinds that it may make; absent: any. Anywhere, or in its own namespace. */
interface Products {
  readonly kinds?: readonly string[]
  readonly anywhere: boolean
}

function mayMake({ ref, manifest }: EstateObject, group: string): Products | undefined {
  // Kubernetes' own objects are most of all there are.
  const known = operatorGroup(group)
  const isClusterWide = (known === undefined || known.opaque !== undefined) && partsOf(ref).namespace === ''
  if (known === undefined) return { anywhere: isClusterWide }
  if (group === 'kyverno.io') return generated(manifest)
  const { opaque = {} } = known
  const kinds = Object.hasOwn(opaque, manifest.kind) ? opaque[manifest.kind] : undefined
  if (kinds === undefined) return undefined
  return kinds === 'anything' ? { anywhere: true } : { kinds, anywhere: isClusterWide }
}

// A policy that generates names the kinds (kyverno.io/docs/policy-types/cluster-policy/generate).
function generated(manifest: EstateObject['manifest']): Products | undefined {
  const rules = fieldsIn(fieldsAt(manifest, 'spec').rules).map((rule) => fieldsAt(rule, 'generate'))
  const kinds = rules.flatMap((rule) => [rule.kind, ...fieldsIn([rule.cloneList]).flatMap(clonedKinds)])
  const texts = kinds.filter((kind) => typeof kind === 'string')
  return texts.length === 0 ? undefined : { kinds: texts, anywhere: true }
}

function clonedKinds({ kinds }: { readonly [field: string]: unknown }): readonly unknown[] {
  const all: readonly unknown[] = Array.isArray(kinds) ? kinds : []
  return all.map((kind) => (typeof kind === 'string' ? kind.split('/').at(-1) : undefined))
}

function unseenOf(id: string, members: readonly Opaque[]): Unseen[] {
  const [first] = sortedBy(members, ({ object }) => object.ref)
  if (!first) return []
  const isAnywhere = members.some(({ makes }) => makes.anywhere)
  const isAnything = members.some(({ makes }) => makes.kinds === undefined)
  const { kind } = first.object.manifest
  return [
    given<Unseen>({
      id,
      says: `what ${kind} objects of ${first.group} make is not known here`,
      namespaces: isAnywhere ? undefined : unique(members.map(({ object }) => partsOf(object.ref).namespace)),
      kinds: isAnything ? undefined : unique(members.flatMap(({ makes }) => makes.kinds ?? [])),
      source: first.object.source,
    }),
  ]
}

function unique(texts: readonly string[]): readonly string[] {
  return sortedTexts(new Set(texts))
}
