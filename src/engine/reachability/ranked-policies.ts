// The policies of an estate beyond NetworkPolicy, kind by kind.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import { byCodePoint } from '../../platform/order.ts'
import { adminPolicy } from './admin-policy.ts'
import { type CalicoSetting, calicoPolicy, calicoSetting } from './calico-policy.ts'
import { ciliumPolicy } from './cilium-policy.ts'
import type { RankedPolicy, Reading, UnreadPolicy } from './ranked-policy.ts'
import { withoutNulls } from './shape.ts'

type Reader = (object: EstateObject, cluster: string, setting: () => CalicoSetting) => Reading

const calico: Reader = (object, cluster, setting) => calicoPolicy(object, cluster, setting())

/** Group and kind → who reads it. */
const readers = new Map<string, Reader>([
  ['policy.networking.k8s.io/AdminNetworkPolicy', adminPolicy],
  ['policy.networking.k8s.io/BaselineAdminNetworkPolicy', adminPolicy],
  ['policy.networking.k8s.io/ClusterNetworkPolicy', adminPolicy],
  ['cilium.io/CiliumNetworkPolicy', ciliumPolicy],
  ['cilium.io/CiliumClusterwideNetworkPolicy', ciliumPolicy],
  ['projectcalico.org/NetworkPolicy', calico],
  ['projectcalico.org/GlobalNetworkPolicy', calico],
  ['crd.projectcalico.org/NetworkPolicy', calico],
  ['crd.projectcalico.org/GlobalNetworkPolicy', calico],
])
const kinds = new Set([...readers.keys()].map((key) => key.split('/')[1] ?? ''))

export function rankedPolicies({ objects, cluster }: Estate): {
  readonly ranked: readonly RankedPolicy[]
  readonly unread: readonly UnreadPolicy[]
} {
  let known: CalicoSetting | undefined
  const setting = () => {
    known ??= calicoSetting(objects)
    return known
  }
  const read = objects.flatMap((object) => {
    const { kind, apiVersion } = object.manifest
    const reader = kinds.has(kind) ? readers.get(`${apiVersion.split('/')[0]}/${kind}`) : undefined
    return reader ? reader({ ...object, manifest: withoutNulls(object.manifest) }, cluster, setting) : []
  })
  const ranked = read.filter((each) => 'ref' in each).sort((a, b) => byCodePoint(a.ref, b.ref))
  return { ranked, unread: read.filter((each) => 'unread' in each) }
}
