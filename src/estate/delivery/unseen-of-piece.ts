import type { Unseen } from '../estate.ts'
import { given } from '../given.ts'
import type { Piece } from './piece.ts'

// What a chart usually brings beside the objects of its own namespace.
const clusterWideKinds = [
  'APIService',
  'ClusterIssuer',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CustomResourceDefinition',
  'GatewayClass',
  'IngressClass',
  'MutatingWebhookConfiguration',
  'Namespace',
  'PersistentVolume',
  'PriorityClass',
  'RuntimeClass',
  'StorageClass',
  'ValidatingWebhookConfiguration',
  'VolumeSnapshotClass',
]

/** What an application would bring and nobody read: anything in its namespace, and what stands in no namespace. */
export function unseenOfPiece({ id, by, namespace, source }: Piece, says: string): readonly Unseen[] {
  const what = `${by}: ${says}`
  const own = given<Unseen>({
    id: `remote/${id}`,
    says: what,
    namespaces: namespace === undefined ? undefined : [namespace],
    source,
  })
  if (namespace === undefined) return [own]
  return [own, { id: `remote/${id}/cluster-wide`, says: what, kinds: clusterWideKinds, source }]
}
