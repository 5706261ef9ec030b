// What scales a workload, and by what it measures: HorizontalPodAutoscalers (those that operators make among them) beside
// VerticalPodAutoscalers.

import { groupOf } from '../../engine/pods/api-group.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { EstateObject } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { sayRef } from '../admission/subject.ts'
import { table, type View } from '../world.ts'

export interface Metric {
  /** `Resource`, `ContainerResource`, `Pods`, `Object`, `External`. */
  readonly type: string
  /** `cpu` or `memory`, for the two that measure containers. */
  readonly resource?: string
  readonly container?: string
  /** A share of what is requested: without a request there is nothing to divide by. */
  readonly isShare: boolean
  readonly path: readonly (string | number)[]
}

export interface Autoscaler {
  readonly object: EstateObject
  readonly metrics: readonly Metric[]
}

export interface Vertical {
  readonly object: EstateObject
  /** `Recreate`, `Initial`, `InPlaceOrRecreate` … */
  readonly mode: string
  /** Resources whose requests it sets, of all containers. */
  readonly resources: readonly string[]
}

export interface Autoscaled {
  readonly pod: PodClass
  readonly autoscalers: readonly Autoscaler[]
  readonly verticals: readonly Vertical[]
}

/** Every workload that a HorizontalPodAutoscaler moves and that is not switched off. */
export const autoscaled = table((view: View): readonly Autoscaled[] => {
  const objects = new Map(view.estate.objects.map((object) => [object.ref, object]))
  const verticals = verticalsByTarget(view.estate.objects)
  return view.pods.flatMap((pod): Autoscaled[] => {
    const { scales, count } = pod
    if (!scales || (count === 0 && scales.min > 0)) return []
    const found = scales.by.flatMap((ref) => {
      const object = objects.get(ref)
      return object ? [{ object, metrics: metricsOf(object) }] : []
    })
    const targets = [pod.workload, ...(pod.source.made ? [pod.source.made.by] : [])]
    return [{ pod, autoscalers: found, verticals: targets.flatMap((ref) => verticals.get(ref) ?? []) }]
  })
})

// Source: k8s.io/kubernetes@v1.36.3 pkg/apis/autoscaling/v2/defaults.go:74: a share of 80 % of the cpu where nothing is said.
function metricsOf({ manifest }: EstateObject): readonly Metric[] {
  const spec = fieldsAt(manifest, 'spec')
  const said = fieldsIn(spec.metrics)
  if (said.length === 0) return [{ type: 'Resource', resource: 'cpu', isShare: true, path: ['spec'] }]
  return said.map((metric, index): Metric => {
    const type = String(metric.type)
    const field = type === 'ContainerResource' ? 'containerResource' : 'resource'
    const path = ['spec', 'metrics', index]
    if (type !== 'Resource' && type !== 'ContainerResource') return { type, isShare: false, path }
    const { name, container, target, targetAverageUtilization } = fieldsAt(metric, field)
    const { type: targetType, averageUtilization } = fieldsAt(target)
    return {
      type,
      resource: String(name),
      ...(typeof container === 'string' && { container }),
      isShare:
        targetType === 'Utilization' || averageUtilization !== undefined || targetAverageUtilization !== undefined,
      path,
    }
  })
}

// Source: kubernetes/autoscaler vertical-pod-autoscaler/pkg/apis/autoscaling.k8s.io/v1/types.go: without a mode it is applied,
// and without a list both cpu and memory are set.
function verticalsByTarget(objects: readonly EstateObject[]): ReadonlyMap<Ref, readonly Vertical[]> {
  const found = new Map<Ref, Vertical[]>()
  for (const object of objects) {
    if (
      object.manifest.kind !== 'VerticalPodAutoscaler' ||
      groupOf(object.manifest.apiVersion) !== 'autoscaling.k8s.io'
    )
      continue
    const spec = fieldsAt(object.manifest, 'spec')
    const { kind, name } = fieldsAt(spec, 'targetRef')
    const { updateMode = 'Auto' } = fieldsAt(spec, 'updatePolicy')
    const target: Ref = `${kind}/${partsOf(object.ref).namespace}/${name}`
    const vertical = { object, mode: String(updateMode), resources: controlled(spec) }
    found.set(target, [...(found.get(target) ?? []), vertical])
  }
  return found
}

function controlled(spec: { readonly [field: string]: unknown }): readonly string[] {
  const policies = fieldsIn(fieldsAt(spec, 'resourcePolicy').containerPolicies)
  const isForAll = policies.some(({ containerName }) => containerName === '*')
  const every = ['cpu', 'memory']
  const of = policies.flatMap(({ mode, controlledResources }) =>
    mode === 'Off' ? [] : Array.isArray(controlledResources) ? controlledResources.map(String) : every,
  )
  // Containers that no policy names are scaled as by default.
  return [...new Set(isForAll ? of : [...of, ...every])].sort()
}

export function sayAutoscaler({ ref, source }: Autoscaler['object']): string {
  return source.made ? `${sayRef(ref)} of ${sayRef(source.made.by)}` : sayRef(ref)
}
