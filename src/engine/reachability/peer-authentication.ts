// What a PeerAuthentication of Istio keeps away: who comes without a certificate of the mesh
// (istio.io/latest/docs/reference/config/security/peer_authentication).

import type { EstateObject } from '../../estate/estate.ts'
import { type Labels, type Manifest, partsOf } from '../../kubernetes/types.ts'
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
  if (onlyOpens(manifest)) return 'nobody'
  if (selector !== undefined || portLevelMtls !== undefined) return undefined
  if (mode === 'PERMISSIVE' || mode === 'DISABLE' || mode === 'UNSET' || mode === undefined) return 'nobody'
  return mode === 'STRICT' && isWholeMesh(objects) ? 'outside' : undefined
}

/** Pods of a namespace, and the ports at which they take what shows no certificate, whatever holds for the namespace. */
export interface Exception {
  readonly namespace: string
  readonly labels: Labels
  readonly ports: ReadonlySet<number>
}

/** What one says for some pods goes before what one says for all of their namespace; the ports are those of the pods. */
export function exceptionOf({ manifest, ref }: EstateObject): Exception | undefined {
  if (!onlyOpens(manifest)) return undefined
  const { selector, portLevelMtls } = fieldsOf(manifest.spec)
  return {
    namespace: partsOf(ref).namespace || 'default',
    labels: textsOf(fieldsOf(selector).matchLabels),
    ports: new Set(Object.keys(fieldsOf(portLevelMtls)).map(Number)),
  }
}

// It says nothing of its pods as a whole (they are as their namespace is), and opens some of their ports.
function onlyOpens({ spec }: Manifest): boolean {
  const { mtls, selector, portLevelMtls } = fieldsOf(spec)
  const { mode } = fieldsOf(mtls)
  const { matchLabels, ...others } = fieldsOf(selector)
  const ports = Object.values(fieldsOf(portLevelMtls)).map((port) => fieldsOf(port).mode)
  const isOpen = ports.length > 0 && ports.every((each) => each === 'PERMISSIVE' || each === 'DISABLE')
  const isOfPods = Object.keys(fieldsOf(matchLabels)).length > 0 && Object.keys(others).length === 0
  return (mode === undefined || mode === 'UNSET') && isOpen && isOfPods
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
