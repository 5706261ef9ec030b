import type { Estate, EstateObject } from '../../estate/estate.ts'
import { type Labels, partsOf } from '../../kubernetes/types.ts'
import { admittedSpec, type Priorities, prioritiesOf } from './admitted-spec.ts'
import { type Storage, storageOf, templateClaims, volumeClaims, withVolumes } from './claim-uses.ts'
import { effectiveLimits, effectiveRequests } from './effective-resources.ts'
import { type LimitRange, limitRangesOf } from './limit-range.ts'
import { type Owners, ownersOf } from './owners.ts'
import type { PodClass } from './pod-class.ts'
import { type RuntimeClasses, runtimeClassesOf, withRuntimeClass } from './runtime-classes.ts'
import { type ScalesByTarget, scaledCount, scalesByTarget, scalesOf } from './scales.ts'
import { type WorkloadPods, workloadPods } from './workload-pods.ts'

// Above this only the first pods are named; their number stays exact.
const mostNames = 10_000

const known = new WeakMap<Estate, readonly PodClass[]>()

/**
 * The pods of an estate when all is well, one class per workload, sorted by workload: as their controllers make them and the
 * API server admits them. An estate never changes, so the same list answers when asked again.
 */
export function podsOf(estate: Estate): readonly PodClass[] {
  const found = known.get(estate) ?? madeIn(estate)
  known.set(estate, found)
  return found
}

function madeIn(estate: Estate): readonly PodClass[] {
  const context: Context = {
    estate,
    ranges: limitRangesOf(estate.objects),
    priorities: prioritiesOf(estate.objects),
    storage: storageOf(estate),
    runtimes: runtimeClassesOf(estate.objects),
    scales: scalesByTarget(estate.objects),
    owners: ownersOf(estate.objects),
  }
  return estate.objects.flatMap((object) => podClassOf(object, context)).sort(byWorkload)
}

interface Context {
  readonly estate: Estate
  readonly ranges: ReadonlyMap<string, readonly LimitRange[]>
  readonly priorities: Priorities
  readonly storage: Storage
  readonly runtimes: RuntimeClasses
  readonly scales: ScalesByTarget
  readonly owners: Owners
}

function podClassOf(object: EstateObject, context: Context): PodClass[] {
  const { estate, ranges, priorities, storage, runtimes, owners } = context
  const made = workloadPods(object, estate.nodes)
  if (made === undefined || owners.makerOf(object) !== undefined) return []

  const scales = scalesOf(object, context.scales)
  const pods = { ...made, count: scaledCount(made.count, scales) }
  const { namespace, name } = partsOf(object.ref)
  const admission = { ranges: ranges.get(namespace) ?? [], priorities }
  const spec = admittedSpec(withRuntimeClass(pods.spec, runtimes), pods.labels, admission)
  const names = podNamesOf(pods, name)
  const claims = [
    ...templateClaims(object.ref, pods.claimTemplates, storage),
    ...volumeClaims(object.ref, spec, storage),
  ]
  const standing = owners.standing.get(object.ref)
  return [
    {
      workload: object.ref,
      kind: pods.kind,
      namespace,
      name,
      count: pods.count,
      ...(scales && { scales }),
      steady: pods.steady,
      podNames: names,
      labels: sorted(pods.labels),
      spec,
      requests: effectiveRequests(spec),
      limits: effectiveLimits(spec),
      claims: withVolumes(claims, { namespace, names }, storage),
      ...(pods.keptBy && { keptBy: pods.keptBy }),
      ...(standing && { standing }),
      source: object.source,
      ...(object.component !== undefined && { component: object.component }),
      ...(object.environment !== undefined && { environment: object.environment }),
      ...(pods.notes.length > 0 && { notes: pods.notes }),
    },
  ]
}

function podNamesOf({ kind, count, firstOrdinal }: WorkloadPods, name: string): readonly string[] {
  const named = Array.from({ length: Math.min(count, mostNames) }, (_, index) => index)
  if (kind === 'Pod') return [name]
  if (kind === 'StatefulSet') return named.map((index) => `${name}-${firstOrdinal + index}`)
  return named.map((index) => `${name}-#${index}`)
}

function sorted(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)))
}

function byWorkload(a: PodClass, b: PodClass): number {
  return a.workload < b.workload ? -1 : a.workload > b.workload ? 1 : 0
}
