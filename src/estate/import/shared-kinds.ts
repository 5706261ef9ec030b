// One kind of two groups: the Gateway of Istio and that of Kubernetes, the Service of Knative and that of Kubernetes. They
// are two objects, also under one name. Kubernetes' own groups share theirs: an Ingress of `extensions` is that of `networking.k8s.io`.

import { type Manifest, type Ref, refOf } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'

/** Refs that objects of several groups have, and the group whose object keeps it; '' stands for Kubernetes' own groups. */
export function homesOf(manifests: readonly Manifest[]): ReadonlyMap<Ref, string> {
  const families = Map.groupBy(manifests, ({ kind }) => kind)
  const homes = new Map<Ref, string>()
  for (const [, same] of families) {
    if (new Set(same.map(familyOf)).size < 2) continue
    for (const [ref, members] of Map.groupBy(same, (manifest) => refOf(manifest))) {
      const [home, ...others] = [...new Set(members.map(familyOf))].sort(byCodePoint)
      if (others.length > 0) homes.set(ref, home ?? '')
    }
  }
  return homes
}

/** `Gateway/shop/edge`; `Gateway.networking.istio.io/shop/edge` where another group's object of the estate has that ref. */
export function refAt(manifest: Manifest, homes: ReadonlyMap<Ref, string>): Ref {
  const ref = refOf(manifest)
  const home = homes.get(ref)
  const family = home === undefined ? undefined : familyOf(manifest)
  if (family === home || family === undefined) return ref
  return refOf({ ...manifest, kind: `${manifest.kind}.${family}` })
}

function familyOf({ apiVersion }: Manifest): string {
  const [group = '', version] = String(apiVersion).split('/')
  const isOwn = version === undefined || !group.includes('.') || group.endsWith('.k8s.io')
  return isOwn ? '' : group
}
