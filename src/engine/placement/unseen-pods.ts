import type { Estate } from '../../estate/estate.ts'
import type { Assumption } from '../assumption.ts'
import { assumptionOf, unseenFor } from '../unseen.ts'

const kinds = ['Deployment', 'StatefulSet', 'DaemonSet', 'Pod', 'ReplicaSet', 'Job']
const byEstate = new WeakMap<Estate, readonly Assumption[]>()

/** Room that nobody else takes is room only as far as everybody else was read. */
export function unseenPods(estate: Estate): readonly Assumption[] {
  const known = byEstate.get(estate)
  if (known) return known
  const unseen = kinds.flatMap((kind) => unseenFor(estate, { kind }))
  const made = [...new Set(unseen)].map(assumptionOf)
  byEstate.set(estate, made)
  return made
}
