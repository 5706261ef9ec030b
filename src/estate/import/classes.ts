import { boundByProvisioner } from '../../knowledge/provisioners.ts'
import { keepsSize } from '../../knowledge/volume-sizes.ts'
import type { EstateObject, StorageBound } from '../estate.ts'
import { fieldsAt } from './fields.ts'

const defaultMarks = ['storageclass.kubernetes.io/is-default-class', 'storageclass.beta.kubernetes.io/is-default-class']

/** Classes of volumes that files show; where a volume may go is known for known provisioners only. */
export function readClasses(objects: readonly EstateObject[]): { readonly [name: string]: StorageBound } {
  return Object.fromEntries(
    objects
      .filter(({ ref }) => ref.startsWith('StorageClass//'))
      .map(({ manifest, source }): [string, StorageBound] => {
        const annotations = fieldsAt(manifest, 'metadata', 'annotations')
        const bound = boundByProvisioner(`${manifest.provisioner}`)
        const isKept = keepsSize(`${manifest.provisioner}`)
        return [
          manifest.metadata.name ?? '',
          {
            bound: bound?.value ?? 'unknown',
            default: defaultMarks.some((mark) => annotations[mark] === 'true'),
            ...(isKept && { keepsSize: isKept.value }),
            source: bound ? { ...source, known: `${bound.source} (${bound.asOf})` } : source,
          },
        ]
      }),
  )
}
