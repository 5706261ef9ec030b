// Between which bounds autoscalers move the number of a workload's pods.

import type { EstateObject } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { byCodePoint } from '../../platform/order.ts'
import { groupOf } from './api-group.ts'
import type { Scales } from './pod-class.ts'
import { countOf, fieldsOf, textOf } from './untrusted.ts'

/** Kind and name in a namespace, with the API group that the autoscaler says. */
interface Target {
  readonly ref: Ref
  readonly group: string
}

export type ScalesByTarget = ReadonlyMap<Ref, readonly (Scales & { readonly group: string })[]>

/**
 * The bounds that HorizontalPodAutoscalers of any version set, by the object that they name. The minimum is 1 where none
 * is said (k8s.io/kubernetes@v1.36.3 pkg/apis/autoscaling/v2/defaults.go:72). What the API server refuses, bounds that
 * cross among it, scales nothing.
 */
export function scalesByTarget(objects: readonly EstateObject[]): ScalesByTarget {
  const found = new Map<Ref, (Scales & { group: string })[]>()
  for (const object of objects) {
    const target = targetOf(object)
    const { minReplicas, maxReplicas } = fieldsOf(object.manifest.spec)
    const min = countOf(minReplicas, 1)
    const max = countOf(maxReplicas, 0)
    if (target === undefined || max < 1 || min > max) continue
    const known = found.get(target.ref) ?? []
    found.set(target.ref, [...known, { min, max, by: [object.ref], group: target.group }])
  }
  return found
}

function targetOf({ manifest, ref }: EstateObject): Target | undefined {
  if (manifest.kind !== 'HorizontalPodAutoscaler' || groupOf(manifest.apiVersion) !== 'autoscaling') return undefined
  const { apiVersion, kind, name } = fieldsOf(fieldsOf(manifest.spec).scaleTargetRef)
  if (!textOf(kind) || !textOf(name)) return undefined
  return { ref: `${kind}/${partsOf(ref).namespace}/${name}`, group: groupOf(apiVersion) }
}

/** The bounds of one workload: the widest where several autoscalers fight over it. */
export function scalesOf({ ref, manifest, source }: EstateObject, scales: ScalesByTarget): Scales | undefined {
  const own = (scales.get(ref) ?? []).filter(({ group }) => group === groupOf(manifest.apiVersion))
  // An autoscaler names what the team wrote; what an operator makes of it is what it scales.
  const asked = source.made ? (scales.get(source.made.by) ?? []) : []
  const all = [...own, ...asked]
  if (all.length === 0) return undefined
  return {
    min: Math.min(...all.map(({ min }) => min)),
    max: Math.max(...all.map(({ max }) => max)),
    by: all.flatMap(({ by }) => by).sort(byCodePoint),
  }
}

/**
 * The number of pods that a workload comes up with: what it says, moved into the bounds. A workload of no replicas is
 * switched off, its autoscaler too (pkg/controller/podautoscaler/horizontal.go:869), unless the autoscaler may start it
 * from nothing itself.
 */
export function scaledCount(count: number, scales: Scales | undefined): number {
  if (!scales || (count === 0 && scales.min > 0)) return count
  return Math.min(Math.max(count, scales.min), scales.max)
}
