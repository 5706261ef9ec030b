// Volumes that a claim is bound to already, where they can be reached from some nodes only.

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { nodeTermsOf } from './node-terms.ts'
import type { ClaimUse } from './pod-class.ts'
import { fieldsOf, textOf } from './untrusted.ts'

export type BoundVolume = NonNullable<ClaimUse['volume']>

/**
 * By claim: the PersistentVolume that the claim names, or that names the claim, and has a required node affinity
 * (k8s.io/kubernetes@v1.36.3 pkg/scheduler/framework/plugins/volumebinding/binder.go, checkBoundClaims).
 */
export function boundVolumesOf(objects: readonly EstateObject[]): ReadonlyMap<Ref, BoundVolume> {
  const volumes = new Map<string, BoundVolume>()
  const found = new Map<Ref, BoundVolume>()
  for (const { manifest, ref } of objects) {
    if (manifest.kind !== 'PersistentVolume' || manifest.apiVersion !== 'v1') continue
    const { nodeAffinity, claimRef } = fieldsOf(manifest.spec)
    const terms = fieldsOf(fieldsOf(nodeAffinity).required).nodeSelectorTerms
    if (terms === undefined) continue
    const volume = { name: partsOf(ref).name, nodes: nodeTermsOf(terms) }
    volumes.set(volume.name, volume)
    const { namespace, name } = fieldsOf(claimRef)
    if (textOf(name)) found.set(`PersistentVolumeClaim/${textOf(namespace) ?? ''}/${textOf(name)}`, volume)
  }
  if (volumes.size === 0) return found
  for (const { manifest, ref } of objects) {
    if (manifest.kind !== 'PersistentVolumeClaim') continue
    const volume = volumes.get(textOf(fieldsOf(manifest.spec).volumeName) ?? '')
    if (volume) found.set(ref, volume)
  }
  return found
}
