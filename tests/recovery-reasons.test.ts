// Every reason that the engine of recovery can give stands in a session, in its words.

import type { Members } from '../src/engine/recovery/copies.ts'
import type { Failover } from '../src/engine/recovery/failover.ts'
import type { CopyFate } from '../src/engine/recovery/fate.ts'
import type { LossTerm } from '../src/engine/recovery/loss-term.ts'
import type { Timeline } from '../src/engine/recovery/timeline.ts'
import type { TimelineTerm } from '../src/engine/recovery/timeline-term.ts'
import type { WorstLoss } from '../src/engine/recovery/worst-loss.ts'
import { type Reasons, reasonsShown } from './shown.ts'

const rows = [
  'src/engine/recovery/*.test.ts',
  'src/check/survival/*.test.ts',
  'src/check/recovery/*.test.ts',
  'src/check/*.test.ts',
]

const fates: Reasons<CopyFate['why']> = {
  bound: /lost: it lies on what is lost/,
  elsewhere: /survives: it lies elsewhere/,
  outside: /survives: it lies outside the cluster/,
  replicated: /lost: it holds the same wrong rows/,
  before: /survives: it was taken before/,
  unsaid: /unknown: nobody says where it lies/,
  pod: /lost: no volume with a size is declared that holds them/,
}
reasonsShown('fate of a copy', fates, { rows })

const terms: Reasons<LossTerm['what']> = {
  interval: /between two copies/,
  copying: /while a copy is taken, which holds the rows of its start/,
  noticing: /until wrong rows are noticed/,
  lag: /that a follower is behind/,
  archiving: /that a row waits for the archive at most/,
  bringing: /until it is there/,
}
reasonsShown('term of a loss', terms, { rows })

const losses: Reasons<WorstLoss['from'] | WorstLoss['of']> = {
  volume: /the rows of \S+ survive on their volume/,
  replica: /the rows of \S+ survive on a follower/,
  follower: /\S+ in \S+ on \S+ has the rows of \S+, but for/,
  backup: /the rows of \S+ come back from \S+, but for/,
  nothing: /the rows of \S+ are lost for good/,
  unknown: /nobody says what becomes of the rows of/,
  member: /the rows of one member of \S+/,
  store: /the rows of \S+ /,
}
reasonsShown('loss of rows', losses, { rows })

const failovers: Reasons<Failover['by']> = {
  followers: /left at worst and (carry|carries) on: Services lead to them after/,
  others: /members of \S+ are independent: each holds other rows/,
  nobody: /members of \S+ may be left and \d must be; no pod of \S+ is replaced/,
  unpromoted: /members of \S+ (is|are) left with all rows, and nobody promotes one; no pod of/,
  unsaid: /left at worst, and nobody says how they follow each other, or who promotes one of them/,
}
reasonsShown('failover', failovers, { rows })

const shares: Reasons<Members['share']> = {
  one: /every member of \S+ that is left has all rows, or there is one only/,
  independent: /members of \S+ are independent: each holds other rows/,
  follow: /every member of \S+ that is left has all rows/,
  alike: /each of those that are left has gathered too/,
  unsaid: /nobody says whether the \d members of \S+ hold the same rows/,
}
reasonsShown('members', shares, { rows })

const timelines: Reasons<Timeline['replaced'] | NonNullable<Timeline['because']> | TimelineTerm['by']> = {
  'by itself': /\S+ is replaced by itself/,
  'once fenced': /is replaced once fenced/,
  never: /no pod of \S+ is replaced/,
  'nobody fences': /on a silent node it stays Terminating, and/,
  'tolerates for ever': /they tolerate an unreachable node for ever/,
  'bare pod': /no pod of \S+ is replaced: nothing makes another/,
  daemon: /no pod of \S+ is replaced: one a node, and the node is gone/,
  'only node': /no pod of \S+ is replaced: the cluster has one node/,
  kubernetes: /grace of the node \+ 50s = /,
  pod: /\(toleration\)/,
  estimate: /\(estimate\)/,
  nobody: /a time that nobody says|nobody says how long a pod/,
}
reasonsShown('replacement', timelines, { rows })
