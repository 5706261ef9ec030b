// The Secrets that an environment has: those that stand in its namespace, and those that its pods name.

import type { Assumption } from '../../engine/assumption.ts'
import { fieldsIn, fieldsOf } from '../../engine/pods/untrusted.ts'
import type { EstateObject, Source } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { podReferences } from '../references/pod-references.ts'
import { targetsOf } from '../references/targets.ts'
import { table } from '../world.ts'

export interface KeptSecret {
  readonly ref: Ref
  /** The object, where one is shown. */
  readonly object?: EstateObject
  /** What fetches, opens or makes it: `ExternalSecret/shop/ledger-db`. */
  readonly by?: Ref
  /** What it rests on that it is brought. */
  readonly assumption?: Assumption
  /** Where its values come from, key by key: equal texts are one value. */
  readonly values: readonly string[]
  readonly source: Source
}

/** By namespace and name. */
export const keptSecrets = table((view): readonly KeptSecret[] => {
  const { objects } = view.estate
  const found = new Map<Ref, KeptSecret>()
  const byRef = new Map(objects.map((object) => [object.ref, object]))
  const add = (ref: Ref, source: Source) => {
    if (found.has(ref)) return
    const { namespace, name } = partsOf(ref)
    const shown = byRef.get(ref)
    const supply = targetsOf(view).canMake('Secret', namespace, name)
    const made = shown?.source.made ?? (supply.is === 'made' ? supply.made : undefined)
    const by = shown?.source.made?.by ?? (supply.is === 'made' ? supply.by : undefined)
    const maker = by === undefined ? undefined : byRef.get(by)
    found.set(ref, {
      ref,
      ...(shown && { object: shown }),
      ...(by !== undefined && { by }),
      ...(made && { assumption: { id: made.id, says: made.says, kind: 'opaque' } }),
      values: maker ? fetchedBy(maker) : [],
      source: maker?.source ?? shown?.source ?? source,
    })
  }
  for (const { ref, source } of objects) if (ref.startsWith('Secret/')) add(ref, source)
  for (const object of objects) {
    const { namespace, name } = partsOf(object.ref)
    if (object.manifest.kind === 'ExternalSecret') {
      const target = fieldsOf(fieldsOf(object.manifest.spec).target).name
      add(`Secret/${namespace}/${typeof target === 'string' ? target : name}`, object.source)
    }
    for (const { kind, namespace: where, name: named } of podReferences(object))
      if (kind === 'Secret') add(`Secret/${where}/${named}`, object.source)
  }
  return [...found.values()].sort((a, b) => byCodePoint(a.ref, b.ref))
})

/** One text per value that is fetched: its store, key and property. */
function fetchedBy({ manifest, ref }: EstateObject): readonly string[] {
  if (manifest.kind !== 'ExternalSecret') return []
  const spec = fieldsOf(manifest.spec)
  const { kind = 'SecretStore', name } = fieldsOf(spec.secretStoreRef)
  // Stores of one name in two namespaces are one where they are asked alike; that is looked at by what they ask for.
  const store = `${kind}/${name}`
  return fieldsIn(spec.data).map(({ remoteRef }) => {
    const { key, property } = fieldsOf(remoteRef)
    return JSON.stringify([store, key ?? ref, property ?? ''])
  })
}
