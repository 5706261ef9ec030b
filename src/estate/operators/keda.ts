import type { EstateObject } from '../estate.ts'
import { given, unlessEmpty } from '../given.ts'
import { type Fields, fieldsAt, fieldsIn, textsOf } from '../import/fields.ts'
import type { Maker, Products } from './maker.ts'
import { countIn, textIn } from './values.ts'

/** KEDA 2.21: controllers/keda/hpa.go:73, apis/keda/v1alpha1/scaledobject_types.go:331; an idle target falls to none beside it. */
export const scaledObject: Maker = {
  group: 'keda.sh',
  kind: 'ScaledObject',
  operator: 'KEDA 2.21',
  id: 'keda',
  make: autoscaler,
}

function autoscaler({ manifest }: EstateObject): Products {
  const spec = fieldsAt(manifest, 'spec')
  const target = fieldsAt(spec, 'scaleTargetRef')
  const { name = '', namespace } = manifest.metadata
  if (textsOf(fieldsAt(manifest, 'metadata', 'annotations'))['autoscaling.keda.sh/paused'] === 'true') return {}

  const advanced = fieldsAt(spec, 'advanced', 'horizontalPodAutoscalerConfig')
  const made = {
    apiVersion: 'autoscaling/v2',
    kind: 'HorizontalPodAutoscaler',
    metadata: given({ name: textIn(advanced, 'name') ?? `keda-hpa-${name}`, namespace }),
    spec: given({
      minReplicas: Math.max(1, countIn(spec, 'minReplicaCount') ?? 1),
      maxReplicas: countIn(spec, 'maxReplicaCount') ?? 100,
      scaleTargetRef: {
        apiVersion: textIn(target, 'apiVersion') ?? 'apps/v1',
        kind: textIn(target, 'kind') ?? 'Deployment',
        name: textIn(target, 'name') ?? '',
      },
      behavior: unlessEmpty(fieldsAt(advanced, 'behavior')),
      metrics: unlessEmpty(fieldsIn(spec.triggers).map(metric)),
    }),
  }
  const from = {
    'spec.minReplicas': 'spec.minReplicaCount',
    'spec.maxReplicas': 'spec.maxReplicaCount',
    'spec.scaleTargetRef': 'spec.scaleTargetRef',
    'spec.metrics': 'spec.triggers',
    'spec.behavior': 'spec.advanced.horizontalPodAutoscalerConfig.behavior',
  }
  return { objects: [{ manifest: made, from }] }
}

// pkg/scalers/cpu_memory_scaler.go: these two are the cluster's own metrics; every other trigger is served by KEDA.
function metric(trigger: Fields, index: number): object {
  const type = textIn(trigger, 'type') ?? ''
  if (type !== 'cpu' && type !== 'memory') {
    const name = { name: `s${index}-${textIn(trigger, 'name') ?? type}` }
    return { type: 'External', external: { metric: name, target: { type: 'AverageValue', averageValue: '1' } } }
  }
  const metadata = textsOf(fieldsAt(trigger, 'metadata'))
  const value = metadata.value ?? ''
  const isShare = (textIn(trigger, 'metricType') ?? metadata.type ?? 'Utilization') === 'Utilization'
  const target = isShare
    ? { type: 'Utilization', averageUtilization: Number(value) }
    : { type: 'AverageValue', averageValue: value }
  const container = metadata.containerName
  if (container === undefined) return { type: 'Resource', resource: { name: type, target } }
  return { type: 'ContainerResource', containerResource: { name: type, container, target } }
}
