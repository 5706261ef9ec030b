// What another object's controller has made is counted with that object, and not a second time.

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { groupOf } from './api-group.ts'
import type { StandingPod } from './pod-class.ts'
import { fieldsIn, fieldsOf, textOf } from './untrusted.ts'
import { isWorkload } from './workload-kinds.ts'

export interface Owners {
  /** The workload that makes this one and is shown itself; undefined for what nobody shown makes. */
  readonly makerOf: (object: EstateObject) => Ref | undefined
  /** Running pods by the workload that made them, sorted by name. */
  readonly standing: ReadonlyMap<Ref, readonly StandingPod[]>
}

// Pod, ReplicaSet, Deployment: no chain of Kubernetes' own controllers is longer.
const mostSteps = 4

export function ownersOf(objects: readonly EstateObject[]): Owners {
  const workloads = new Map(objects.filter(isWorkload).map((object) => [object.ref, object]))
  const seenOf = new Set(
    objects.filter(({ origin }) => origin !== 'made').flatMap((object) => ownerOf(object)?.ref ?? []),
  )

  const shownOwner = (object: EstateObject): EstateObject | undefined => {
    const owner = ownerOf(object)
    const shown = owner && workloads.get(owner.ref)
    return shown && groupOf(shown.manifest.apiVersion) === owner.group ? shown : undefined
  }
  const makerOf = (object: EstateObject): Ref | undefined => {
    // What an operator would make of an object whose own pods or sets are shown is there already.
    const made = object.source.made?.by
    if (made !== undefined && seenOf.has(made)) return made
    let found: EstateObject | undefined
    let at = shownOwner(object)
    for (let step = 0; at && step < mostSteps; step++) {
      found = at
      at = shownOwner(at)
    }
    // Owners in a circle make nothing.
    return at === undefined ? found?.ref : undefined
  }
  return { makerOf, standing: standingPods(workloads.values(), makerOf) }
}

function ownerOf({ manifest, ref }: EstateObject): { ref: Ref; group: string } | undefined {
  const owner = fieldsIn(manifest.metadata.ownerReferences).find(({ controller }) => controller === true)
  const kind = textOf(owner?.kind)
  const name = textOf(owner?.name)
  if (kind === undefined || name === undefined) return undefined
  return { ref: `${kind}/${partsOf(ref).namespace}/${name}`, group: groupOf(owner?.apiVersion) }
}

function standingPods(
  workloads: Iterable<EstateObject>,
  makerOf: Owners['makerOf'],
): ReadonlyMap<Ref, readonly StandingPod[]> {
  const found = new Map<Ref, StandingPod[]>()
  for (const object of workloads) {
    const node = textOf(fieldsOf(object.manifest.spec).nodeName)
    if (!object.ref.startsWith('Pod/') || !node || isOver(object)) continue
    const maker = makerOf(object) ?? object.ref
    const known = found.get(maker) ?? []
    known.push({ pod: partsOf(object.ref).name, node })
    found.set(maker, known)
  }
  for (const pods of found.values()) pods.sort((a, b) => byCodePoint(a.pod, b.pod))
  return found
}

/** A pod or job that has ended holds no room any more. */
export function isOver({ manifest }: EstateObject): boolean {
  const { phase, conditions } = fieldsOf(manifest.status)
  if (manifest.kind === 'Pod') return phase === 'Succeeded' || phase === 'Failed'
  const ended = fieldsIn(conditions).some(
    ({ type, status }) => (type === 'Complete' || type === 'Failed') && status === 'True',
  )
  return manifest.kind === 'Job' && ended
}
