// The ResourceQuotas of a cluster, and which pods each of them counts.
// Source: k8s.io/kubernetes@v1.36.3 pkg/quota/v1/evaluator/core/pods.go:300 (podMatchesScopeFunc).
import type { EstateObject } from '../../estate/estate.ts'
import type { Quantity } from '../../kubernetes/quantity.ts'
import { type PodSpec, partsOf, type Ref } from '../../kubernetes/types.ts'
import { amountOf } from '../pods/amounts.ts'
import { fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'

export interface Quota {
  readonly ref: Ref
  readonly namespace: string
  readonly hard: ReadonlyMap<string, Quantity>
  /** It counts only pods that meet all of them; none: it counts everything. */
  readonly scopes: readonly Scope[]
  readonly object: EstateObject
}

export interface Scope {
  readonly name: string
  readonly operator: string
  readonly values: readonly string[]
}

/** Namespace → its quotas by name. */
export function quotasOf(objects: readonly EstateObject[]): ReadonlyMap<string, readonly Quota[]> {
  const found = new Map<string, Quota[]>()
  for (const object of objects) {
    if (object.manifest.kind !== 'ResourceQuota' || object.manifest.apiVersion !== 'v1') continue
    const quota = readQuota(object)
    found.set(quota.namespace, [...(found.get(quota.namespace) ?? []), quota])
  }
  for (const quotas of found.values()) quotas.sort((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
  return found
}

function readQuota(object: EstateObject): Quota {
  const spec = fieldsOf(object.manifest.spec)
  const hard = Object.entries(fieldsOf(spec.hard)).flatMap(([resource, written]): [string, Quantity][] => {
    const amount = amountOf(written)
    return amount === undefined ? [] : [[resource, amount]]
  })
  const plain = listOf(spec.scopes).map((name) => ({ name: String(name), operator: 'Exists', values: [] }))
  const selected = fieldsIn(fieldsOf(spec.scopeSelector).matchExpressions).map((requirement) => ({
    name: textOf(requirement.scopeName) ?? '',
    operator: textOf(requirement.operator) ?? '',
    values: listOf(requirement.values).map(String),
  }))
  return {
    ref: object.ref,
    namespace: partsOf(object.ref).namespace,
    hard: new Map(hard.sort(([a], [b]) => (a < b ? -1 : 1))),
    scopes: [...plain, ...selected],
    object,
  }
}

/** Whether a quota counts a pod. */
export function countsPod({ scopes }: Quota, spec: PodSpec): boolean {
  return scopes.every((scope) => meetsScope(scope, spec))
}

function meetsScope({ name, operator, values }: Scope, spec: PodSpec): boolean {
  switch (name) {
    case 'Terminating':
      return isTerminating(spec)
    case 'NotTerminating':
      return !isTerminating(spec)
    case 'BestEffort':
      return isBestEffort(spec)
    case 'NotBestEffort':
      return !isBestEffort(spec)
    case 'PriorityClass':
      return meetsPriority(operator, values, spec.priorityClassName || undefined)
    case 'CrossNamespacePodAffinity':
      return looksElsewhere(spec)
    default:
      return false
  }
}

function isTerminating({ activeDeadlineSeconds }: PodSpec): boolean {
  return typeof activeDeadlineSeconds === 'number' && activeDeadlineSeconds >= 0
}

function isBestEffort(spec: PodSpec): boolean {
  const parts = [...spec.containers, ...(spec.initContainers ?? []), spec]
  return parts.every(({ resources }) => {
    const { requests, limits } = fieldsOf(resources)
    return [requests, limits].every((list) => !names(list).some((name) => name === 'cpu' || name === 'memory'))
  })
}

// An amount of 0 is none.
function names(list: unknown): readonly string[] {
  return Object.entries(fieldsOf(list)).flatMap(([name, written]) => (amountOf(written)?.nano ? [name] : []))
}

function meetsPriority(operator: string, values: readonly string[], own: string | undefined): boolean {
  switch (operator) {
    case 'Exists':
      return own !== undefined
    case 'DoesNotExist':
      return own === undefined
    case 'In':
      return own !== undefined && values.includes(own)
    default:
      return own === undefined || !values.includes(own)
  }
}

function looksElsewhere({ affinity }: PodSpec): boolean {
  const rules = [fieldsOf(affinity?.podAffinity), fieldsOf(affinity?.podAntiAffinity)]
  const terms = rules.flatMap((rule) => [
    ...fieldsIn(rule.requiredDuringSchedulingIgnoredDuringExecution),
    ...fieldsIn(rule.preferredDuringSchedulingIgnoredDuringExecution).map((weighted) =>
      fieldsOf(weighted.podAffinityTerm),
    ),
  ])
  return terms.some((term) => listOf(term.namespaces).length > 0 || (term.namespaceSelector ?? undefined) !== undefined)
}
