import type { Estate, EstateObject } from '../../estate/estate.ts'
import { type Labels, partsOf } from '../../kubernetes/types.ts'
import { admittedSpec, type Priorities, prioritiesOf } from './admitted-spec.ts'
import { type Storage, storageOf, templateClaims, volumeClaims } from './claim-uses.ts'
import { effectiveLimits, effectiveRequests } from './effective-resources.ts'
import { type LimitRange, limitRangesOf } from './limit-range.ts'
import type { PodClass } from './pod-class.ts'
import { type WorkloadPods, workloadPods } from './workload-pods.ts'

// Above this only the first pods are named; their number stays exact.
const mostNames = 10_000

/** The pods of an estate when all is well, one class per workload, sorted by workload: as their controllers make them and the API server admits them. */
export function podsOf(estate: Estate): readonly PodClass[] {
  const context: Context = {
    estate,
    ranges: limitRangesOf(estate.objects),
    priorities: prioritiesOf(estate.objects),
    storage: storageOf(estate),
  }
  return estate.objects.flatMap((object) => podClassOf(object, context)).sort(byWorkload)
}

interface Context {
  readonly estate: Estate
  readonly ranges: ReadonlyMap<string, readonly LimitRange[]>
  readonly priorities: Priorities
  readonly storage: Storage
}

function podClassOf(object: EstateObject, { estate, ranges, priorities, storage }: Context): PodClass[] {
  const pods = workloadPods(object, estate.nodes)
  if (pods === undefined) return []

  const { namespace, name } = partsOf(object.ref)
  const spec = admittedSpec(pods.spec, pods.labels, { ranges: ranges.get(namespace) ?? [], priorities })
  return [
    {
      workload: object.ref,
      kind: pods.kind,
      namespace,
      name,
      count: pods.count,
      steady: pods.steady,
      podNames: podNamesOf(pods, name),
      labels: sorted(pods.labels),
      spec,
      requests: effectiveRequests(spec),
      limits: effectiveLimits(spec),
      claims: [...templateClaims(object.ref, pods.claimTemplates, storage), ...volumeClaims(object.ref, spec, storage)],
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
