import type { Loss, LossPod } from '../../src/engine/nodeloss/loss.ts'
import { differences } from './judge.ts'
import type { Played } from './play.ts'
import type { LossRecord } from './record.ts'

/**
 * The same record with fewer pods, still wrong. Nothing is asked again: a pod depends on no other but those of its own
 * controller and its quota, which are kept or left out together. Nodes decide what becomes of their zone, and stay.
 */
export function smallestLoss(loss: Loss, record: LossRecord): Played {
  let best: Played = { loss, record }
  const groups = Map.groupBy(
    loss.pods,
    ({ name, charges = [] }) => charges[0]?.quota ?? record.pods[name]?.owner ?? name,
  )
  // Members of one StatefulSet wait for each other.
  const sets = Map.groupBy([...groups.values()], ([first]) => setOf(first))
  for (const [set, members] of sets) {
    const parts = set === '' ? members : [members.flat()]
    for (const part of parts) {
      const without = withoutPods(best, new Set(part))
      if (differences(without.loss, without.record).found.length > 0) best = without
    }
  }
  return best
}

function setOf(pod: LossPod | undefined): string {
  return pod?.controller.is === 'StatefulSet' ? pod.controller.name : ''
}

function withoutPods({ loss, record }: Played, left: ReadonlySet<LossPod>): Played {
  const pods = loss.pods.filter((pod) => !left.has(pod))
  const names = new Set(pods.map(({ name }) => name))
  const owners = new Set(pods.map(({ name }) => record.pods[name]?.owner))
  return {
    loss: { ...loss, pods },
    record: {
      ...record,
      pods: Object.fromEntries(Object.entries(record.pods).filter(([name]) => names.has(name))),
      made: Object.fromEntries(Object.entries(record.made).filter(([owner]) => owners.has(owner))),
    },
  }
}
