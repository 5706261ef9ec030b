// What a PeerAuthentication of Istio keeps away: who comes without a certificate of the mesh
// (istio.io/latest/docs/reference/config/security/peer_authentication).

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf } from '../../kubernetes/types.ts'
import { fieldsOf, textsOf } from '../pods/untrusted.ts'

/**
 * Nobody, or only what is outside the cluster; undefined where pods of the cluster may be kept away: it says more than a
 * mode for a namespace, or pods stand in a namespace into whose pods Istio puts no proxy.
 */
export function keptAway(
  { manifest }: EstateObject,
  objects: readonly EstateObject[],
): 'nobody' | 'outside' | undefined {
  const { mtls, selector, portLevelMtls } = fieldsOf(manifest.spec)
  const { mode } = fieldsOf(mtls)
  if (selector !== undefined || portLevelMtls !== undefined) return undefined
  if (mode === 'PERMISSIVE' || mode === 'DISABLE' || mode === 'UNSET' || mode === undefined) return 'nobody'
  return mode === 'STRICT' && isWholeMesh(objects) ? 'outside' : undefined
}

const known = new WeakMap<readonly EstateObject[], boolean>()

// What a distribution brings into its own namespaces calls no pod of others.
function isWholeMesh(objects: readonly EstateObject[]): boolean {
  const before = known.get(objects)
  if (before !== undefined) return before
  const injected = new Set(
    objects.flatMap(({ ref, manifest: { kind, metadata } }) =>
      kind === 'Namespace' && textsOf(metadata.labels)['istio-injection'] === 'enabled' ? [partsOf(ref).name] : [],
    ),
  )
  const isWhole = objects.every(
    ({ ref, origin, manifest }) =>
      origin === 'brought' || !hasPods.has(manifest.kind) || injected.has(partsOf(ref).namespace),
  )
  known.set(objects, isWhole)
  return isWhole
}

const hasPods: ReadonlySet<string> = new Set([
  'CronJob',
  'DaemonSet',
  'Deployment',
  'Job',
  'Pod',
  'ReplicaSet',
  'ReplicationController',
  'StatefulSet',
])
