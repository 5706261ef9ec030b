import type { Estate, EstateObject } from '../../estate/estate.ts'
import { addQuantity, compareQuantity, type Quantity, scaleQuantity, zeroQuantity } from '../../kubernetes/quantity.ts'
import type { Container, PodSpec, Ref } from '../../kubernetes/types.ts'
import { defaultContainer, type Origin } from '../pods/container-defaults.ts'
import { type LimitRange, limitRangesOf } from '../pods/limit-range.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import { type WorkloadPods, workloadPods } from '../pods/workload-pods.ts'
import { judgeFor } from './judge.ts'
import { boundedContainer, boundedPod, boundFaults } from './limit-range-bounds.ts'
import { knownMinor, minorNumber } from './minors.ts'
import { placeAt } from './place.ts'
import { podSpec } from './pod-spec.ts'
import { isPodResource, podUsage, unsaid } from './pod-usage.ts'
import { countsPod, type Quota, quotasOf } from './quotas.ts'
import type { Fault, Path, Refusal } from './refusal.ts'

export interface PodAdmission {
  readonly workload: Ref
  /** How many pods its controller wants. */
  readonly wanted: number
  /** How many of them the API server lets it create, where all steady pods are created in the order of their workloads' names. */
  readonly created: number
  /** Why the others, or all, are refused; the field is the pod's, the path the workload's. */
  readonly refused: readonly Refusal[]
}

/**
 * Which pods the API server would refuse to the controllers: rules asked again after LimitRanges have filled in defaults, then the
 * bounds of LimitRanges, then quotas. Jobs are asked last, each alone beside all steady pods.
 */
export function admitPods(estate: Estate, pods: readonly PodClass[]): readonly PodAdmission[] {
  const context: Context = {
    objects: new Map(estate.objects.map((object) => [object.ref, object])),
    estate,
    ranges: limitRangesOf(estate.objects),
    quotas: quotasOf(estate.objects),
    minor: knownMinor(minorNumber(estate.minor ?? '')),
  }
  const used: Used = new Map()
  const steady = pods.filter((pod) => pod.steady).map((pod) => admitClass(pod, context, used))
  const runs = pods.filter((pod) => !pod.steady).map((pod) => admitClass(pod, context, new Map(used)))
  return [...steady, ...runs].sort((a, b) => (a.workload < b.workload ? -1 : a.workload > b.workload ? 1 : 0))
}

interface Context {
  readonly estate: Estate
  readonly objects: ReadonlyMap<Ref, EstateObject>
  readonly ranges: ReadonlyMap<string, readonly LimitRange[]>
  readonly quotas: ReadonlyMap<string, readonly Quota[]>
  readonly minor: number
}

/** `<quota> <resource>` → what is charged so far. */
type Used = Map<string, Quantity>

function admitClass(pod: PodClass, context: Context, used: Used): PodAdmission {
  const base = { workload: pod.workload, wanted: pod.count }
  const object = context.objects.get(pod.workload)
  const made = object && workloadPods(object, context.estate.nodes)
  if (made === undefined || pod.count === 0) return { ...base, created: pod.count, refused: [] }

  const quotas = (context.quotas.get(pod.namespace) ?? []).filter((quota) => countsPod(quota, pod.spec))
  const refused = [...rangeFaults(pod, made, context), ...unsaidFaults(pod, made, quotas, context.minor)]
  if (refused.length > 0) return { ...base, created: 0, refused }
  const { created, fault } = charge(pod, quotas, used)
  return { ...base, created, refused: fault ? [refusal('quota', 'spec', [...made.templatePath, 'spec'], fault)] : [] }
}

function rangeFaults(pod: PodClass, made: WorkloadPods, { ranges: all, minor }: Context): readonly Refusal[] {
  const ranges = all.get(pod.namespace) ?? []
  const containers = numbered(pod.spec).map(({ list, index, container }) => {
    const own = fieldsIn(made.spec[list])[index] as unknown as Container
    const { origins } = defaultContainer(own, ranges)
    return { path: [...made.templatePath, 'spec', list, index], field: `spec.${list}[${index}]`, container, origins }
  })
  const bounds = containers.flatMap(({ path, field, container, origins }) =>
    boundFaults(boundedContainer(container, origins), ranges).map((fault) =>
      refusal('limitRange', `${field}.resources`, [...path, 'resources'], fault),
    ),
  )
  const whole = boundFaults(boundedPod(pod.spec), ranges).map((fault) =>
    refusal('limitRange', 'spec', [...made.templatePath, 'spec'], fault),
  )
  const origins = new Map(containers.map(({ field, container, origins }) => [field, { container, origins }]))
  const isAsMade = containers.every(({ origins }) => [...origins.values()].every(({ from }) => from === 'own'))
  const again = isAsMade && isOtherwiseAsMade(pod) ? [] : rulesAgain(pod, made, minor)
  return [...again.map((found) => withOrigins(found, origins)), ...bounds, ...whole]
}

