// Secrets and ConfigMaps whose annotations ask a controller to copy them into other namespaces.

import type { EstateObject } from '../estate.ts'
import { fieldsAt, textsOf } from '../import/fields.ts'
import { everyNamespace, type Maker } from './maker.ts'

const marks = [
  // emberstack/kubernetes-reflector, README: automatic mirrors.
  'reflector.v1.k8s.emberstack.com/reflection-auto-enabled',
  // config-syncer.com (kubed), docs/guides: sync to all or to selected namespaces.
  'kubed.appscode.com/sync',
  // mittwald/kubernetes-replicator, README: push-based replication.
  'replicator.v1.mittwald.de/replicate-to',
  'replicator.v1.mittwald.de/replicate-to-matching',
]

/** Anywhere, under its own name: which namespaces are picked is left open. */
export const copied: readonly Maker[] = ['Secret', 'ConfigMap'].map((kind) => ({
  group: '',
  kind,
  operator: 'a controller that copies',
  id: 'copies',
  make: ({ manifest }: EstateObject) => {
    const annotations = textsOf(fieldsAt(manifest, 'metadata', 'annotations'))
    const isCopied = marks.some((mark) => Object.hasOwn(annotations, mark) && annotations[mark] !== 'false')
    return isCopied ? { names: [{ ref: `${kind}/${everyNamespace}/${manifest.metadata.name ?? ''}` }] } : {}
  },
}))
