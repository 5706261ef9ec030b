import type { ContainerPort, Manifest } from '../../kubernetes/types.ts'
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

function hostPort(port: number): ContainerPort {
  return { name: `lb-tcp-${port}`, containerPort: port, hostPort: port, protocol: 'TCP' }
}

const balancer = {
  app: 'svclb-traefik',
  'svccontroller.k3s.cattle.io/svcname': 'traefik',
  'svccontroller.k3s.cattle.io/svcnamespace': 'kube-system',
}

/** What K3s makes of traefik's Service: a pod on every node with a free port (k3s-io/k3s pkg/cloudprovider/servicelb.go). Its real name ends in the Service's uid. */
export const servicelb: readonly Manifest[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: 'svclb-traefik', namespace: 'kube-system', labels: balancer },
    spec: {
      selector: { matchLabels: { app: balancer.app } },
      template: {
        metadata: { labels: balancer },
        spec: {
          serviceAccountName: 'svclb',
          tolerations,
          containers: [80, 443].map((port) => ({
            name: `lb-tcp-${port}`,
            image: 'rancher/klipper-lb',
            ports: [hostPort(port)],
          })),
        },
      },
    },
  },
]
