import type { PodSpec, PodTemplate } from '../../kubernetes/types.ts'
import { given } from '../given.ts'
import { affinity } from './affinity.ts'
import { container, sidecar } from './container.ts'
import { labelsOf } from './labels.ts'
import type { Placed } from './placed.ts'
import { podSecurity } from './security.ts'
import { tolerations } from './tolerations.ts'
import { topologySpread } from './topology-spread.ts'
import { volumes } from './volumes.ts'

/** The pods of a workload; `restartPolicy` only where the API's default is refused. */
export function podTemplate(placed: Placed, restartPolicy?: 'OnFailure'): PodTemplate {
  const { workload } = placed
  return {
    metadata: { labels: labelsOf(placed) },
    spec: given<PodSpec>({
      serviceAccountName: workload.account,
      restartPolicy,
      affinity: affinity(placed),
      topologySpreadConstraints: topologySpread(placed),
      tolerations: tolerations(workload),
      securityContext: podSecurity(workload.security),
      containers: [container(placed), ...(workload.beside ?? []).map((each) => sidecar(each, placed))],
      volumes: volumes(placed),
    }),
  }
}
