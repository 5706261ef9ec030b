// How many pods there should be, as the disruption controller finds it out: the sum of the scales of their controllers.
// Source: pkg/controller/disruption/disruption.go:255 (finders), :372 (scale subresource), :871 (sum) (kubernetes v1.36.3).

/** An owner that is marked as the controller of an object. */
export interface Owner {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly uid: string
}

/** Something with a number of pods that it should have. */
export interface ScaledWorkload extends Owner {
  readonly replicas: number
  readonly owner?: Owner
}

/** What an API server says of one kind: whether it has the subresource `scale`. Kinds that it does not serve are absent. */
export type ServedKinds = ReadonlyMap<`${string} ${string}`, 'scale' | 'no scale'>

export interface ScaleFault {
  /** The pod whose controller cannot be counted. */
  readonly pod: string
  readonly owner: Owner
  readonly why: 'no such controller' | 'no scale' | 'no such kind'
}

export interface ExpectedScale {
  readonly expected: number
  /** Pods without a controller: they add nothing. */
  readonly unmanaged: readonly string[]
  /** The controller gives up at one of these, whichever it meets first. */
  readonly faults: readonly ScaleFault[]
}

/** Kinds of Kubernetes itself that may own pods, by `apiVersion kind`. */
export const builtInKinds: ServedKinds = new Map([
  ['v1 ReplicationController', 'scale'],
  ['apps/v1 Deployment', 'scale'],
  ['apps/v1 ReplicaSet', 'scale'],
  ['apps/v1 StatefulSet', 'scale'],
  ['apps/v1 DaemonSet', 'no scale'],
  ['batch/v1 Job', 'no scale'],
  ['v1 Node', 'no scale'],
])

/** O(pods + workloads): a controller is looked up once, whatever the number of its pods. */
export function expectedScale(
  pods: readonly { readonly name: string; readonly owner?: Owner }[],
  workloads: readonly ScaledWorkload[],
  kinds: ServedKinds = builtInKinds,
): ExpectedScale {
  const byName: ByName = new Map(workloads.map((one) => [keyOf(one), one]))
  const found = new Map<string, Found>()
  const scales = new Map<string, number>()
  const unmanaged: string[] = []
  const faults: ScaleFault[] = []
  for (const { name, owner } of pods) {
    if (owner === undefined) {
      unmanaged.push(name)
      continue
    }
    const key = `${owner.apiVersion} ${owner.kind} ${owner.name} ${owner.uid}`
    const known = found.get(key) ?? scaleOf(owner, byName, kinds)
    found.set(key, known)
    if (typeof known === 'string') faults.push({ pod: name, owner, why: known })
    else scales.set(known.uid, known.replicas)
  }
  return { expected: [...scales.values()].reduce((sum, one) => sum + one, 0), unmanaged, faults }
}

type ByName = ReadonlyMap<string, ScaledWorkload>
type Found = ScaledWorkload | ScaleFault['why']

// Kinds that the controller has in its own caches: their references are taken by group, whatever the version.
const cached: { readonly [groupAndKind: string]: true } = {
  ' ReplicationController': true,
  'apps ReplicaSet': true,
  'apps StatefulSet': true,
}

function scaleOf(owner: Owner, byName: ByName, kinds: ServedKinds): Found {
  const itself = named(owner, byName)
  if (itself && Object.hasOwn(cached, `${groupOf(owner)} ${owner.kind}`)) {
    const deployment = deploymentOf(itself, byName)
    if (deployment) return deployment
    // The ReplicaSet of a Deployment that is gone is asked for its scale as a custom resource is.
    if (itself.kind !== 'ReplicaSet' || itself.owner?.kind !== 'Deployment') return itself
  }
  const serves = kinds.get(`${owner.apiVersion} ${owner.kind}`)
  if (serves === undefined) return 'no such kind'
  if (serves === 'no scale') return 'no scale'
  return itself ?? 'no such controller'
}

// A ReplicaSet counts as its Deployment, once for all ReplicaSets of one.
function deploymentOf({ kind, owner }: ScaledWorkload, byName: ByName): ScaledWorkload | undefined {
  const isMeant = kind === 'ReplicaSet' && owner?.kind === 'Deployment' && groupOf(owner) === 'apps'
  return isMeant ? named(owner, byName) : undefined
}

function named(owner: Owner, byName: ByName): ScaledWorkload | undefined {
  const found = byName.get(keyOf(owner))
  return found?.uid === owner.uid ? found : undefined
}

function keyOf(owner: Owner): string {
  return `${groupOf(owner)} ${owner.kind} ${owner.name}`
}

/** The group of a reference; `extensions`, where some kinds of `apps` once were, is that of today. */
function groupOf({ apiVersion, kind }: Owner): string {
  const [group = '', version] = apiVersion.split('/')
  if (version === undefined) return ''
  return group === 'extensions' && (kind === 'ReplicaSet' || kind === 'Deployment') ? 'apps' : group
}
