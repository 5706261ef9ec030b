// Kinds that also decide what may connect and that are not read here: with one of them about, the answer is unknown.

import type { EstateObject } from '../../estate/estate.ts'
import { type Labels, type Manifest, partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Bits, membersOf } from './bits.ts'
import { type Doubt, namespaceLabelsDoubt, unreadDoubt } from './doubt.ts'
import { certifiedIn, type Exception, exceptionOf, keptAway } from './peer-authentication.ts'
import type { Direction } from './policy.ts'
import type { RankedPolicy, UnreadPolicy } from './ranked-policy.ts'
import type { Space } from './space.ts'
import { podsOf } from './tiers.ts'

interface UnreadKind {
  readonly scope: 'cluster' | 'namespace'
  /** What it decides, if not everything: what goes out, or of that only what leaves the cluster. */
  readonly only?: 'egress' | 'egress to outside'
}

const own: UnreadKind = { scope: 'namespace' }
const encryption: UnreadKind = { scope: 'namespace' }

/** Group and kind → what it reaches. */
const kinds = new Map<string, UnreadKind>([
  ['crd.antrea.io/NetworkPolicy', own],
  ['crd.antrea.io/ClusterNetworkPolicy', { scope: 'cluster' }],
  ['k8s.ovn.org/EgressFirewall', { scope: 'namespace', only: 'egress to outside' }],
  ['network.openshift.io/EgressNetworkPolicy', { scope: 'namespace', only: 'egress to outside' }],
  ['networking.gke.io/FQDNNetworkPolicy', { scope: 'namespace', only: 'egress' }],
  ['networking.k8s.aws/ApplicationNetworkPolicy', own],
  ['networking.k8s.aws/ClusterNetworkPolicy', { scope: 'cluster' }],
  ['security.istio.io/AuthorizationPolicy', own],
  ['security.istio.io/PeerAuthentication', encryption],
  ['policy.linkerd.io/AuthorizationPolicy', own],
  ['policy.linkerd.io/Server', own],
])
const names = new Set([...kinds.keys()].map((key) => key.split('/')[1] ?? ''))

// Where a mesh keeps what holds for all of it, unless it is told otherwise (istio.io/latest/docs/reference/config/istio.mesh.v1alpha1, rootNamespace).
const meshRoot = 'istio-system'

/** Of policies that nobody here reads: what of them is not known for the pods of a class. */
export type Undecided = (at: number, direction: Direction) => readonly UndecidedBy[]

interface UndecidedBy extends Doubt {
  readonly policy: Ref
  /** Only this side of the pods; absent: both. */
  readonly side?: Direction
  /** Only connections with what is outside. */
  readonly isOfOutside?: true
  /** Classes of pods that it never keeps away. */
  readonly welcomes?: Bits
  /** Ports of the pods of which it decides nothing. */
  readonly except?: ReadonlySet<number>
}

interface Unread {
  readonly policies: readonly UnreadPolicy[]
  /** Policies that were read, of which nobody shows whether they are about some pods. */
  readonly ranked: readonly RankedPolicy[]
}

/** Kinds that are not read, policies with fields that nobody knows, and those whose pods hang on labels that nobody shows. */
export function undecidedOf(
  objects: readonly EstateObject[],
  { policies, ranked }: Unread,
  space: Space,
  cluster: string,
): { readonly pods: Undecided; readonly nodes: readonly UndecidedBy[] } {
  const unreadBy = (policy: Ref): UndecidedBy => ({ ...unreadDoubt(cluster, policy), policy })
  const whole = policies.filter(({ subject, isOfNodes }) => !subject && !isOfNodes)
  const places = [
    ...whole.map(({ unread, namespace }) => ({ place: namespace, by: unreadBy(unread) })),
    ...objects.flatMap(({ ref, manifest }) => {
      const kind = kindOf(manifest)
      return kind && kind !== encryption
        ? [{ place: placeOf(ref, manifest, kind), by: { ...unreadBy(ref), ...limitsOf(kind) } }]
        : []
    }),
    ...encrypted(objects, space, unreadBy),
  ]
  const byNamespace = Map.groupBy(places, ({ place }) => place)
  const inPlace = (place: string) =>
    (byNamespace.get(place) ?? []).map(({ by }) => by).sort((a, b) => byCodePoint(a.policy, b.policy))
  const nodes = policies.filter(({ isOfNodes }) => isOfNodes).map(({ unread }) => unreadBy(unread))
  const byClass = undecidedClasses({ policies, ranked }, space, unreadBy, (namespace) =>
    namespaceLabelsDoubt(cluster, namespace),
  )
  for (const at of membersOf(space.hosts)) for (const doubt of nodes) addTo(byClass, at, doubt)
  const known = new Map<string, readonly UndecidedBy[]>()
  const exceptions = Map.groupBy(
    objects.flatMap((object) => (kindOf(object.manifest) === encryption ? (exceptionOf(object) ?? []) : [])),
    ({ namespace }) => namespace,
  )
  const inNamespace = (namespace: string) => {
    const found = known.get(namespace) ?? [...inPlace(namespace), ...inPlace('')]
    known.set(namespace, found)
    return found
  }
  const found = { egress: [] as (readonly UndecidedBy[])[], ingress: [] as (readonly UndecidedBy[])[] }
  const pods: Undecided = (at, direction) => {
    const known = found[direction][at]
    if (known) return known
    const { namespace = '', labels = {} } = space.classes[at] ?? {}
    const all = [...inNamespace(namespace), ...(byClass.get(at) ?? [])]
    const own = all.filter(({ side = direction }) => side === direction)
    const undecided = excepted(own, exceptions.get(namespace) ?? [], labels)
    found[direction][at] = undecided
    return undecided
  }
  return { pods, nodes }
}

