import type { Container, Labels, PodSpec, Toleration } from '../../kubernetes/types.ts'
import { defaultContainer } from './container-defaults.ts'
import { withLabelKeys } from './label-keys.ts'
import type { LimitRange } from './limit-range.ts'
import { nodeTermsOf } from './node-terms.ts'
import { withPodLevelRequests, withSpecDefaults } from './spec-defaults.ts'
import { withDefaultTolerations } from './tolerations.ts'
import { fieldsIn, fieldsOf } from './untrusted.ts'

/**
 * A pod's spec as it stands when the API server has admitted it: API defaults, then LimitRanges, then default tolerations.
 * Priority is filled in from `priorities`, name → value.
 */
export function admittedSpec(
  spec: PodSpec,
  labels: Labels,
  { ranges, priorities }: { readonly ranges: readonly LimitRange[]; readonly priorities: Priorities },
): PodSpec {
  const filled = withLabelKeys(withSpecDefaults(spec), labels)
  const resources = filled.resources && withPodLevelRequests(withContainers(filled, [])).resources
  return {
    ...withContainers(filled, ranges),
    ...affinityOf(filled),
    ...(resources && { resources }),
    ...priorityOf(filled, priorities),
    tolerations: withDefaultTolerations(fieldsIn(spec.tolerations) as readonly Toleration[]),
  }
}

// Terms for nodes are matched one by one: what is no requirement in them is one that nothing meets.
function affinityOf({ affinity }: PodSpec): Pick<PodSpec, 'affinity'> {
  const own = fieldsOf(fieldsOf(affinity).nodeAffinity)
  const required = fieldsOf(own.requiredDuringSchedulingIgnoredDuringExecution)
  if (required.nodeSelectorTerms === undefined) return {}
  const nodeSelectorTerms = nodeTermsOf(required.nodeSelectorTerms)
  return {
    affinity: {
      ...affinity,
      nodeAffinity: { ...own, requiredDuringSchedulingIgnoredDuringExecution: { nodeSelectorTerms } },
    },
  }
}

function withContainers(spec: PodSpec, ranges: readonly LimitRange[]): PodSpec {
  const admit = (container: Container) => defaultContainer(container, ranges).container
  return {
    ...spec,
    containers: spec.containers.map(admit),
    ...(spec.initContainers && { initContainers: spec.initContainers.map(admit) }),
  }
}

/** Class name → value and preemption; `otherwise` is the global default's. */
export interface Priorities {
  readonly named: ReadonlyMap<string, Priority>
  readonly otherwise?: string
}

export interface Priority {
  readonly value: number
  readonly preemptionPolicy?: string
}

const systemPriorities: [string, Priority][] = [
  ['system-cluster-critical', { value: 2_000_000_000 }],
  ['system-node-critical', { value: 2_000_001_000 }],
]

/** PriorityClasses of a cluster; the two of the system are always there (pkg/apis/scheduling/types.go:27). */
export function prioritiesOf(
  objects: readonly { readonly manifest: { readonly [field: string]: unknown } }[],
): Priorities {
  const named = new Map(systemPriorities)
  let otherwise: string | undefined
  for (const { manifest } of objects) {
    const name = fieldsOf(manifest.metadata).name
    const value = manifest.value
    if (manifest.kind !== 'PriorityClass' || typeof name !== 'string' || typeof value !== 'number') continue
    const preemptionPolicy = manifest.preemptionPolicy
    named.set(name, { value, ...(typeof preemptionPolicy === 'string' && { preemptionPolicy }) })
    // Of several global defaults the lowest counts (plugin/pkg/admission/priority/admission.go:256).
    const lowest = otherwise === undefined ? undefined : named.get(otherwise)?.value
    if (manifest.globalDefault === true && (lowest === undefined || value < lowest)) otherwise = name
  }
  return { named, ...(otherwise !== undefined && { otherwise }) }
}

function priorityOf(spec: PodSpec, { named, otherwise }: Priorities): { readonly [field: string]: unknown } {
  const name = spec.priorityClassName || otherwise
  const priority = name === undefined ? { value: 0 } : named.get(name)
  if (priority === undefined) return {}
  return {
    ...(name !== undefined && { priorityClassName: name }),
    priority: priority.value,
    preemptionPolicy: priority.preemptionPolicy ?? 'PreemptLowerPriority',
  }
}
