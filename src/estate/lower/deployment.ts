import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { selectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'
import { podTemplate } from './pod-template.ts'

export function deployment(placed: Placed): Manifest | undefined {
  const { workload } = placed
  if (workload.controller !== 'Deployment') return undefined

  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: metadataOf(placed),
    spec: given({
      replicas: workload.replicas,
      strategy: workload.update && {
        type: 'RollingUpdate',
        rollingUpdate: given({
          maxUnavailable: workload.update.maxUnavailable,
          maxSurge: workload.update.maxSurge,
        }),
      },
      selector: { matchLabels: selectorOf(placed) },
      template: podTemplate(placed),
    }),
  }
}
