import type { Manifest } from '../../kubernetes/types.ts'
import { tolerations } from './tolerations.ts'

const labels = { 'k8s-app': 'metrics-server' }

/** Requests are left out: the version that we could read asks for none (k3s-io/k3s manifests/metrics-server). */
export const metricsServer: readonly Manifest[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'metrics-server', namespace: 'kube-system', labels },
    spec: {
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          priorityClassName: 'system-node-critical',
          serviceAccountName: 'metrics-server',
          tolerations,
          containers: [{ name: 'metrics-server', image: 'rancher/mirrored-metrics-server' }],
        },
      },
    },
  },
]
