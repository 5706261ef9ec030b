// VerticalPodAutoscalers. Fields: kubernetes/autoscaler vertical-pod-autoscaler/pkg/apis/autoscaling.k8s.io/v1/types.go.

import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'

/** Over how long usage is looked at is no field of it: the recommender has one such setting for the whole cluster. */
export function verticalAutoscaler(placed: Placed): Manifest | undefined {
  const { resizes, controller, name } = placed.workload
  if (!resizes || (controller !== 'Deployment' && controller !== 'StatefulSet')) return undefined

  return {
    apiVersion: 'autoscaling.k8s.io/v1',
    kind: 'VerticalPodAutoscaler',
    metadata: metadataOf(placed),
    spec: given({
      targetRef: { apiVersion: 'apps/v1', kind: controller, name },
      updatePolicy: resizes.mode && { updateMode: resizes.mode },
      resourcePolicy: resizes.of && { containerPolicies: [{ containerName: '*', controlledResources: resizes.of }] },
    }),
  }
}
