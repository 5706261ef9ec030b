// What a PeerAuthentication of Istio keeps away: who comes without a certificate of the mesh
// (istio.io/latest/docs/reference/config/security/peer_authentication).

import type { EstateObject } from '../../estate/estate.ts'
import { type Labels, type Manifest, partsOf } from '../../kubernetes/types.ts'
import { fieldsOf, textsOf } from '../pods/untrusted.ts'
import { type Bits, noBits, setBit } from './bits.ts'
import type { EndpointClass } from './endpoint.ts'
import type { Space } from './space.ts'

/**
 * Whom it may keep away; it says nothing of what goes out. Who shows a certificate is let in whatever it says, and between two
 * proxies certificates are shown unless somebody tells them otherwise
 * (istio.io/latest/docs/ops/configuration/traffic-management/tls-configuration, "Auto mTLS").
 */
export function keptAway({ manifest }: EstateObject): 'nobody' | 'who shows no certificate' {
  const { mtls, selector, portLevelMtls } = fieldsOf(manifest.spec)
  const { mode } = fieldsOf(mtls)
  if (onlyOpens(manifest)) return 'nobody'
  const isOfAll = selector === undefined && portLevelMtls === undefined
  const isOpen = mode === 'PERMISSIVE' || mode === 'DISABLE' || mode === 'UNSET' || mode === undefined
  return isOfAll && isOpen ? 'nobody' : 'who shows no certificate'
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

/** What shows a certificate of the mesh to whoever asks for one. */
export interface Certified {
  /** Classes of pods beside which its proxies stand. */
  readonly classes: Bits
  /** No pods of the cluster stand without; what a distribution brings into its own namespaces calls no pod of others. */
  readonly isWhole: boolean
}

/**
 * Proxies stand in namespaces that ask for them, but on no node's network and not where a pod asks for none
 * (istio.io/latest/docs/setup/additional-setup/sidecar-injection).
 */
export function certifiedIn(objects: readonly EstateObject[], { classes }: Pick<Space, 'classes'>): Certified {
  const none = { classes: noBits(classes.length), isWhole: false }
  if (objects.some(({ manifest }) => tellsOtherwise(manifest, classes))) return none
  const injected = new Set(
    objects.flatMap(({ ref, manifest: { kind, metadata } }) =>
      kind === 'Namespace' && textsOf(metadata.labels)['istio-injection'] === 'enabled' ? [partsOf(ref).name] : [],
    ),
  )
  const certified = noBits(classes.length)
  const asksForNone = ({ labels }: EndpointClass) => labels['sidecar.istio.io/inject'] === 'false'
  for (const [at, each] of classes.entries())
    if (injected.has(each.namespace) && !each.hostNetwork && !asksForNone(each)) setBit(certified, at)
  const isWhole = objects.every(
    ({ ref, origin, manifest }) =>
      origin === 'brought' || !hasPods.has(manifest.kind) || injected.has(partsOf(ref).namespace),
  )
  return { classes: certified, isWhole: isWhole && !classes.some(asksForNone) }
}

// How proxies begin connections to a Service of the cluster (istio.io/latest/docs/reference/config/networking/destination-rule).
function tellsOtherwise({ kind, spec }: Manifest, classes: Space['classes']): boolean {
  const { host, ...rest } = fieldsOf(spec)
  if (kind !== 'DestinationRule' || modesIn(rest).every((mode) => mode === 'ISTIO_MUTUAL')) return false
  const [name = '', place, ...more] = `${host}`.split('.')
  if (name.startsWith('*') || place === undefined) return true
  return more[0] === 'svc' || classes.some(({ namespace }) => namespace === place)
}

function modesIn(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap(modesIn)
  return Object.entries(fieldsOf(value)).flatMap(([field, held]) => {
    const { mode } = fieldsOf(held)
    return field === 'tls' && mode !== undefined ? [mode] : modesIn(held)
  })
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
