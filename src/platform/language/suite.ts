// What several nouns of delivery share: suites of tests, and who has to agree.

import type { Approval, Team } from '../model.ts'
import { byCodePoint } from '../order.ts'
import { count, either, list, need, noun, oneOf, record } from '../schema.ts'

export const suite = oneOf(
  'all',
  'tests',
  'unit',
  'integration',
  'smoke',
  'acceptance',
  'load',
  'performance',
  'security',
  'health',
  'consistency',
)

/** A team, of which one has to agree, or so many of it. */
export type Approver = Team | Approval

export const approvers = list(
  either(
    noun('team'),
    record('an approval such as { team: developers, count: 2 }', {
      team: need(noun('team'), 'who agrees'),
      count: need(count(1), 'how many of them'),
    }),
  ),
)

export function approvalsOf(approvers: readonly Approver[]): readonly Approval[] {
  return approvers
    .map((one) => ('is' in one && one.is === 'team' ? { team: one, count: 1 } : (one as Approval)))
    .toSorted((a, b) => byCodePoint(a.team.name, b.team.name))
}
