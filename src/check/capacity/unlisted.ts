// Pods that are said to take room and that nobody lists: what they request is not known either.

import { byCodePoint } from '../../platform/order.ts'
import type { Advice } from '../report.ts'
import type { World } from '../world.ts'

/** Where a cluster says how many pods of which namespaces take its room: those beyond what is declared there. */
export function* unlistedPods({ views }: World): Generator<Advice> {
  for (const { estate, pods } of views) {
    const said = estate.taken.pods
    if (!said) continue
    const listed = [...said.in].sort(byCodePoint).map((namespace) => {
      const there = pods.filter((pod) => pod.namespace === namespace && pod.steady && pod.count > 0)
      return { namespace, there, count: there.reduce((sum, pod) => sum + pod.count, 0) }
    })
    const all = listed.reduce((sum, { count }) => sum + count, 0)
    if (all >= said.count) continue
    const sum = listed.length > 1 ? `${listed.map(({ count }) => count).join(' + ')} = ${all}` : `${all}`
    yield {
      id: `unlisted-pods/${estate.cluster}`,
      says: {
        line: `of ${said.count} ${said.count === 1 ? 'pod that is' : 'pods that are'} said to take room, ${sum} are listed: what the other ${said.count - all} request, and where they stand, nobody says`,
        rows: listed.map(({ namespace, there, count }) => [
          namespace,
          [`${count}`, there.map((pod) => (pod.count === 1 ? pod.name : `${pod.count} ${pod.name}`)).join(', ')]
            .filter(Boolean)
            .join(': '),
        ]),
      },
    }
  }
}
