// What people reach from outside has to be there after a node is gone; all of one namespace in one promise.

import type { PodClass } from '../../engine/pods/pod-class.ts'
import { byCodePoint } from '../../platform/order.ts'
import { type Entry, field, sayRef } from './entry.ts'
import { inField, type Seen } from './seen.ts'

/** Workloads behind what lets traffic in, stores apart; sorted. */
export function frontPods({ view, front, stores }: Seen): readonly PodClass[] {
  return [...front.keys()]
    .flatMap((ref) => view.byWorkload.get(ref) ?? [])
    .filter((pod) => pod.steady && pod.count > 0 && pod.kind !== 'DaemonSet' && !stores.includes(pod))
    .sort((a, b) => byCodePoint(a.workload, b.workload))
}

export function frontEntries(pods: readonly PodClass[], seen: Seen): readonly Entry[] {
  const places = [...Map.groupBy(pods, ({ environment, namespace }) => environment ?? namespace)]
  return places.map(([environment, own]) => survival(environment, own, seen))
}

function survival(environment: string, own: readonly PodClass[], seen: Seen): Entry {
  const items = own.map(({ workload }) => {
    const [first] = seen.front.get(workload) ?? []
    return {
      item: seen.owned(workload),
      workload,
      ...(first && { note: `${sayRef(first.ref)}, ${seen.lineOf(first.source)}` }),
    }
  })
  const says = 'what lets traffic in from outside'
  return {
    of: 'promises',
    from: [says],
    fields: [
      field('survives', 'node'),
      field('keeps', items),
      ...inField(environment, seen),
      field('within', '10m'),
      field('losing', 'nothing'),
      field('guessed', says),
    ],
  }
}
