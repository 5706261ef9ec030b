import type { Estate } from '../../estate/estate.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { amountsOf } from '../pods/amounts.ts'
import { limitRangesOf } from '../pods/limit-range.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import { boundFaults } from './limit-range-bounds.ts'
import type { Path, Refusal } from './refusal.ts'

export interface ClaimAdmission {
  /** The claim, or the StatefulSet whose template makes it. */
  readonly ref: Ref
  readonly refused: readonly Refusal[]
}

/** Claims, written or made from templates, against the LimitRanges of their namespace; only those that some range bounds. */
export function admitClaims(estate: Estate): readonly ClaimAdmission[] {
  const ranges = limitRangesOf(estate.objects)
  const found = estate.objects.flatMap(({ ref, manifest }): ClaimAdmission[] => {
    const bounding = (ranges.get(partsOf(ref).namespace) ?? []).filter(({ items }) =>
      items.some((item) => item.type === 'PersistentVolumeClaim'),
    )
    if (bounding.length === 0) return []
    const refused = claimSpecs(manifest).flatMap(({ spec, field, path }): Refusal[] => {
      const requests = amountsOf(fieldsOf(fieldsOf(spec).resources).requests)
      const faults = boundFaults({ of: 'PersistentVolumeClaim', requests, limits: {} }, bounding)
      return faults.map((fault) => ({ by: 'limitRange', field, path, fault }))
    })
    return claimSpecs(manifest).length === 0 ? [] : [{ ref, refused }]
  })
  return found.sort((a, b) => (a.ref < b.ref ? -1 : a.ref > b.ref ? 1 : 0))
}

function claimSpecs({
  kind,
  spec,
}: {
  readonly kind: string
  readonly [field: string]: unknown
}): readonly { spec: unknown; field: string; path: Path }[] {
  if (kind === 'PersistentVolumeClaim')
    return [{ spec, field: 'spec.resources.requests', path: ['spec', 'resources', 'requests'] }]
  if (kind !== 'StatefulSet') return []
  return fieldsIn(fieldsOf(spec).volumeClaimTemplates).map((template, index) => ({
    spec: template.spec,
    field: `spec.volumeClaimTemplates[${index}].spec.resources.requests`,
    path: ['spec', 'volumeClaimTemplates', index, 'spec', 'resources', 'requests'],
  }))
}
