import { type Bits, hasBit, membersOf, noBits, setBit } from './bits.ts'
import type { ChangeIndex, NumberedRule, TakenSet } from './change-index.ts'
import { type Asked, addAll, addAt, holds, meet, type Planes } from './change-planes.ts'
import {
  type ChangedRow,
  differing,
  differingWords,
  directions,
  everyWord,
  type OwnRules,
  ownPlanes,
  rulesOf,
  towardPlanes,
} from './change-rows.ts'
import type { Workspace } from './change-workspace.ts'
import type { Direction, Policy } from './policy.ts'
import { podsOfNamespace } from './space.ts'

/** All pairs that open or close when a policy says something else; `now` keeps its name and namespace. */
export function replaced(index: ChangeIndex, now: Policy): readonly ChangedRow[] {
  const subjects = subjectsOf(index, now)
  const work = index.workspace()
  const { ports, own, toward, was, is } = work
  const among = noBits(index.r.classes.length)
  for (const { at } of subjects) setBit(among, at)
  const isBoth = directions.every((direction) => subjects.some(({ sides }) => isChanged(sides[direction])))
  const touching = touchedWords(index, work, among)
  const rowsOf = ({ at, sides }: Subject): readonly ChangedRow[] =>
    directions.flatMap((direction) => {
      const side = sides[direction]
      const callee = direction === 'ingress' ? ports.naming[at] : undefined
      // Where both ends are subjects both their sides may change: such pairs are told with what comes in.
      const isAmong = isBoth && direction === 'ingress'
      const where = touching(side, direction, callee, isAmong)
      if (where.length === 0) return []
      const asked: Asked = { work, callee, where }
      towardPlanes(index, asked, { taken: index.takenBy(at), direction }, toward)
      meet(asked, ownPlanes(index, asked, side.old, own), toward, was)
      if (isAmong) putSubjects(index, asked, toward, { at, among, subjects })
      meet(asked, ownPlanes(index, asked, side.next, own), toward, is)
      return differing(asked, { at, direction, was, is, apart: isBoth && direction === 'egress' ? among : undefined })
    })
  // To pods that were alike and stay so the same happens, unless the new rules tell them apart as far ends.
  const known = new Map<string, readonly ChangedRow[]>()
  return subjects.flatMap((subject) => {
    if (isBoth) return rowsOf(subject)
    const rows = known.get(subject.like) ?? rowsOf(subject)
    known.set(subject.like, rows)
    return rows.map((row) => ({ ...row, at: subject.at }))
  })
}

/** The rules on pods in one direction, before and behind, and those that only one of both has. */
interface Side {
  readonly old: OwnRules
  readonly next: OwnRules
  readonly gone: readonly NumberedRule[]
  readonly come: readonly NumberedRule[]
}

interface Subject {
  readonly at: number
  /** The same for pods that were alike, and that the policy was and is about. */
  readonly like: string
  readonly sides: { readonly [D in Direction]: Side }
}

/** The pods that the policy is about, before or from now on. */
function subjectsOf(index: ChangeIndex, now: Policy): readonly Subject[] {
  const { r, space, numbered, policiesIn } = index
  const takes = podsOfNamespace(space, now.namespace, now.podSelector)
  const was = policiesIn.get(now.namespace)?.find(({ ref }) => ref === now.ref)
  const took = was ? podsOfNamespace(space, was.namespace, was.podSelector) : noBits(r.classes.length)
  const sideOf = (at: number, direction: Direction): Side => {
    const others = (r.isolating[direction][at] ?? []).filter((policy) => policy !== was)
    const before = was?.[direction] && hasBit(took, at) ? numbered(was, direction) : undefined
    const behind = now[direction] && hasBit(takes, at) ? numbered(now, direction) : undefined
    const rest = rulesOf(index, others, direction)
    const joined = (own: OwnRules): OwnRules => (own ? [...(rest ?? []), ...own] : rest)
    return {
      old: joined(before),
      next: joined(behind),
      gone: before?.filter((rule) => !behind?.includes(rule)) ?? [],
      come: behind?.filter((rule) => !before?.includes(rule)) ?? [],
    }
  }
  const known = new Map<string, Subject['sides']>()
  return membersOf(takes.map((word, at) => word | (took[at] as number))).flatMap((at) => {
    if (r.classes[at]?.hostNetwork) return []
    const like = `${index.alike[at]} ${hasBit(took, at)} ${hasBit(takes, at)}`
    const sides = known.get(like) ?? { egress: sideOf(at, 'egress'), ingress: sideOf(at, 'ingress') }
    known.set(like, sides)
    return [{ at, like, sides }]
  })
}

function isChanged({ old, next, gone, come }: Side): boolean {
  return (old === undefined) !== (next === undefined) || gone.length + come.length > 0
}

/** The words of bits in which what pods let through themselves differs: the same for most pods that a policy is about. */
function touchedWords(index: ChangeIndex, work: Workspace, among: Bits) {
  const all = everyWord(index.r.classes.length)
  const withAmong = (words: Uint32Array) => {
    const found = new Set(words)
    for (const [word, bits] of among.entries()) if (bits !== 0) found.add(word)
    return Uint32Array.from(found).sort()
  }
  const known = new Map<string, Uint32Array>()
  return (side: Side, direction: Direction, callee: number | undefined, isAmong: boolean): Uint32Array => {
    if ((side.old === undefined) !== (side.next === undefined)) return all
    const key = `${direction} ${callee} ${isAmong} ${side.gone.map(keyOf).join()} ${side.come.map(keyOf).join()}`
    const found = known.get(key)
    if (found) return found
    const asked: Asked = { work, callee, where: all }
    const gone = ownPlanes(index, asked, side.gone, work.was)
    const words = differingWords(gone, ownPlanes(index, asked, side.come, work.is))
    const where = isAmong ? withAmong(words) : words
    known.set(key, where)
    return where
  }
}

function keyOf({ sets, list }: NumberedRule): string {
  return `${sets.join('+')}:${list}`
}

interface Among {
  readonly at: number
  readonly among: Bits
  readonly subjects: readonly Subject[]
}

/** Who may call pods from now on: of the subjects what their new rules say, of all others what they said before. */
function putSubjects(index: ChangeIndex, asked: Asked, toward: Planes, { at, among, subjects }: Among): void {
  for (let word = 0; word < toward.bits.length; word++)
    toward.bits[word] = (toward.bits[word] as number) & ~(among[word % toward.words] as number)
  for (const subject of subjects) {
    const word = subject.at >>> 5
    const only: Asked = { ...asked, where: Uint32Array.of(word) }
    const own = { bits: Uint32Array.of(1 << (subject.at & 31)), from: word, end: word + 1 }
    const rules = subject.sides.egress.next
    if (!rules) addAll(only, toward, own)
    for (const { sets, list } of rules ?? [])
      if (sets.some((set) => holds(index.sets[set] as TakenSet, at))) addAt(only, toward, own, list)
  }
}
