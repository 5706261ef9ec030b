import { type Manifest, refOf } from '../../kubernetes/types.ts'
import type { EstateObject } from '../estate.ts'
import { given } from '../given.ts'

/** A manifest that was made from what is declared, as an object of the estate. */
export function lowered(
  manifest: Manifest,
  of: Pick<EstateObject, 'component' | 'environment' | 'source'>,
): EstateObject {
  return given<EstateObject>({ ref: refOf(manifest), manifest, origin: 'lowered', ...of })
}
