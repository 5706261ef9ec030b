import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { autoscaler } from './autoscaler.ts'
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
      replicas: replicasOf(placed),
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

// What an autoscaler brings about by itself is not written beside it: each time it is applied, it would undo the other.
function replicasOf(placed: Placed): number | undefined {
  const { replicas, scales } = placed.workload
  return scales?.from === replicas && autoscaler(placed) ? undefined : replicas
}
