// Which accounts are granted something, by the bindings among the objects.

import { partsOf, type Ref } from '../kubernetes/types.ts'
import type { EstateObject } from './estate.ts'
import { fieldsAt, fieldsIn } from './import/fields.ts'

/** Bindings by `namespace/account`; of a RoleBinding's subject without a namespace its own counts (rbac/v1, Subject). */
export function grantedAccounts(objects: readonly EstateObject[]): ReadonlyMap<string, readonly Ref[]> {
  const found = new Map<string, Ref[]>()
  for (const { ref, manifest } of objects) {
    if (manifest.kind !== 'RoleBinding' && manifest.kind !== 'ClusterRoleBinding') continue
    if (!manifest.apiVersion.startsWith('rbac.authorization.k8s.io/') || !fieldsAt(manifest, 'roleRef').name) continue
    for (const { kind, name, namespace } of fieldsIn(manifest.subjects)) {
      if (kind !== 'ServiceAccount' || typeof name !== 'string') continue
      const own = typeof namespace === 'string' && namespace !== '' ? namespace : partsOf(ref).namespace
      const key = `${own}/${name}`
      found.set(key, [...(found.get(key) ?? []), ref])
    }
  }
  return found
}
