// Who takes an alert on: each step somebody who can be told, and none before those who were told first had their time.

import type { Alert } from '../../platform/model.ts'
import { receiversIn } from '../../platform/receivers.ts'
import { secondsOf } from '../../platform/units.ts'
import { type AnyPart, part } from '../define.ts'
import type { Truth, Words } from '../verdict.ts'

export type EscalationParts = {
  reachable: {
    unreached: readonly string[]
    by: readonly (readonly [who: string, ways: string])[]
    /** Who takes it on first, of whom nobody says more than by which ways the alert goes. */
    first?: { readonly who: string; readonly ways: readonly string[] }
  }
  passedOn: {
    respond: string | undefined
    steps: readonly (readonly [who: string, after: string | undefined])[]
    early?: string
  }
}

export function escalationParts(alert: Alert): AnyPart<EscalationParts>[] {
  return [...reachableParts(alert), ...passedOnParts(alert)]
}

// What is told at first may already be all who take it on: then the ways are the same.
function reachableParts({ name, to, escalates, stated, cites }: Alert): AnyPart<EscalationParts>[] {
  const people = [...new Set([...to, ...escalates.map((step) => step.to)])].filter((one) => one.is === 'team')
  if (people.length === 0) return []
  const silent = people.filter((one) => receiversIn([one]).length === 0)
  const ways = to.flatMap((one) => (one.is === 'team' ? [] : [one.name]))
  const [taking] = escalates.map((step) => step.to)
  const first =
    ways.length > 0 && taking && silent.some((one) => one === taking) ? { who: taking.name, ways } : undefined
  const unreached = silent.map((one) => one.name).filter((one) => one !== first?.who)
  const by = people.map(
    (one) =>
      [
        one.name,
        receiversIn([one])
          .map((way) => way.name)
          .join(', '),
      ] as const,
  )
  return [
    part(
      'reachable',
      silent.length === 0 ? true : undefined,
      { unreached, by, ...(first && { first }) },
      {
        waitsFor: `who is told for ${silent.map((one) => one.name).join(', ')}, and how: reachedBy of a team`,
        cause: `escalates/${name}`,
        stated: [cites?.escalates ?? stated],
      },
    ),
  ]
}

function passedOnParts({ name, respond, escalates, stated, cites }: Alert): AnyPart<EscalationParts>[] {
  if (escalates.length < 2) return []
  const steps = escalates.map(({ to, after }) => [to.name, after] as const)
  const later = escalates.slice(1)
  const unsaid = later.some(({ after }) => after === undefined)
  const due = respond === undefined ? undefined : respond === 'immediately' ? 0 : secondsOf(respond)
  const early = later.find(({ after }) => due !== undefined && (secondsOf(after) ?? Number.POSITIVE_INFINITY) < due)
  const truth: Truth = early ? false : unsaid ? undefined : true
  return [
    part(
      'passedOn',
      truth,
      { respond, steps, ...(early && { early: early.to.name }) },
      {
        cause: `escalates-early/${name}`,
        waitsFor: 'after how long an alert that nobody takes on goes to the next: after of each step',
        hint: respond === undefined ? undefined : `after: ${respond} or later`,
        stated: [stated, cites?.escalates, cites?.respond],
      },
    ),
  ]
}

export const escalationWords = {
  reachable: ({ unreached, by, first }: EscalationParts['reachable'], truth: Truth): Words => {
    if (truth) return { line: 'who takes it on can be told', rows: by }
    const open = [
      ...(first
        ? [`who ${first.who} is, whom ${first.ways.join(' and ')} tell${first.ways.length === 1 ? 's' : ''}`]
        : []),
      ...(unreached.length > 0 ? [`how ${unreached.join(' and ')} ${unreached.length === 1 ? 'is' : 'are'} told`] : []),
    ]
    return { line: `nobody says ${open.join(', nor ')}` }
  },
  passedOn: ({ respond, steps, early }: EscalationParts['passedOn'], truth: Truth): Words => {
    const rows = steps.map(
      ([who, after], at) => [who, at === 0 ? 'first' : (after ?? 'nobody says after how long')] as const,
    )
    if (early !== undefined)
      return {
        line: `it goes on to ${early} before those who are told first had the ${respond} that they are given`,
        rows,
      }
    if (truth)
      return {
        line: `it goes on to ${steps
          .slice(1)
          .map(([who]) => who)
          .join(', then ')}`,
        rows,
      }
    return { line: 'nobody says after how long it goes on to the next', rows }
  },
}
