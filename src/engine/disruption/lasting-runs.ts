// Jobs whose pods are kept when they have ended. To the disruption controller a pod that has ended is a pod like any other,
// and a Job has no scale: where a budget must count its controllers it fails for as long as one such pod is there.
// Source: pkg/controller/disruption/disruption.go:624 (all pods that it selects), :372 (no scale) (kubernetes v1.36.3).

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { fieldsOf } from '../pods/untrusted.ts'

/** Those of Kubernetes' defaults: nothing takes the pods away, neither a time to live nor a limit nor the tool that made them. */
export function lastingRuns(estate: Estate): ReadonlySet<Ref> {
  const lasting = estate.objects.filter(({ manifest }) => {
    const spec = fieldsOf(manifest.spec)
    if (spec.suspend === true || isHook(manifest.metadata.annotations)) return false
    if (manifest.kind === 'Job') return spec.ttlSecondsAfterFinished === undefined
    if (manifest.kind !== 'CronJob') return false
    const job = fieldsOf(fieldsOf(spec.jobTemplate).spec)
    return job.ttlSecondsAfterFinished === undefined && spec.successfulJobsHistoryLimit !== 0
  })
  return new Set(lasting.map(({ ref }) => ref))
}

// A release may take its own hooks away.
function isHook(annotations: unknown): boolean {
  const marks = ['helm.sh/hook', 'argocd.argoproj.io/hook']
  return marks.some((mark) => Object.hasOwn(fieldsOf(annotations), mark))
}
