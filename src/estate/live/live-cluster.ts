// A snapshot beside the files that are deployed there: what stands on the cluster and in no file is reckoned with (nodes,
// classes, neighbours that take room), and not judged.

import type { ReadManifest } from '../../kubernetes/read.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import type { EstateObject, Unseen } from '../estate.ts'
import { fieldsIn } from '../import/fields.ts'
import { readObjects } from '../import/objects.ts'
import { otherNamespaces, type SnapshotHead, snapshotOf } from '../snapshot.ts'
import { isRunning } from './is-running.ts'

export interface LiveCluster {
  readonly head: SnapshotHead
  /** `1.34`. */
  readonly kubernetes?: string
  /** All that the snapshot shows. */
  readonly objects: readonly EstateObject[]
  /** The same objects, what operators make beside pods as it stands there: what is seen is no assumption. */
  readonly seen: (shown: readonly EstateObject[]) => readonly EstateObject[]
  /** What stands there and is neither among these objects nor made of them. */
  readonly beside: (shown: readonly EstateObject[]) => readonly EstateObject[]
  /** What the snapshot does not hold and the cluster may. */
  readonly unseen: (shown: readonly EstateObject[]) => readonly Unseen[]
}

/** Undefined for what is no snapshot. */
export function liveCluster(read: readonly ReadManifest[]): LiveCluster | undefined {
  const { rest, kubernetes, unseen, heads } = snapshotOf(read)
  const [head] = heads
  if (!head) return undefined
  const { objects } = readObjects(rest)
  return {
    head,
    ...(kubernetes !== undefined && { kubernetes }),
    objects,
    seen: (shown) => seenThere(shown, objects),
    beside: (shown) => besideOf(shown, objects),
    unseen: (shown) => withUsed(unseen, head, shown),
  }
}

function seenThere(shown: readonly EstateObject[], live: readonly EstateObject[]): readonly EstateObject[] {
  const byRef = new Map(live.map((object) => [object.ref, object]))
  return shown.map((object) => {
    // Whose pods they are, and who scales them, hangs on their maker.
    const there = object.origin === 'made' && !isRunning(object) ? byRef.get(object.ref) : undefined
    if (!there) return object
    const { made: _, ...source } = object.source
    return { ...object, manifest: there.manifest, source }
  })
}

function besideOf(shown: readonly EstateObject[], live: readonly EstateObject[]): readonly EstateObject[] {
  const known = new Set(shown.map(({ ref }) => ref))
  const makers = new Set(shown.flatMap(({ source }) => source.made?.by ?? []))
  const byRef = new Map(live.map((object) => [object.ref, object]))
  // Whoever says which nodes there are means those and no others.
  const hasNodes = shown.some(({ ref }) => ref.startsWith('Node//'))
  return live
    .filter(({ ref }) => !known.has(ref) && !(hasNodes && /^(CSI)?Node\/\//.test(ref)))
    .filter((object) => !ownersOf(object, byRef).some((owner) => makers.has(owner)))
    .map((object) => ({ ...object, source: { ...object.source, live: true } }))
}

// Pod, ReplicaSet, Rollout: no chain of controllers is longer than these.
const mostSteps = 4

/** Whoever made an object, and whoever made that: the nearest first. */
export function ownersOf(object: EstateObject, byRef: ReadonlyMap<Ref, EstateObject>): readonly Ref[] {
  const found: Ref[] = []
  let at: EstateObject | undefined = object
  while (at && found.length < mostSteps) {
    const owner = fieldsIn(at.manifest.metadata.ownerReferences).find(({ controller }) => controller === true)
    // A node owns the pods that it was told of by a file of its own.
    if (!owner || owner.kind === 'Node') break
    const ref: Ref = `${owner.kind}/${partsOf(at.ref).namespace}/${owner.name}`
    found.push(ref)
    at = byRef.get(ref)
  }
  return found
}

// Files may hold objects of namespaces that the picture leaves out: there nobody knows what stands beside them.
function withUsed(unseen: readonly Unseen[], { namespaces }: SnapshotHead, shown: readonly EstateObject[]) {
  const used = new Set(shown.map(({ ref }) => partsOf(ref).namespace).filter((name) => name !== ''))
  const left = [...used].filter((name) => !namespaces.includes(name)).sort()
  return unseen.map((one) => (one.id === otherNamespaces ? { ...one, namespaces: left } : one))
}
