// Every reason for which an expression gives nothing, ever, stands in a session, in its words.

import type { Never } from '../src/engine/monitoring/series.ts'
import { type Reasons, reasonsShown } from './shown.ts'

const nevers: Reasons<Never['why']> = {
  matchers: /selects nothing: no label is job="a" and job="b" at once/,
  value: /is at least 1, so == 0 is never true/,
  sides: /the sides of \/ never have the same labels: on the left no label app/,
  present: /is always there, so its absence never is/,
  both: [/nothing is x > 90 and x < 80 at once/, /whatever is x > 5 is also x > 3, and unless takes it away/],
}
reasonsShown('expression', nevers, { sessions: 'check alerts*', rows: 'src/engine/monitoring/*.test.ts' })
