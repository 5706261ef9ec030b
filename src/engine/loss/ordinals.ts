// A StatefulSet makes a member only once those before it are ready, unless it makes them all at once.
// Source: pkg/controller/statefulset/stateful_set_control.go:445 (kubernetes v1.36.3).

import type { Estate } from '../../estate/estate.ts'
import type { Ref } from '../../kubernetes/types.ts'
import { fieldsOf } from '../pods/untrusted.ts'

const known = new WeakMap<Estate, ReadonlySet<Ref>>()

export function startsInOrder(estate: Estate, workload: Ref): boolean {
  const found = known.get(estate) ?? parallelOnes(estate)
  known.set(estate, found)
  return workload.startsWith('StatefulSet/') && !found.has(workload)
}

function parallelOnes({ objects }: Estate): ReadonlySet<Ref> {
  const isParallel = ({ manifest }: Estate['objects'][number]) =>
    manifest.kind === 'StatefulSet' && fieldsOf(manifest.spec).podManagementPolicy === 'Parallel'
  return new Set(objects.filter(isParallel).map(({ ref }) => ref))
}