/** What may keep away those who show no certificate. */
function encrypted(objects: readonly EstateObject[], space: Space, unreadBy: (policy: Ref) => UndecidedBy) {
  const strict = objects.filter((each) => kindOf(each.manifest) === encryption && keptAway(each) !== 'nobody')
  if (strict.length === 0) return []
  const { isWhole, classes } = certifiedIn(objects, space)
  const limits = isWhole ? ({ isOfOutside: true } as const) : { welcomes: classes }
  return strict.map(({ ref, manifest }) => ({
    place: placeOf(ref, manifest, encryption),
    by: { ...unreadBy(ref), side: 'ingress' as const, ...limits },
  }))
}

/** By class: the policies that are about its pods and nobody reads, and those of which nobody shows whether they are. */
function undecidedClasses(
  { policies, ranked }: Unread,
  space: Space,
  unreadBy: (policy: Ref) => UndecidedBy,
  labelsOf: (namespace: string) => Doubt,
): Map<number, UndecidedBy[]> {
  const byClass = new Map<number, UndecidedBy[]>()
  for (const { unread, namespace, subject } of policies) {
    const { sure, maybe } = podsOf({ subject: subject ?? [], namespace }, space)
    for (const at of [...membersOf(sure), ...membersOf(maybe)]) addTo(byClass, at, unreadBy(unread))
  }
  for (const policy of ranked)
    for (const at of membersOf(podsOf(policy, space).maybe))
      for (const side of ['egress', 'ingress'] as const)
        if (policy[side]) {
          const doubt = labelsOf(space.classes[at]?.namespace ?? '')
          addTo(byClass, at, { ...doubt, policy: policy.ref, side })
        }
  return byClass
}

function excepted(all: readonly UndecidedBy[], exceptions: readonly Exception[], labels: Labels) {
  const ports = exceptions
    .filter((one) => Object.entries(one.labels).every(([key, value]) => labels[key] === value))
    .flatMap((one) => [...one.ports])
  if (ports.length === 0) return all
  const except = new Set(ports)
  return all.map((one) => (isEncryption(one.policy) ? { ...one, except } : one))
}

function isEncryption(policy: Ref): boolean {
  return partsOf(policy).kind === 'PeerAuthentication'
}

function addTo(byClass: Map<number, UndecidedBy[]>, at: number, doubt: UndecidedBy): void {
  const doubts = byClass.get(at) ?? []
  byClass.set(at, doubts)
  if (!doubts.some(({ name, policy, side }) => name === doubt.name && policy === doubt.policy && side === doubt.side))
    doubts.push(doubt)
}

function kindOf({ apiVersion, kind }: Manifest): UnreadKind | undefined {
  return names.has(kind) ? kinds.get(`${groupOf(apiVersion)}/${kind}`) : undefined
}

function placeOf(ref: Ref, { apiVersion }: Manifest, { scope }: UnreadKind): string {
  const namespace = partsOf(ref).namespace || 'default'
  const isOfMesh = namespace === meshRoot && groupOf(apiVersion) === 'security.istio.io'
  return scope === 'cluster' || isOfMesh ? '' : namespace
}

function limitsOf({ only }: UnreadKind): Pick<UndecidedBy, 'side' | 'isOfOutside'> {
  if (!only) return {}
  return only === 'egress' ? { side: 'egress' } : { side: 'egress', isOfOutside: true }
}

function groupOf(apiVersion: string): string {
  const [group = '', version] = apiVersion.split('/')
  return version === undefined ? '' : group
}
