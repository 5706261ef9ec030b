import type { Manifest } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { selectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'
import { podTemplate } from './pod-template.ts'

export function daemonSet(placed: Placed): Manifest | undefined {
  const { workload } = placed
  if (workload.controller !== 'DaemonSet') return undefined

  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: metadataOf(placed),
    spec: given({
      updateStrategy: workload.update && {
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
