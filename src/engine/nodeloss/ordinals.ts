import type { LostPod } from './replaced.ts'
import { never, term, type When } from './when.ts'

/**
 * An ordered StatefulSet makes no pod while one of a lower ordinal is missing, Terminating or unready
 * (pkg/controller/statefulset/stateful_set_control.go:420, kubernetes v1.36.3). `lower` are the lost pods of lower
 * ordinals with what became of them.
 */
export function inOrder(own: When, lower: readonly { readonly lost: LostPod; readonly replaced: When }[]): When {
  let when = own
  for (const { lost, replaced } of lower) {
    if (when.is === 'never') return when
    const { notReady, evicted, gone } = lost
    const begins = Math.min(...[notReady, evicted, gone].map((each) => (each.is === 'never' ? forEver : each.from)))
    if (when.to !== undefined && when.to < begins) continue
    const isStuck = when.from >= begins
    if (replaced.is === 'never') when = isStuck ? never('earlier ordinal stays away') : { ...when, is: 'possible' }
    else {
      const from = isStuck ? Math.max(when.from, replaced.from) : when.from
      const is = replaced.is === 'certain' ? when.is : 'possible'
      when = { is, from, to: undefined, terms: [...when.terms, term('earlier ordinals', 0, undefined)] }
    }
  }
  return when
}

const forEver = Number.POSITIVE_INFINITY
