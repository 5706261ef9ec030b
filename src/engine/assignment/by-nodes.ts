// Which pods are judged alone, node by node: those for which more counts than the nodes and the pods on them.

import type { Manifest } from '../../kubernetes/types.ts'
import { fieldsIn, fieldsOf, listOf, textOf } from '../pods/untrusted.ts'
import { hostPortsOf } from '../scheduling/host-ports.ts'

/** Volumes that no filter of the scheduler looks at. */
const plainVolumes = ['configMap', 'downwardAPI', 'emptyDir', 'hostPath', 'projected', 'secret']

/** Claims and disks, gates, claims on devices, other schedulers, and what names its node outright. */
export function mustGoByNodes({ spec }: Manifest): boolean {
  const { volumes, nodeName, schedulingGates, resourceClaims, schedulingGroup, schedulerName } = fieldsOf(spec)
  if (volumes !== undefined && fieldsIn(volumes).some((volume) => !isPlain(volume))) return true
  if (nodeName || schedulingGroup !== undefined || isOther(schedulerName)) return true
  return listOf(schedulingGates).length > 0 || listOf(resourceClaims).length > 0
}

function isPlain(volume: object): boolean {
  return Object.keys(volume).every((field) => field === 'name' || plainVolumes.includes(field))
}

function isOther(schedulerName: unknown): boolean {
  return schedulerName !== undefined && schedulerName !== 'default-scheduler'
}

/** Two pods that hold one port of one node, as only those do that named it: for the scheduler it is free with the first that goes. */
export function holdPortTwice(standing: readonly Manifest[]): boolean {
  const held = new Set<string>()
  return standing.some(({ spec }) => {
    const node = textOf(fieldsOf(spec).nodeName)
    const own = new Set(hostPortsOf(fieldsOf(spec)).map(({ address, port }) => JSON.stringify([node, address, port])))
    const isTwice = [...own].some((port) => held.has(port))
    for (const port of own) held.add(port)
    return isTwice
  })
}
