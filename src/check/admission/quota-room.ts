// What a quota leaves for rollouts and jobs: nothing of it fails by itself, so it is advice.
import type { Share } from '../../engine/admission/quota-use.ts'
import {
  addQuantity,
  compareQuantity,
  type Quantity,
  sayQuantity,
  subtractQuantity,
} from '../../kubernetes/quantity.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'
import { needsRoom, surging } from '../disruption/surge.ts'
import type { Advice } from '../report.ts'
import { quotaAtMost } from '../scaling/quota-at-most.ts'
import type { View, World } from '../world.ts'
import { quotaRows } from './quota.ts'
import { sayRef } from './subject.ts'

/** Rollouts that wait for their first new pod, and runs that are put off, because a quota that holds all pods holds no more. */
export function* quotaRoom({ views }: World): Generator<Advice> {
  for (const view of views) {
    const stuck = stuckBy(view)
    for (const { quota, resource, hard, used, surge, runs } of quotaRows(view)) {
      if (used === undefined || compareQuantity(used, hard) > 0) continue
      const free = subtractQuantity(hard, used)
      const { namespace, name } = partsOf(quota)
      for (const [kind, shares] of [
        ['surge', surge],
        ['run', runs],
      ] as const) {
        const without = shares.filter(
          ({ ref, amount }) => compareQuantity(amount, free) > 0 && !(kind === 'surge' && stuck.has(ref)),
        )
        if (without.length === 0) continue
        yield {
          id: `quota-${kind}/${view.estate.cluster}/${namespace}/${name}/${resource}`,
          says: { line: lines[kind](name, resource, free), rows: rowsOf(resource, without, used) },
        }
      }
    }
  }
}

// Those that let no pod go first, and have no room for one more, do not roll out at all: that is no advice.
function stuckBy(view: View): ReadonlySet<Ref> {
  const waiting = surging(view).filter(needsRoom)
  const stuck = waiting.filter(({ pod, least }) => quotaAtMost(pod, view).some(({ fits }) => fits <= least))
  return new Set(stuck.map(({ pod }) => pod.workload))
}

const lines = {
  surge: (quota: string, resource: string, free: Quantity) =>
    `quota ${quota} leaves ${sayQuantity(resource, free)} of ${resource}: these roll out without the pods more that they ask for`,
  run: (quota: string, resource: string, free: Quantity) =>
    `quota ${quota} leaves ${sayQuantity(resource, free)} of ${resource}: these runs are put off while all pods stand`,
}

function rowsOf(resource: string, shares: readonly Share[], used: Quantity): readonly (readonly [string, string])[] {
  return shares.map(({ ref, amount }) => {
    const sum = sayQuantity(resource, addQuantity(used, amount))
    return [sayRef(ref), `${sayQuantity(resource, used)} + ${sayQuantity(resource, amount)} = ${sum}`]
  })
}
