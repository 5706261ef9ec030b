import type { Manifest } from '../../kubernetes/types.ts'
import { given, unlessEmpty } from '../given.ts'
import { claimSpec } from './claim.ts'
import { selectorOf } from './labels.ts'
import { metadataOf } from './metadata.ts'
import { endpointsOf, type Placed, statesOf } from './placed.ts'
import { podTemplate } from './pod-template.ts'

export function statefulSet(placed: Placed): Manifest | undefined {
  const { workload } = placed
  if (workload.controller !== 'StatefulSet') return undefined

  return {
    apiVersion: 'apps/v1',
    kind: 'StatefulSet',
    metadata: metadataOf(placed),
    spec: given({
      replicas: workload.replicas,
      serviceName: governingService(placed),
      updateStrategy: workload.update && {
        type: 'RollingUpdate',
        rollingUpdate: given({ maxUnavailable: workload.update.maxUnavailable }),
      },
      selector: { matchLabels: selectorOf(placed) },
      template: podTemplate(placed),
      volumeClaimTemplates: unlessEmpty(
        statesOf(placed).map((state) => ({
          metadata: { name: state.claim },
          spec: claimSpec(state.size, state.class, state.accessMode),
        })),
      ),
    }),
  }
}

// The name under which each pod has its own address. Naming a Service does not make one.
function governingService(placed: Placed): string | undefined {
  return endpointsOf(placed).find(({ headless }) => headless)?.name ?? placed.workload.governedBy
}
