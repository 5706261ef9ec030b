// Connections that a change opens and closes, between workloads and addresses that stand on both sides of it.

import type { PortRange } from '../../engine/reachability/port-ranges.ts'
import { reached } from '../../engine/reachability/reached.ts'
import { byCodePoint } from '../../platform/order.ts'
import type { Side } from './diff-task.ts'
import { commonRange, joinedRanges } from './outside.ts'

export interface ConnectionChange {
  readonly from: readonly string[]
  readonly to: readonly string[]
  readonly opened: readonly PortRange[]
  readonly closed: readonly PortRange[]
}

// Members that were alike before and are alike now are compared once.
interface Joint {
  readonly old: number
  readonly now: number
  readonly members: readonly string[]
  readonly outside: boolean
}

export function connectionChanges(before: Side['reach'], after: Side['reach']): readonly ConnectionChange[] {
  const joints = jointsOf(before, after)
  const old = rowsOf(before)
  const now = rowsOf(after)
  const changes = joints.flatMap((from) =>
    joints.flatMap((to): Found[] => {
      const isSelf = from === to && from.members.length === 1
      if (isSelf || (from.outside && to.outside)) return []
      const was = old[from.old]?.get(to.old) ?? none
      const is = now[from.now]?.get(to.now) ?? none
      const [opened, closed] = [without(is, was), without(was, is)]
      const ends = {
        from: from.members,
        to: to.members,
        outside: from.outside ? 'from' : to.outside ? 'to' : undefined,
      } as const
      return opened.length + closed.length === 0 ? [] : [{ ...ends, opened, closed }]
    }),
  )
  return [...joinedOutside(changes)].sort(
    (a, b) => byCodePoint(first(a.from), first(b.from)) || byCodePoint(first(a.to), first(b.to)),
  )
}

interface Found extends ConnectionChange {
  /** The end that is addresses and no pods. */
  readonly outside: 'from' | 'to' | undefined
}

// What holds for ranges that follow each other is said once.
function joinedOutside(found: readonly Found[]): readonly ConnectionChange[] {
  const groups = Map.groupBy(found, ({ outside, ...change }) => {
    return JSON.stringify([outside, outside ? { ...change, [outside]: [] } : change])
  })
  return [...groups.values()].flatMap((group): readonly ConnectionChange[] => {
    const [{ outside, ...change } = { outside: undefined }] = group
    if (!('from' in change)) return []
    return [outside ? { ...change, [outside]: joinedRanges(group.flatMap((one) => one[outside])) } : change]
  })
}

function first(members: readonly string[]): string {
  return members[0] ?? ''
}

function jointsOf(before: Side['reach'], after: Side['reach']): readonly Joint[] {
  const old = new Map(before.classes.flatMap(({ members }, at) => members.map((member) => [member, at] as const)))
  const ranges = before.classes.flatMap(({ members, outside }, at) => (outside ? [{ at, range: first(members) }] : []))
  return after.classes.flatMap(({ members, outside }, now): readonly Joint[] => {
    if (outside)
      return ranges.flatMap(({ at, range }) => {
        const common = commonRange(range, first(members))
        return common === undefined ? [] : [{ old: at, now, members: [common], outside }]
      })
    const known = members.filter((member) => old.has(member))
    const groups = Map.groupBy(known, (member) => old.get(member) ?? -1)
    return [...groups].map(([was, of]) => ({ old: was, now, members: of, outside }))
  })
}

const protocols = ['SCTP', 'TCP', 'UDP'] as const
const everyPort: readonly PortRange[] = protocols.map((protocol) => ({ protocol, first: 1, last: 65_535 }))
const none: readonly PortRange[] = []

function rowsOf({ ports, reaches }: Side['reach']): readonly ReadonlyMap<number, readonly PortRange[]>[] {
  return reaches.map((row) => {
    return new Map(reached(row).map(([to, at]) => [to, ports[at] === 'all' ? everyPort : (ports[at] ?? none)] as const))
  })
}

/** The ports of `all` that are not among `taken`. */
function without(all: readonly PortRange[], taken: readonly PortRange[]): readonly PortRange[] {
  if (all === taken) return none
  return all.flatMap((range) => {
    let left: readonly PortRange[] = [range]
    for (const hole of taken) if (hole.protocol === range.protocol) left = left.flatMap((part) => cut(part, hole))
    return left
  })
}

function cut(part: PortRange, hole: PortRange): readonly PortRange[] {
  if (hole.last < part.first || hole.first > part.last) return [part]
  return [
    ...(part.first < hole.first ? [{ ...part, last: hole.first - 1 }] : []),
    ...(part.last > hole.last ? [{ ...part, first: hole.last + 1 }] : []),
  ]
}
