// Lines of the document that hold a figure and that no statement of the platform cites, each with the reason.

import type { Uncited } from '../citations/test-citations.ts'

const heading = [
  ...[12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 25, 27, 38, 42, 43, 48, 50, 72, 123, 188, 192],
  ...[
    208, 216, 233, 249, 251, 282, 327, 453, 455, 606, 639, 641, 686, 711, 744, 746, 820, 843, 869, 871, 873, 878, 915,
  ],
  ...[927, 932, 956, 975, 977, 1006, 1026, 1055, 1084, 1086, 1107, 1109, 1116, 1132, 1145],
]

export const uncited: readonly Uncited[] = [
  { lines: heading, why: 'the figure numbers a heading, a layer or a list' },
  { lines: [863, 935], why: 'the figure numbers a step whose content the rollout and the policies carry' },
  {
    lines: [206],
    why: 'figures of an alternative that was rejected: nothing deployed follows from them',
  },
  { lines: [751, 775, 925], why: 'the figure numbers a later phase; what it plans is not there yet' },
  { lines: [788], why: 'one submitter carrying on alone is behaviour, to be shown by running it' },
  { lines: [937], why: 'the three ports stand in the policy that is adopted from section 4.3' },
  { lines: [1078, 1079, 1080], why: 'retention of logs has no word in the language yet' },
  { lines: [1012, 1022], why: 'panels of dashboards have no word in the language yet' },
  { lines: [1067, 1070, 1073], why: 'a sample of a log line' },
  { lines: [1205, 1211, 1218], why: 'commands for people who look for a fault' },
]
