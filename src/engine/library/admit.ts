import type { Manifest } from '../../kubernetes/types.ts'
import { admitObject } from '../admission/admit-object.ts'
import { sayRefusal } from '../admission/words.ts'

export interface Admitted {
  readonly refused: readonly {
    /** The part of the API server that refuses: reading the fields, or their rules. */
    readonly by: string
    /** As the server names it: `spec.template.spec.containers[0].image`. */
    readonly field: string
    readonly path: readonly (string | number)[]
    readonly says: string
  }[]
  /** Fields whose rules are not written here, by name: what they say may still be refused. */
  readonly notModelled: readonly string[]
}

/**
 * What the API server of a minor (`1.33`) would refuse in one object that is created alone with strict field validation.
 * Namespaces' LimitRanges and quotas are not asked. O(fields of the object).
 */
export function admit(manifest: Manifest, options: { readonly minor: string }): Admitted {
  const { refused, notModelled } = admitObject(manifest, options)
  return {
    refused: refused.map((refusal) => {
      const { by, field, path } = refusal
      return { by, field, path, says: sayRefusal(refusal) }
    }),
    notModelled,
  }
}
