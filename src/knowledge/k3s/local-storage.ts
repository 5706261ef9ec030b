import type { Manifest } from '../../kubernetes/types.ts'
import { tolerations } from './tolerations.ts'

const labels = { app: 'local-path-provisioner' }

/** The provisioner of folders on nodes, and its class, the default one (k3s-io/k3s manifests/local-storage.yaml). */
export const localStorage: readonly Manifest[] = [
  {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'local-path-provisioner', namespace: 'kube-system' },
    spec: {
      strategy: { type: 'RollingUpdate', rollingUpdate: { maxUnavailable: 1 } },
      selector: { matchLabels: labels },
      template: {
        metadata: { labels },
        spec: {
          priorityClassName: 'system-node-critical',
          serviceAccountName: 'local-path-provisioner-service-account',
          tolerations,
          containers: [{ name: 'local-path-provisioner', image: 'rancher/local-path-provisioner' }],
        },
      },
    },
  },
  {
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: {
      name: 'local-path',
      annotations: { defaultVolumeType: 'local', 'storageclass.kubernetes.io/is-default-class': 'true' },
    },
    provisioner: 'rancher.io/local-path',
    volumeBindingMode: 'WaitForFirstConsumer',
    reclaimPolicy: 'Delete',
  },
]
