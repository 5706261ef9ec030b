// All of a pod's own that the scheduler looks at, but for names and labels: pods with the same text are of one shape.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'

export function shapeKey({ spec, status }: Manifest): string {
  const pod = fieldsOf(spec)
  return JSON.stringify([
    containersIn(pod.containers),
    containersIn(pod.initContainers),
    pod.affinity,
    pod.nodeSelector,
    pod.tolerations,
    pod.topologySpreadConstraints,
    pod.overhead,
    pod.resources,
    pod.priority,
    pod.preemptionPolicy,
    pod.hostNetwork,
    pod.hostUsers,
    status === undefined ? '' : resizeKey(status),
  ])
}

function containersIn(list: unknown): readonly unknown[] | undefined {
  if (list === undefined) return undefined
  return fieldsIn(list).map(({ image, resources, ports, restartPolicy, restartPolicyRules }) => [
    image,
    resources,
    ports,
    restartPolicy,
    restartPolicyRules,
  ])
}

/** What a resize under way changes, empty where there is none; statuses of containers are found by their names. */
export function resizeKey(status: unknown): string {
  const { resources, allocatedResources, containerStatuses, initContainerStatuses, conditions } = fieldsOf(status)
  const running = [...fieldsIn(containerStatuses), ...fieldsIn(initContainerStatuses)]
  if (resources === undefined && running.every((one) => one.resources === undefined)) return ''
  const states = running.map((one) => [one.name, one.resources, one.allocatedResources])
  const pending = fieldsIn(conditions).find(({ type }) => type === 'PodResizePending')
  return JSON.stringify([resources, allocatedResources, states, pending?.reason])
}
