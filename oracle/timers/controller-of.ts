import type { Controller } from '../../src/engine/nodeloss/loss.ts'
import type { JsonObject } from '../json.ts'
import { fields, list } from './observer.ts'
import type { Scenario } from './scenario.ts'

/** Who makes a pod, as its own owner reference says; the rest stands in the scenario's workload of that name. */
export function controllerOf(pod: JsonObject, { workloads }: Scenario): Controller {
  const { name = '', ownerReferences, annotations } = fields(pod.metadata)
  const [owner] = list(ownerReferences)
  if (owner === undefined) return { is: 'kubernetes.io/config.mirror' in fields(annotations) ? 'kubelet' : 'none' }
  const index = Number(/^w(\d+)/.exec(String(owner.name))?.[1])
  const workload = workloads[index]
  switch (owner.kind) {
    case 'StatefulSet': {
      const ordinal = Number(/(\d+)$/.exec(String(name))?.[1])
      return { is: 'StatefulSet', name: String(owner.name), ordinal, isOrdered: workload?.isOrdered === true }
    }
    case 'Job': {
      const { backoffLimit = 6, replaces = 'terminating or failed' } = workload ?? {}
      return { is: 'Job', name: String(owner.name), backoffLimit, replaces }
    }
    case 'DaemonSet':
      return { is: 'DaemonSet' }
    default:
      return { is: 'ReplicaSet' }
  }
}