// Beside requests and limits of containers, a RuntimeClass, keys of labels and amounts of the whole pod change what rules read.
function isOtherwiseAsMade({ spec }: PodClass): boolean {
  const spread = fieldsIn(spec.topologySpreadConstraints)
  return !spec.runtimeClassName && !spec.resources && spread.every(({ matchLabelKeys }) => !matchLabelKeys)
}

// What defaults have broken, the namespace's or the API's own (a limit stands in for a request, in pods alone and not in
// their templates): faults that the pod has with them and its template had not.
function rulesAgain(pod: PodClass, made: WorkloadPods, minor: number): readonly Refusal[] {
  const judged = (spec: PodSpec) => {
    const judge = judgeFor(minor)
    podSpec(judge, placeAt(spec, 'spec', [...made.templatePath, 'spec']))
    return judge.refused
  }
  const found = judged(pod.spec)
  if (found.length === 0) return []
  const before = new Set(judged(made.spec).map(keyOf))
  return found.filter((refusal) => !before.has(keyOf(refusal)))
}

function keyOf({ field, fault }: Refusal): string {
  return `${field} ${fault.is === 'aboveLimit' ? fault.resource : JSON.stringify(fault)}`
}

function withOrigins(
  found: Refusal,
  containers: ReadonlyMap<string, { readonly container: Container; readonly origins: ReadonlyMap<string, Origin> }>,
): Refusal {
  const { fault } = found
  const whose = containers.get(found.field.replace(/\.resources\.requests$/, ''))
  if (fault.is !== 'aboveLimit' || whose === undefined) return found
  const [requestFrom, limitFrom] = [
    whose.origins.get(`requests.${fault.resource}`),
    whose.origins.get(`limits.${fault.resource}`),
  ]
  return { ...found, fault: { ...fault, container: whose.container.name, requestFrom, limitFrom } }
}

function numbered(
  spec: PodSpec,
): readonly { list: 'containers' | 'initContainers'; index: number; container: Container }[] {
  const lists = [
    ['containers', spec.containers],
    ['initContainers', spec.initContainers ?? []],
  ] as const
  return lists.flatMap(([list, members]) => members.map((container, index) => ({ list, index, container })))
}

function unsaidFaults(pod: PodClass, made: WorkloadPods, quotas: readonly Quota[], minor: number): readonly Refusal[] {
  const { requests, limits } = fieldsOf(pod.spec.resources)
  const saysItself = Object.keys({ ...fieldsOf(requests), ...fieldsOf(limits) }).length > 0
  if (minor >= 34 && saysItself) return []
  return quotas.flatMap((quota) =>
    unsaid(pod.spec, [...quota.hard.keys()]).map(([container, resources]) => {
      const at = numbered(pod.spec).find((place) => place.container === container)
      const path = [...made.templatePath, 'spec', at?.list ?? 'containers', at?.index ?? 0]
      const fault = { is: 'unsaid', quota: quota.ref, resources, container: container.name } as const
      return refusal('quota', `spec.${at?.list}[${at?.index}].resources`, [...path, 'resources'], fault)
    }),
  )
}

// As many as fit, one after the other; the controller tries the rest again and again.
function charge(pod: PodClass, quotas: readonly Quota[], used: Used): { created: number; fault?: Fault } {
  const usage = podUsage(pod.requests, pod.limits)
  const counted = quotas.flatMap((quota) =>
    [...quota.hard].flatMap(([resource, hard]) => {
      const needed = isPodResource(resource) ? usage.get(resource) : undefined
      return needed === undefined || needed.nano === 0n
        ? []
        : [{ quota: quota.ref, resource, hard, needed, key: `${quota.ref} ${resource}` }]
    }),
  )
  const rows = counted.map((row) => ({ ...row, had: used.get(row.key) ?? zeroQuantity }))
  const created = rows.reduce((least, { hard, had, needed }) => Math.min(least, fitting(hard, had, needed)), pod.count)
  const after = (row: { had: Quantity; needed: Quantity }) => addQuantity(row.had, scaleQuantity(row.needed, created))
  for (const row of rows) used.set(row.key, after(row))
  if (created === pod.count) return { created }
  const full = rows.find((row) => compareQuantity(addQuantity(after(row), row.needed), row.hard) > 0)
  if (full === undefined) return { created }
  const { quota, resource, hard, needed } = full
  return { created, fault: { is: 'beyondQuota', quota, resource, hard, needed, used: after(full) } }
}

function fitting(hard: Quantity, had: Quantity, needed: Quantity): number {
  const room = hard.nano - had.nano
  return room < needed.nano ? 0 : Number(room / needed.nano)
}

function refusal(by: Refusal['by'], field: string, path: Path, fault: Fault): Refusal {
  return { by, field, path, fault }
}
