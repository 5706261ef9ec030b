import { matchesLabels } from '../../kubernetes/selector.ts'
import type { Labels, Ref } from '../../kubernetes/types.ts'
import { noBits, setBit } from './bits.ts'
import type { ChangeIndex, TakenSet } from './change-index.ts'
import { type Asked, holds, meet, type Planes } from './change-planes.ts'
import {
  type ChangedRow,
  differing,
  directions,
  everyWord,
  type OwnRules,
  ownPlanes,
  rulesOf,
  towardPlanes,
} from './change-rows.ts'
import type { Direction, Policy } from './policy.ts'

/** All pairs that open or close when a workload has other labels; a connection to itself is none. */
export function relabelled(index: ChangeIndex, workload: Ref, labels: Labels): readonly ChangedRow[] {
  const { r } = index
  const work = index.workspace()
  const { ports, own, toward, was, is } = work
  const at = r.classOf.get(workload)
  // No policy is about pods on their node's network, and no selector takes them.
  if (at === undefined || r.classes[at]?.hostNetwork) return []
  const size = r.classes.length
  const [old, now] = [profileOf(index, at), profileWith(index, at, labels)]
  const apart = noBits(size)
  if (index.workloadsOf[at] === 1) setBit(apart, at)
  const where = everyWord(size)
  return directions.flatMap((direction) => {
    const asked: Asked = { work, callee: direction === 'ingress' ? ports.naming[at] : undefined, where }
    const isOther = { rules: !isSame(old.rules[direction], now.rules[direction]), taken: !isSame(old.taken, now.taken) }
    if (!isOther.rules && !isOther.taken) return []
    const fill = ({ taken, rules }: Profile, to: Planes, which: typeof isOther) => {
      if (which.rules) ownPlanes(index, asked, rules[direction], own)
      if (which.taken) towardPlanes(index, asked, { taken, direction }, toward)
      meet(asked, own, toward, to)
    }
    fill(old, was, { rules: true, taken: true })
    fill(now, is, isOther)
    return differing(asked, { at, direction, was, is, apart })
  })
}

function isSame(one: readonly unknown[] | undefined, other: readonly unknown[] | undefined): boolean {
  if (!one || !other) return one === other
  return one.length === other.length && one.every((each, at) => each === other[at])
}

interface Profile {
  /** The sets that take it. */
  readonly taken: readonly number[]
  readonly rules: { readonly [D in Direction]: OwnRules }
}

function profileOf(index: ChangeIndex, at: number): Profile {
  const { isolating } = index.r
  const rulesIn = (direction: Direction) => rulesOf(index, isolating[direction][at] ?? [], direction)
  return { taken: index.takenBy(at), rules: { egress: rulesIn('egress'), ingress: rulesIn('ingress') } }
}

function profileWith(index: ChangeIndex, at: number, labels: Labels): Profile {
  const { r, space, policiesIn } = index
  const { namespace = '' } = r.classes[at] ?? {}
  const place = space.numberOf.get(namespace) ?? -1
  const selects = selecting(index, labels)
  const isTaken = (set: TakenSet) => (set.by ? selects(set.by.selector) : holds(set, at))
  const own: readonly Policy[] = policiesIn.get(namespace) ?? []
  const isolating = own.filter((policy) => selects(index.selectorOf(policy)))
  const rulesIn = (direction: Direction) =>
    rulesOf(
      index,
      isolating.filter((policy) => policy[direction]),
      direction,
    )
  const taken = index.setsAbout(place).filter((number) => isTaken(index.sets[number] as TakenSet))
  return { taken, rules: { egress: rulesIn('egress'), ingress: rulesIn('ingress') } }
}

/** Whether selectors take labels, by number; the same few are asked again and again. */
function selecting({ selectors }: ChangeIndex, labels: Labels): (selector: number) => boolean {
  const known: (boolean | undefined)[] = []
  return (number) => {
    const found = known[number] ?? matchesLabels(selectors[number] ?? {}, labels)
    known[number] = found
    return found
  }
}
