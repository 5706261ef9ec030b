// ScaledObjects of KEDA. Fields: keda.sh/docs/2.21/reference/scaledobject-spec and …/scalers (cpu, memory, prometheus).

import type { Manifest } from '../../kubernetes/types.ts'
import type { ScalingMetric } from '../../platform/model.ts'
import { traitsOf } from '../../platform/traits.ts'
import { percentOf, secondsOf } from '../../platform/units.ts'
import { given } from '../given.ts'
import { behavior } from './autoscaler.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'
import { metricsOf, scaledBy } from './scaled.ts'
import { targetAmount } from './target-amount.ts'

/** KEDA makes a HorizontalPodAutoscaler of it. */
export function scaledObject(placed: Placed): Manifest | undefined {
  const scaled = scaledBy(placed, 'keda')
  if (!scaled) return undefined
  const rules = behavior(scaled)
  return {
    apiVersion: 'keda.sh/v1alpha1',
    kind: 'ScaledObject',
    metadata: metadataOf(placed),
    spec: given({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: placed.workload.controller, name: placed.workload.name },
      minReplicaCount: scaled.min,
      maxReplicaCount: scaled.max,
      cooldownPeriod: secondsOf(scaled.scaling.cooldown),
      advanced: rules && { horizontalPodAutoscalerConfig: { behavior: rules } },
      triggers: metricsOf(scaled).map((metric) => trigger(metric, placed)),
    }),
  }
}

function trigger({ cpu, memory, metric, target }: ScalingMetric, placed: Placed): object {
  const amount = cpu ?? memory
  if (amount !== undefined) {
    const share = percentOf(amount)
    return {
      type: cpu === undefined ? 'memory' : 'cpu',
      metricType: share === undefined ? 'AverageValue' : 'Utilization',
      metadata: { value: String(share ?? amount) },
    }
  }
  const query = metric?.name ?? ''
  return {
    type: 'prometheus',
    metadata: { serverAddress: askedAt(placed), query: `sum(${query})`, threshold: targetAmount(target, metric) },
  }
}

// By the name of the Service of who is asked, in the namespace of who scales.
function askedAt({ workload, environment }: Placed): string {
  const asked = workload.scales?.asks
  const traits = asked && traitsOf(asked)
  const service = traits?.serves[0]?.name ?? asked?.name ?? ''
  const port = traits?.runs[0]?.ports[0]?.port
  return `http://${service}.${environment.namespace}${port === undefined ? '' : `:${port}`}`
}
