import type { ContainerPort, Manifest } from '../../kubernetes/types.ts'
import { tolerations } from './tolerations.ts'

/**
 * What K3s makes of a Service of type LoadBalancer: a pod on every node whose ports are free (k3s-io/k3s
 * pkg/cloudprovider/servicelb.go). Its real name ends in a part of the Service's uid.
 */
export function balancerOf(name: string, namespace: string, ports: readonly number[]): Manifest {
  const labels = {
    app: `svclb-${name}`,
    'svccontroller.k3s.cattle.io/svcname': name,
    'svccontroller.k3s.cattle.io/svcnamespace': namespace,
  }
  return {
    apiVersion: 'apps/v1',
    kind: 'DaemonSet',
    metadata: { name: `svclb-${name}`, namespace: 'kube-system', labels },
    spec: {
      selector: { matchLabels: { app: labels.app } },
      template: {
        metadata: { labels },
        spec: {
          serviceAccountName: 'svclb',
          tolerations,
          containers: ports.map((port) => ({
            name: `lb-tcp-${port}`,
            image: 'rancher/klipper-lb',
            ports: [hostPort(port)],
          })),
        },
      },
    },
  }
}

function hostPort(port: number): ContainerPort {
  return { name: `lb-tcp-${port}`, containerPort: port, hostPort: port, protocol: 'TCP' }
}
