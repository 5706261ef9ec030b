// Routes that no alert comes to: an earlier one beside them takes all that they would, or their matchers exclude each other.

import type { Route } from '../../estate/monitoring/route-tree.ts'
import type { Matcher } from '../../estate/promql/query.ts'
import { impossibleIn } from './labels.ts'

export interface Shadowed {
  readonly route: Route
  /** The route that takes all that it would; absent where its own matchers exclude each other. */
  readonly by?: Route
}

export function shadowedIn(root: Route): readonly Shadowed[] {
  return below(root, root.matchers ?? [])
}

function below(parent: Route, above: readonly Matcher[]): readonly Shadowed[] {
  return parent.routes.flatMap((route, at): readonly Shadowed[] => {
    const { matchers } = route
    if (!matchers) return []
    const by = parent.routes.slice(0, at).find((before) => !before.goesOn && takesAll(before, [...above, ...matchers]))
    if (by) return [{ route, by }]
    return impossibleIn([...above, ...matchers]) ? [{ route }] : below(route, [...above, ...matchers])
  })
}

function takesAll({ matchers }: Route, of: readonly Matcher[]): boolean {
  return matchers?.every((one) => of.some((other) => isSame(one, other))) ?? false
}

function isSame(a: Matcher, b: Matcher): boolean {
  return a.label === b.label && a.op === b.op && a.value === b.value
}
