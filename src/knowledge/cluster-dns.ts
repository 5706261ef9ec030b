// CoreDNS as nearly every cluster has it; only replicas, tolerations and where it spreads differ.
import type { Manifest, PodSpec } from '../kubernetes/types.ts'

const metadata = { namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } }

/** The Deployment `coredns`; `replicas` is left out where the distribution leaves it out. */
export function dnsDeployment(image: string, pod: Partial<PodSpec>, replicas?: number): Manifest {
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'coredns', ...metadata },
    spec: {
      ...(replicas === undefined ? {} : { replicas }),
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      selector: { matchLabels: metadata.labels },
      template: {
        metadata: { labels: metadata.labels },
        spec: {
          priorityClassName: 'system-cluster-critical',
          serviceAccountName: 'coredns',
          nodeSelector: { 'kubernetes.io/os': 'linux' },
          containers: [
            {
              name: 'coredns',
              image,
              resources: { requests: { cpu: '100m', memory: '70Mi' }, limits: { memory: '170Mi' } },
              ports: [
                { name: 'dns', containerPort: 53, protocol: 'UDP' },
                { name: 'dns-tcp', containerPort: 53, protocol: 'TCP' },
                { name: 'metrics', containerPort: 9153, protocol: 'TCP' },
              ],
            },
          ],
          ...pod,
        },
      },
    },
  }
}

/** The Service `kube-dns`, which resolvers of all pods ask. */
export const dnsService: Manifest = {
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'kube-dns', ...metadata },
  spec: {
    selector: metadata.labels,
    ports: [
      { name: 'dns', port: 53, protocol: 'UDP' },
      { name: 'dns-tcp', port: 53, protocol: 'TCP' },
      { name: 'metrics', port: 9153, protocol: 'TCP' },
    ],
  },
}
