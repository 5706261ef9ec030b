// How many volumes of a CSI driver a node attaches.
// Source: pkg/scheduler/framework/plugins/nodevolumelimits/csi.go:257 (Filter, kubernetes v1.36.3).

import { fieldsOf, textOf } from '../pods/untrusted.ts'
import { attachedVolumes, mayAttach } from './attached-volumes.ts'
import { csiLimits } from './csi-limits.ts'
import type { Cycle } from './cycle.ts'
import { mendable, type NodeFilter } from './refusal.ts'
import { nodeSays } from './scheduler-says.ts'
import { type NodeView, podsIn } from './scheduling-node.ts'
import type { Storage } from './storage.ts'
import { volumeUses } from './volume-uses.ts'

export function volumeLimitFilter(cycle: Cycle): NodeFilter | undefined {
  const { world, pod } = cycle
  if (!mayAttach(pod)) return undefined
  const path = volumeUses(pod).find(({ claim }) => claim !== undefined)?.path
  return (view) => {
    const limits = limitsOn(world.storage, view.node.name)
    const wanted = attachedVolumes(pod, world.storage, world.storage.csiNodes.has(view.node.name))
    if (limits.size === 0 || wanted.size === 0) return undefined
    const there = attachedOn(cycle, view)
    for (const name of there.names) wanted.delete(name)
    const more = countByDriver(wanted.values())
    const isOver = [...more].some(([driver, count]) => {
      const limit = limits.get(driver)
      return limit !== undefined && (there.byDriver.get(driver) ?? 0) + count > limit
    })
    return isOver ? mendable(nodeSays.tooManyVolumes, path) : undefined
  }
}

/** By driver: how many volumes a node attaches; empty where nobody says. */
export function limitsOn({ csiNodes }: Storage, node: string): ReadonlyMap<string, number> {
  return csiLimits(csiNodes.get(node))
}

/** What pods of the node use, and what is attached there though no pod of it uses it (any more). */
function attachedOn({ world }: Cycle, view: NodeView) {
  const { storage } = world
  const names = new Map<string, string>()
  const hasCsiNode = storage.csiNodes.has(view.node.name)
  for (const other of podsIn(view))
    for (const [name, driver] of attachedVolumes(other, storage, hasCsiNode)) names.set(name, driver)
  const byDriver = countByDriver(names.values())
  for (const [name, driver] of attachments(storage, view.node.name))
    if (!names.has(name)) byDriver.set(driver, (byDriver.get(driver) ?? 0) + 1)
  return { names: new Set(names.keys()), byDriver }
}

function attachments(storage: Storage, node: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { attacher, source } of storage.attachments.get(node) ?? []) {
    const driver = textOf(attacher)
    const volume = storage.volumes.get(textOf(fieldsOf(source).persistentVolumeName) ?? '')
    const csi = volume?.source.csi
    if (driver && csi !== undefined && csi !== null)
      found.set(`${driver}/${textOf(fieldsOf(csi).volumeHandle) ?? ''}`, driver)
  }
  return found
}

function countByDriver(drivers: Iterable<string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const driver of drivers) counts.set(driver, (counts.get(driver) ?? 0) + 1)
  return counts
}
