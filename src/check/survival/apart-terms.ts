import type { PodClass } from '../../engine/pods/pod-class.ts'
import { type Fields, fieldsIn, fieldsOf } from '../../engine/pods/untrusted.ts'

/** A term of a pod by which it keeps apart from others: of anti-affinity, or a spread constraint. */
export interface ApartTerm {
  readonly term: Fields
  readonly how: 'required' | 'preferred'
  readonly isSpread: boolean
  /** In the manifest of its workload. */
  readonly path: readonly string[]
}

const podSpec = ['spec', 'template', 'spec']
const required = 'requiredDuringSchedulingIgnoredDuringExecution'
const preferred = 'preferredDuringSchedulingIgnoredDuringExecution'

export function apartTermsOf({ spec }: PodClass): readonly ApartTerm[] {
  const anti = fieldsOf(spec.affinity?.podAntiAffinity)
  const apart = [...podSpec, 'affinity', 'podAntiAffinity']
  const spread = [...podSpec, 'topologySpreadConstraints']
  return [
    ...fieldsIn(anti[required]).map(
      (term): ApartTerm => ({ term, how: 'required', isSpread: false, path: [...apart, required] }),
    ),
    ...fieldsIn(anti[preferred]).map(({ podAffinityTerm }): ApartTerm => {
      return { term: fieldsOf(podAffinityTerm), how: 'preferred', isSpread: false, path: [...apart, preferred] }
    }),
    ...fieldsIn(spec.topologySpreadConstraints).map((term): ApartTerm => {
      const how = term.whenUnsatisfiable === 'ScheduleAnyway' ? 'preferred' : 'required'
      return { term, how, isSpread: true, path: spread }
    }),
  ]
}
