import type { Manifest } from '../../kubernetes/types.ts'
import { metadataOf } from './metadata.ts'
import type { Placed } from './placed.ts'
import { podTemplate } from './pod-template.ts'

/** A platform's schedules are in UTC; without a zone Kubernetes would take that of its controller manager. */
export function cronJob(placed: Placed): Manifest | undefined {
  const { workload } = placed
  if (workload.controller !== 'CronJob') return undefined

  return {
    apiVersion: 'batch/v1',
    kind: 'CronJob',
    metadata: metadataOf(placed),
    spec: {
      schedule: workload.schedule,
      timeZone: 'Etc/UTC',
      jobTemplate: { spec: { template: podTemplate(placed, 'OnFailure') } },
    },
  }
}
