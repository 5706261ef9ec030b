import type { Manifest } from '../../kubernetes/types.ts'
import { tolerations } from './tolerations.ts'

const labels = { 'app.kubernetes.io/instance': 'traefik-kube-system', 'app.kubernetes.io/name': 'traefik' }
const metadata = { name: 'traefik', namespace: 'kube-system', labels }

/** The ingress controller and its Service on ports 80 and 443 (k3s-io/k3s manifests/traefik.yaml, traefik-helm-chart values.yaml). */
export const traefik: readonly Manifest[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata,
    spec: {
      replicas: 1,
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          priorityClassName: 'system-cluster-critical',
          serviceAccountName: 'traefik',
          tolerations,
          containers: [
            {
              name: 'traefik',
              image: 'rancher/mirrored-library-traefik',
              ports: [
                { name: 'web', containerPort: 8000, protocol: 'TCP' },
                { name: 'websecure', containerPort: 8443, protocol: 'TCP' },
              ],
            },
          ],
        },
      },
    },
  },
  {
    apiVersion: 'v1',
    kind: 'Service',
    metadata,
    spec: {
      type: 'LoadBalancer',
      selector: labels,
      ports: [
        { name: 'web', port: 80, targetPort: 'web', protocol: 'TCP' },
        { name: 'websecure', port: 443, targetPort: 'websecure', protocol: 'TCP' },
      ],
    },
  },
]
