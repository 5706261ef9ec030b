import type { Estate } from '../../estate/estate.ts'
import type { PodClass } from '../pods/pod-class.ts'
import { countOf, type Fields, fieldsOf } from '../pods/untrusted.ts'
import type { Controller } from './loss.ts'

/** Who makes the pods of a class anew, for one pod of the class by its name. */
export function controllerOf(estate: Estate, pod: PodClass, name: string): Controller {
  const spec = () => fieldsOf(estate.objects.find(({ ref }) => ref === pod.workload)?.manifest.spec)
  switch (pod.kind) {
    case 'StatefulSet': {
      const ordinal = Number(/-(\d{1,10})$/.exec(name)?.[1] ?? 0)
      return { is: 'StatefulSet', name: pod.workload, ordinal, isOrdered: spec().podManagementPolicy !== 'Parallel' }
    }
    case 'DaemonSet':
      return { is: 'DaemonSet' }
    case 'Job':
      return jobOf(pod.workload, spec())
    case 'CronJob':
      return jobOf(pod.workload, fieldsOf(fieldsOf(spec().jobTemplate).spec))
    case 'Pod':
      if (pod.keptBy === 'controller') return { is: 'ReplicaSet' }
      return { is: pod.keptBy === 'kubelet' ? 'kubelet' : 'none' }
    default:
      return { is: 'ReplicaSet' }
  }
}

// Defaults: pkg/apis/batch/v1/defaults.go:54, pkg/registry/batch/job/strategy.go, kubernetes v1.36.3.
function jobOf(name: string, spec: Fields): Controller {
  const usual = spec.podFailurePolicy === undefined ? 'TerminatingOrFailed' : 'Failed'
  const replaces = (spec.podReplacementPolicy ?? usual) === 'Failed' ? 'failed' : 'terminating or failed'
  return { is: 'Job', name, backoffLimit: countOf(spec.backoffLimit, 6), replaces }
}
