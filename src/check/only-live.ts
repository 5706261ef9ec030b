// What stands on the live cluster and in no file is reckoned with, and not judged: its team never asked.

import type { Ref } from '../kubernetes/types.ts'
import type { AnyFinding } from './define.ts'
import { table, type View, type World } from './world.ts'

const liveRefs = table(
  ({ estate }): ReadonlySet<Ref> => new Set(estate.objects.flatMap(({ ref, source }) => (source.live ? [ref] : []))),
)

/** Whether its subject, the first that it is about, stands in no file. */
export function isOnlyLive({ about, cluster, source }: AnyFinding, { views }: World): boolean {
  const [subject] = about ?? []
  if (subject === undefined) return source?.live === true
  const view = views.find(({ estate }) => estate.cluster === cluster)
  return view !== undefined && liveRefs(view).has(subject)
}

/** Those in files first: a rule that was put on the cluster by hand is judged by what it does to them. */
export function writtenFirst(refs: readonly Ref[], view: View): readonly Ref[] {
  const live = liveRefs(view)
  return live.size === 0 ? refs : refs.toSorted((a, b) => Number(live.has(a)) - Number(live.has(b)))
}
