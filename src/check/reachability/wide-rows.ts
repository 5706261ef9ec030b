// Which ends a policy lets through, and which of them somebody calls: a row for each end that is called, alike ones together.

import type { Granted } from '../../engine/reachability/granted.ts'
import type { Direction } from '../../engine/reachability/policy.ts'
import { partsOf, type Ref } from '../../kubernetes/types.ts'

export interface WideRow {
  /** `api-gateway at TCP 8080`. */
  readonly to: string
  /** Who calls it on these ways. */
  readonly callers: readonly string[]
  /** Who is let through and does not call it. */
  readonly others: readonly string[]
}

/** Only ends with somebody who does not call them. */
export function wideRows(
  direction: Direction,
  ways: readonly Granted[],
  isCalled: (way: Granted) => boolean,
): readonly WideRow[] {
  const ends = (way: Granted) =>
    (direction === 'egress' ? [way.subject, way.far] : [way.far, way.subject]) as [Ref, Ref]
  const home = partsOf(ways[0]?.subject ?? '//').namespace
  const byTarget = Map.groupBy(ways, (way) => `${nameOf(ends(way)[1], home)} at ${way.protocol} ${way.port}`)
  const rows = [...byTarget].map(([to, group]) => {
    const names = (called: boolean) =>
      [...new Set(group.filter((way) => isCalled(way) === called).map((way) => nameOf(ends(way)[0], home)))].sort()
    return { to, callers: names(true), others: names(false) }
  })
  const wide = rows.filter(({ others }) => others.length > 0)
  const alike = Map.groupBy(wide, ({ to, callers, others }) => JSON.stringify([to.split(' at ')[1], callers, others]))
  return [...alike.values()]
    .map((group) => ({ ...(group[0] as WideRow), to: togetherAt(group.map(({ to }) => to)) }))
    .sort((a, b) => (a.to < b.to ? -1 : 1))
}

function togetherAt(targets: readonly string[]): string {
  const names = targets.map((target) => target.split(' at ')[0]).sort()
  return `${names.join(', ')} at ${targets[0]?.split(' at ')[1]}`
}

function nameOf(workload: Ref, home: string): string {
  const { namespace, name } = partsOf(workload)
  return namespace === home ? name : `${namespace}/${name}`
}
