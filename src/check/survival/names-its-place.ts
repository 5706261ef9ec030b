import { hostnameKey, zoneKey } from '../../engine/placement/reasons.ts'
import type { PodClass } from '../../engine/pods/pod-class.ts'

/** A zone, or a machine, that the pods ask for by name is where they are meant to be. */
export function namesItsPlace({ spec }: PodClass): boolean {
  const places = new Set([zoneKey, hostnameKey, 'failure-domain.beta.kubernetes.io/zone', 'metadata.name'])
  const terms = spec.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms ?? []
  const asked = terms.flatMap(({ matchExpressions = [], matchFields = [] }) => [...matchExpressions, ...matchFields])
  return (
    Boolean(spec.nodeName) ||
    [...Object.keys(spec.nodeSelector ?? {}), ...asked.map(({ key }) => key)].some((key) => places.has(key))
  )
}
