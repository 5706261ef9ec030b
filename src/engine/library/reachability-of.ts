import type { Estate } from '../../estate/estate.ts'
import { podsOf } from '../pods/pods-of.ts'
import { type Reachability, reachability } from '../reachability/reachability.ts'
import { type ClusterObjects, estateOf } from './estate-of.ts'

const known = new WeakMap<Estate, Reachability>()

/** The same objects are compiled once, whatever is asked of them. Throws `RangeError` as `estateOf`. */
export function reachabilityOf(cluster: ClusterObjects): Reachability {
  const estate = estateOf(cluster)
  const found = known.get(estate) ?? reachability(estate, podsOf(estate))
  known.set(estate, found)
  return found
}
