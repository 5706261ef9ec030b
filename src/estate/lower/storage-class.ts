import type { Manifest } from '../../kubernetes/types.ts'
import type { StorageClass } from '../../platform/model.ts'
import { given } from '../given.ts'

/** A class of volumes that the distribution does not bring. */
export function storageClass(name: string, declared: StorageClass): Manifest {
  return given<Manifest>({
    apiVersion: 'storage.k8s.io/v1',
    kind: 'StorageClass',
    metadata: given({
      name,
      annotations: declared.default ? { 'storageclass.kubernetes.io/is-default-class': 'true' } : undefined,
    }),
    provisioner: declared.provisioner ?? 'unstated.invalid/provisioner',
    allowVolumeExpansion: declared.expands,
    // A volume that is made before its pod is placed would choose the pod's node or zone by chance.
    volumeBindingMode: declared.bound === 'cluster' ? undefined : 'WaitForFirstConsumer',
  })
}
