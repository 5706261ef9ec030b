import type { Manifest } from '../kubernetes/types.ts'

const names = ['default', 'kube-node-lease', 'kube-public', 'kube-system']

/** The namespaces that the API server makes, with the label it puts on each (kubernetes@v1.36.3/pkg/controlplane, registry/core/namespace). */
export const systemNamespaces: readonly Manifest[] = names.map((name) => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { 'kubernetes.io/metadata.name': name } },
}))
