// HorizontalPodAutoscalers. Fields: k8s.io/api@v0.36.3 autoscaling/v2/types.go.

import type { Manifest } from '../../kubernetes/types.ts'
import type { ScalingMetric, ScalingStep } from '../../platform/model.ts'
import { percentOf } from '../../platform/units.ts'
import { given, unlessEmpty } from '../given.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'
import { metricsOf, type Scaled, scaledBy, stepsOf } from './scaled.ts'
import { wholeSeconds } from './seconds.ts'
import { targetAmount } from './target-amount.ts'

/** None where somebody scales it otherwise, and where nobody says what an autoscaler cannot do without. */
export function autoscaler(placed: Placed): Manifest | undefined {
  const scaled = scaledBy(placed, 'hpa')
  if (!scaled) return undefined
  return {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: metadataOf(placed),
    spec: given({
      scaleTargetRef: { apiVersion: 'apps/v1', kind: placed.workload.controller, name: placed.workload.name },
      minReplicas: scaled.min,
      maxReplicas: scaled.max,
      metrics: metricsOf(scaled).map((metric) => metricSpec(metric)),
      behavior: behavior(scaled),
    }),
  }
}

/** How fast pods come and go; absent where nobody says. */
export function behavior(scaled: Scaled): object | undefined {
  return unlessEmpty(given({ scaleUp: rules(stepsOf(scaled, 'up')), scaleDown: rules(stepsOf(scaled, 'down')) }))
}

// An autoscaler has one list of steps for all its metrics, and takes the largest of them.
function rules(steps: readonly ScalingStep[]): object | undefined {
  const windows = steps.flatMap(({ window }) => (window === undefined ? [] : wholeSeconds(window)))
  const policies = new Map(
    steps.flatMap((step) => {
      const policy = policyOf(step)
      return policy ? [[JSON.stringify(policy), policy] as const] : []
    }),
  )
  return unlessEmpty(
    given({
      stabilizationWindowSeconds: windows.length > 0 ? Math.max(...windows) : undefined,
      policies: policies.size > 0 ? [...policies.values()] : undefined,
    }),
  )
}

function policyOf({ pods, every }: ScalingStep): object | undefined {
  if (pods === undefined || every === undefined) return undefined
  const type = typeof pods === 'number' ? 'Pods' : 'Percent'
  return { type, value: typeof pods === 'number' ? pods : (percentOf(pods) ?? 0), periodSeconds: wholeSeconds(every) }
}

function metricSpec({ cpu, memory, metric, target }: ScalingMetric): object {
  if (cpu !== undefined) return resource('cpu', cpu)
  if (memory !== undefined) return resource('memory', memory)
  const averageValue = { type: 'AverageValue', averageValue: targetAmount(target, metric) }
  const named = { metric: { name: metric?.name ?? '' }, target: averageValue }
  // A metric of something else is one number for all pods; its own, each pod has one.
  return metric?.of ? { type: 'External', external: named } : { type: 'Pods', pods: named }
}

function resource(name: 'cpu' | 'memory', target: string | number): object {
  const share = percentOf(target)
  return {
    type: 'Resource',
    resource: {
      name,
      target:
        share === undefined
          ? { type: 'AverageValue', averageValue: String(target) }
          : { type: 'Utilization', averageUtilization: share },
    },
  }
}
