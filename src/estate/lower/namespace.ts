import type { Labels, Manifest } from '../../kubernetes/types.ts'
import { sorted } from './labels.ts'

/** A namespace with the label that the API server gives each (pkg/apis/core/v1/defaults.go, `SetDefaults_Namespace`). */
export function namespace(name: string, labels: Labels = {}): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: { name, labels: { ...sorted(labels), 'kubernetes.io/metadata.name': name } },
  }
}
