// All of a pod's own that the scheduler looks at, but for names and labels: pods with the same text are of one shape.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf } from '../pods/untrusted.ts'
import { isSameValue } from './same-value.ts'

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
    resizeOf(status),
  ])
}

/** Whether two pods certainly have the same key, at the cost of a comparison: some that have it are told apart. */
export function isSameShape({ spec: one, status }: Manifest, { spec: other, status: otherStatus }: Manifest): boolean {
  const [a, b] = [fieldsOf(one), fieldsOf(other)]
  return (
    isSameValue(a.affinity, b.affinity) &&
    isSameValue(a.containers, b.containers) &&
    isSameValue(a.initContainers, b.initContainers) &&
    isSameValue(a.nodeSelector, b.nodeSelector) &&
    isSameValue(a.tolerations, b.tolerations) &&
    isSameValue(a.topologySpreadConstraints, b.topologySpreadConstraints) &&
    isSameValue(a.overhead, b.overhead) &&
    isSameValue(a.resources, b.resources) &&
    a.priority === b.priority &&
    a.preemptionPolicy === b.preemptionPolicy &&
    a.hostNetwork === b.hostNetwork &&
    a.hostUsers === b.hostUsers &&
    ((status === undefined && otherStatus === undefined) || resizeOf(status) === resizeOf(otherStatus))
  )
}

function resizeOf(status: unknown): string {
  return status === undefined ? '' : resizeKey(status)
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
