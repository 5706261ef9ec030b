// Where an alert may end in a tree of routes, by what is known of its labels.
// Source: alertmanager@v0.28, dispatch/route.go, Match: depth first, from the left, the first that matches unless it goes on;
// where no child matches, the route itself.

import type { Route } from '../../estate/monitoring/route-tree.ts'
import type { Matcher } from '../../estate/promql/query.ts'
import { excludeAll, takes } from './matching.ts'

/** What a label is, or what it must meet; undefined where nothing is known of it. */
export type LabelKnown = (label: string) => string | readonly Pick<Matcher, 'op' | 'value'>[] | undefined

export interface Ending {
  readonly route: Route
  /** Its own, or the nearest above it. */
  readonly receiver: string | undefined
}

interface Matched {
  readonly endings: readonly Ending[]
  readonly is: boolean | undefined
}

/** Every route at which it may end; the one at which it does where all is known. */
export function endingsOf(route: Route, known: LabelKnown): readonly Ending[] {
  return matched(route, known, undefined).endings
}

function matched(route: Route, known: LabelKnown, above: string | undefined): Matched {
  const is = meets(route.matchers, known)
  if (is === false) return { endings: [], is }
  const receiver = route.receiver ?? above
  const endings: Ending[] = []
  let isTaken = false
  for (const child of route.routes) {
    const below = matched(child, known, receiver)
    endings.push(...below.endings)
    if (below.is === true) isTaken = true
    if (below.is === true && !child.goesOn) break
  }
  return { endings: isTaken ? endings : [...endings, { route, receiver }], is }
}

/** Whether an alert meets all of them; undefined where what is known does not tell. */
export function meets(matchers: readonly Matcher[] | undefined, known: LabelKnown): boolean | undefined {
  if (!matchers) return undefined
  const answers = matchers.map((matcher) => meetsOne(matcher, known(matcher.label)))
  if (answers.includes(false)) return false
  return answers.includes(undefined) ? undefined : true
}

function meetsOne(matcher: Matcher, known: ReturnType<LabelKnown>): boolean | undefined {
  if (typeof known === 'string') return takes(matcher, known)
  if (!known) return undefined
  return excludeAll([...known, matcher]) ? false : undefined
}
