// The policies of an estate beyond NetworkPolicy, kind by kind.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { adminPolicy } from './admin-policy.ts'
import type { RankedPolicy, Reading, UnreadPolicy } from './ranked-policy.ts'

const readers = new Map<
  string,
  { readonly group: string; readonly read: (object: EstateObject, cluster: string) => Reading }
>(
  ['AdminNetworkPolicy', 'BaselineAdminNetworkPolicy', 'ClusterNetworkPolicy'].map((kind) => [
    kind,
    { group: 'policy.networking.k8s.io', read: adminPolicy },
  ]),
)

export function rankedPolicies({ objects, cluster }: Estate): {
  readonly ranked: readonly RankedPolicy[]
  readonly unread: readonly UnreadPolicy[]
} {
  const read = objects.flatMap((object) => {
    const reader = readers.get(object.manifest.kind)
    return reader && object.manifest.apiVersion.startsWith(`${reader.group}/`) ? reader.read(object, cluster) : []
  })
  const ranked = read.filter((each) => 'ref' in each).sort((a, b) => byCodePoint(a.ref, b.ref))
  return { ranked, unread: read.filter((each) => 'unread' in each) }
}
