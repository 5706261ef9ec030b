// The policies of an estate beyond NetworkPolicy, kind by kind.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { adminPolicy } from './admin-policy.ts'
import { ciliumPolicy } from './cilium-policy.ts'
import type { RankedPolicy, Reading, UnreadPolicy } from './ranked-policy.ts'

type Reader = (object: EstateObject, cluster: string) => Reading

/** Kind → its group, and who reads it. */
const readers = new Map<string, { readonly group: string; readonly read: Reader }>([
  ['AdminNetworkPolicy', { group: 'policy.networking.k8s.io', read: adminPolicy }],
  ['BaselineAdminNetworkPolicy', { group: 'policy.networking.k8s.io', read: adminPolicy }],
  ['ClusterNetworkPolicy', { group: 'policy.networking.k8s.io', read: adminPolicy }],
  ['CiliumNetworkPolicy', { group: 'cilium.io', read: ciliumPolicy }],
  ['CiliumClusterwideNetworkPolicy', { group: 'cilium.io', read: ciliumPolicy }],
])

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
