// What a picture of the cluster shows of pods beyond their class: that they are on their way out, and since when they run; for
// which of those that wait a node is kept.

import type { Estate, EstateObject } from '../../estate/estate.ts'
import type { Manifest, Ref } from '../../kubernetes/types.ts'
import { ownersOf } from '../pods/owners.ts'
import { fieldsIn, fieldsOf, textOf } from '../pods/untrusted.ts'
import type { EstatePod } from './estate-pods.ts'

/** The pods that stand, with what preemption reads of them. */
export function shownStanding({ objects }: Estate, standing: readonly EstatePod[]): readonly EstatePod[] {
  if (standing.length === 0) return standing
  const shown = new Map(objects.filter(isPod).map((object) => [object.ref as string, object.manifest]))
  return standing.map((one) => {
    const manifest = shown.get(`Pod/${one.pod.namespace}/${one.name}`)
    return manifest ? { ...one, manifest: withShown(one.manifest, manifest) } : one
  })
}

function isPod({ ref }: EstateObject): boolean {
  return ref.startsWith('Pod/')
}

// Their resources stay those of their class, as in all sums.
function withShown(made: Manifest, { metadata, status }: Manifest): Manifest {
  const { startTime, conditions } = fieldsOf(status)
  const disrupted = fieldsIn(conditions).filter(({ type }) => type === 'DisruptionTarget')
  const ends = textOf(metadata.deletionTimestamp)
  return {
    ...made,
    metadata: { ...made.metadata, ...(ends !== undefined && { deletionTimestamp: ends }) } as Manifest['metadata'],
    status: { ...(textOf(startTime) !== undefined && { startTime }), conditions: disrupted },
  }
}

/** The pods that wait, as many of each workload as a picture shows nodes kept for with the name of theirs. */
export function shownWaiting({ objects }: Estate, waiting: readonly EstatePod[]): readonly EstatePod[] {
  const kept = objects.filter((object) => isPod(object) && nominatedNode(object) !== undefined)
  if (kept.length === 0) return waiting
  const { makerOf } = ownersOf(objects)
  const nodes = new Map<Ref, string[]>()
  for (const object of kept) {
    const workload = makerOf(object) ?? object.ref
    nodes.set(workload, [...(nodes.get(workload) ?? []), nominatedNode(object) ?? ''])
  }
  return waiting.map((one) => {
    const node = nodes.get(one.pod.workload)?.shift()
    if (node === undefined) return one
    return { ...one, manifest: { ...one.manifest, status: { nominatedNodeName: node } } }
  })
}

function nominatedNode({ manifest: { spec, status } }: EstateObject): string | undefined {
  return fieldsOf(spec).nodeName ? undefined : textOf(fieldsOf(status).nominatedNodeName) || undefined
}
