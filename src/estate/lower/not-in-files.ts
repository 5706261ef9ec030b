// Declared objects that no file of manifests may hold, and that are declared beside the files instead.

import type { EstateObject } from '../estate.ts'
import { fieldsAt } from '../import/fields.ts'

/** Why; undefined for an object that files hold. */
export function whyNotInFiles({ manifest }: Pick<EstateObject, 'manifest'>): string | undefined {
  if (manifest.kind === 'Secret' && manifest.apiVersion === 'v1' && hasValues(manifest))
    return 'no value of a Secret is written: seaworthy.yaml names it and its keys, its values stay where they are kept'
  if (manifest.kind === 'StorageClass' && manifest.provisioner === 'unstated.invalid/provisioner')
    return 'nobody says its provisioner: seaworthy.yaml says where its volumes are bound'
  return undefined
}

function hasValues(manifest: EstateObject['manifest']): boolean {
  return ['data', 'stringData'].some((field) => Object.keys(fieldsAt(manifest, field)).length > 0)
}
