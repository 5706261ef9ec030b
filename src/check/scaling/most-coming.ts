import type { PodClass } from '../../engine/pods/pod-class.ts'
import type { Estate } from '../../estate/estate.ts'
import { fieldsAt, fieldsIn } from '../../estate/import/fields.ts'

/**
 * How many pods the autoscaler of a workload may add in so many seconds: by the largest of its policies, each in every one of
 * its periods; where it has none, as many as are missing (by default twice as many every 15 seconds, k8s.io/kubernetes@v1.36.3
 * pkg/apis/autoscaling/v2/defaults.go).
 */
export function mostComing({ scales, count }: PodClass, { objects }: Estate, seconds: number): number {
  if (!scales) return 0
  const missing = Math.max(0, scales.max - count)
  const each = scales.by.map((ref) => {
    const object = objects.find((one) => one.ref === ref)
    const { policies } = fieldsAt(object?.manifest, 'spec', 'behavior', 'scaleUp')
    const steps = fieldsIn(policies).map(({ type, value, periodSeconds }) => {
      const periods = Math.ceil(seconds / Number(periodSeconds))
      return type === 'Pods' ? Number(value) * periods : Math.ceil(count * (1 + Number(value) / 100) ** periods) - count
    })
    return steps.length === 0 ? missing : Math.max(...steps)
  })
  const most = Math.max(0, ...each)
  return Number.isFinite(most) ? Math.min(missing, most) : missing
}
