// Every reason that the engine of node loss can give stands in a session, in its words.

import { neverWords, termWords } from '../src/check/term-words.ts'
import type { ZoneLoss } from '../src/engine/nodeloss/answer.ts'
import type { When } from '../src/engine/nodeloss/when.ts'
import { type Reasons, reasonsShown, worded } from './shown.ts'

const rows = 'src/engine/nodeloss/*.test.ts'

reasonsShown('never', worded(neverWords), { rows, sessions: 'sweep*' })
// What a procedure says, a fence and the start of a pod, is held by the reasons of recovery.
const { fencing: _, starting: __, ...controllers } = termWords
reasonsShown('term', worded(controllers), { rows, sessions: 'sweep*' })

const happens: Reasons<When['is']> = {
  certain: /evicts after \d/,
  possible: /evicts perhaps, after \d/,
  never: /evicts never: /,
}
reasonsShown('when', happens, { rows })

const zones: Reasons<ZoneLoss['state']> = {
  evicting: /evictions go on, one node after the other: \d marked for eviction/,
  slow: /most of a large zone is lost, so evictions go on slowly: \d marked for eviction/,
  suspended: /most of a small zone is lost, so evictions are suspended: \d to \d marked for eviction/,
  'all lost': /all zones of the cluster are lost, so evictions end: /,
  unsure: /whether evictions go on depends on which is noticed first: \d to \d marked for eviction/,
}
reasonsShown('zone', zones, { rows })
