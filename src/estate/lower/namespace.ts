import type { Labels, Manifest } from '../../kubernetes/types.ts'
import { given, unlessEmpty } from '../given.ts'
import { sorted } from './labels.ts'

/** A namespace with the label that the API server gives each (pkg/apis/core/v1/defaults.go, `SetDefaults_Namespace`). */
export function namespace(name: string, labels: Labels = {}, annotations: Labels = {}): Manifest {
  return {
    apiVersion: 'v1',
    kind: 'Namespace',
    metadata: given({
      name,
      labels: { ...sorted(labels), 'kubernetes.io/metadata.name': name },
      annotations: unlessEmpty(annotations),
    }),
  }
}
