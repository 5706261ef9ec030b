// What a change opens and closes: one workload with other labels, or one policy that says something else.

import { matchesLabels } from '../../kubernetes/selector.ts'
import type { Labels, Ref } from '../../kubernetes/types.ts'
import { type Bits, clearBit, hasBit, membersOf, noBits, setBit, takeOut } from './bits.ts'
import type { ChangeIndex, NumberedRule, TakenSet } from './change-index.ts'
import { type Adding, addPlanes, type ChangePorts, changePorts, type Planes, passesAt } from './change-planes.ts'
import type { Direction, Policy } from './policy.ts'
import type { PortRange } from './port-ranges.ts'
import { podsOfNamespace } from './space.ts'

const directions = ['egress', 'ingress'] as const

/** What changes between one class of pods and all others, at ports that change alike. */
export interface ChangedRow {
  /** The class; in `relabelled` it stands for the workload alone. */
  readonly at: number
  /** egress: what it reaches; ingress: what reaches it. */
  readonly direction: Direction
  readonly ports: readonly PortRange[]
  /** Classes of pods, `r.classes`, as bits. */
  readonly opened: Bits
  readonly closed: Bits
}

/** All pairs that change when a workload has other labels; a connection to itself is none. */
export function relabelled(index: ChangeIndex, workload: Ref, labels: Labels): readonly ChangedRow[] {
  const { r, ports } = index
  const at = r.classOf.get(workload)
  const before = at === undefined ? undefined : r.classes[at]
  if (at === undefined || !before) return []
  const all = everyWord(r.classes.length)
  const [old, now] = [profileOf(index, at), relabelledProfile(index, at, labels)]
  const apart = noBits(r.classes.length)
  if (index.workloadsOf[at] === 1) setBit(apart, at)
  return directions.flatMap((direction) => {
    const asked = askedFor(index, ports, at, direction, all)
    const [was, is] = [old, now].map((profile) =>
      rowsOf(asked, ownPlanes(asked, profile.rules[direction]), towardPlanes(asked, profile, direction)),
    ) as [readonly Bits[], readonly Bits[]]
    return differing({ at, direction, was, is, all: ports, apart })
  })
}

/** All pairs that change when a policy says something else; `now` keeps its name and namespace. */
export function replaced(index: ChangeIndex, now: Policy): readonly ChangedRow[] {
  // Ports that nobody named before are told apart from now on.
  for (const direction of directions) index.numbered(now, direction)
  const ports = changePorts(index.lists, index.naming)
  const subjects = subjectsOf(index, now)
  const among = noBits(index.r.classes.length)
  for (const { old } of subjects) setBit(among, old.at)
  return subjects.flatMap(({ old, next }) =>
    directions.flatMap((direction) => {
      const { at } = old
      const words = touched(index, ports, { at, direction, old: old.rules[direction], next: next.rules[direction] })
      // Where both ends are subjects both their sides may change: such pairs are told with what comes in.
      const where = direction === 'ingress' ? withWords(words, among) : words
      if (where.length === 0) return []
      const asked = askedFor(index, ports, at, direction, where)
      const toward = towardPlanes(asked, old, direction)
      const was = rowsOf(asked, ownPlanes(asked, old.rules[direction]), toward)
      const ahead = direction === 'ingress' ? amongSubjects(asked, toward, { at, among, subjects }) : toward
      const is = rowsOf(asked, ownPlanes(asked, next.rules[direction]), ahead)
      return differing({ at, direction, was, is, all: ports, apart: direction === 'egress' ? among : undefined })
    }),
  )
}

interface Subject {
  readonly old: Profile
  readonly next: Profile
}

/** The pods that the policy is about, before or from now on. */
function subjectsOf(index: ChangeIndex, now: Policy): readonly Subject[] {
  const { r, space } = index
  const takes = podsOfNamespace(space, now.namespace, now.podSelector)
  const pods = membersOf(space.inNamespace[space.numberOf.get(now.namespace) ?? -1] ?? noBits(0))
  return pods.flatMap((at) => {
    const policiesIn = (direction: Direction) => r.isolating[direction][at] ?? []
    const isOld = directions.some((direction) => policiesIn(direction).some(({ ref }) => ref === now.ref))
    if (r.classes[at]?.hostNetwork || (!isOld && !hasBit(takes, at))) return []
    const next = (direction: Direction) => {
      const others = policiesIn(direction).filter(({ ref }) => ref !== now.ref)
      return rulesOf(index, now[direction] && hasBit(takes, at) ? [...others, now] : others, direction)
    }
    const old = profileOf(index, at)
    return [{ old, next: { ...old, rules: { egress: next('egress'), ingress: next('ingress') } } }]
  })
}

interface Among {
  readonly at: number
  readonly among: Bits
  readonly subjects: readonly Subject[]
}

/** Who may call pods from now on: of the subjects what their new rules say, of all others what they said before. */
function amongSubjects(asked: Adding, toward: Planes, { at, among, subjects }: Among): Planes {
  const { index } = asked
  const planes = toward.map((plane) => plane?.map((word, number) => word & ~(among[number] ?? 0)))
  const one = noBits(among.length * 32)
  for (const { old, next } of subjects) {
    setBit(one, old.at)
    const rules = next.rules.egress
    if (!rules) addPlanes(asked, planes, one)
    for (const { sets, list } of rules ?? [])
      if (sets.some((set) => hasBit((index.sets[set] as TakenSet).bits, at))) addPlanes(asked, planes, one, list)
    clearBit(one, old.at)
  }
  return planes
}

function withWords(words: Uint32Array, among: Bits): Uint32Array {
  if (words.length === among.length) return words
  const all = new Set(words)
  for (const [word, bits] of among.entries()) if (bits !== 0) all.add(word)
  return Uint32Array.from(all)
}

interface Profile {
  readonly at: number
  /** The sets that take it. */
  readonly taken: readonly number[]
  /** Of the policies on it; undefined: none. */
  readonly rules: { readonly [D in Direction]: readonly NumberedRule[] | undefined }
}

function rulesOf(
  { numbered }: ChangeIndex,
  policies: readonly Policy[],
  direction: Direction,
): Profile['rules'][Direction] {
  if (policies.length === 0) return undefined
  return policies.flatMap((policy) => numbered(policy, direction))
}

function profileOf(index: ChangeIndex, at: number): Profile {
  const { r, sets } = index
  const taken: number[] = []
  for (let set = 0; set < sets.length; set++) if (hasBit((sets[set] as TakenSet).bits, at)) taken.push(set)
  const isHost = r.classes[at]?.hostNetwork
  const rulesIn = (direction: Direction) => rulesOf(index, isHost ? [] : (r.isolating[direction][at] ?? []), direction)
  return { at, taken, rules: { egress: rulesIn('egress'), ingress: rulesIn('ingress') } }
}

function relabelledProfile(index: ChangeIndex, at: number, labels: Labels): Profile {
  const { r, space, policiesIn, sets } = index
  const { namespace = '', hostNetwork } = r.classes[at] ?? {}
  // No policy is about pods on their node's network, and no selector takes them.
  if (hostNetwork) return profileOf(index, at)
  const own = (policiesIn.get(namespace) ?? []).filter(({ podSelector }) => matchesLabels(podSelector, labels))
  const rulesIn = (direction: Direction) =>
    rulesOf(
      index,
      own.filter((policy) => policy[direction]),
      direction,
    )
  const place = space.numberOf.get(namespace) ?? -1
  const taken: number[] = []
  for (let set = 0; set < sets.length; set++) {
    const { bits, by } = sets[set] as TakenSet
    if (by ? hasBit(by.namespaces, place) && matchesLabels(by.podSelector, labels) : hasBit(bits, at)) taken.push(set)
  }
  return { at, taken, rules: { egress: rulesIn('egress'), ingress: rulesIn('ingress') } }
}

function askedFor(
  index: ChangeIndex,
  ports: ChangePorts,
  at: number,
  direction: Direction,
  where: Uint32Array,
): Adding {
  // Whoever is called decides what a port's name means.
  return { index, ports, callee: direction === 'ingress' ? ports.naming[at] : undefined, where }
}

/** What far ends let through to (or from) pods that are so taken. */
function towardPlanes(asked: Adding, { taken }: Profile, direction: Direction): Planes {
  const { open, granting } = asked.index
  const other = direction === 'egress' ? 'ingress' : 'egress'
  const planes: Planes = []
  addPlanes(asked, planes, open[other])
  for (const set of taken) for (const { list, to } of granting[other][set] ?? []) addPlanes(asked, planes, to, list)
  return planes
}

/** By class of ports: whom pods reach (egress), or who reaches them (ingress). */
function rowsOf({ ports, where }: Adding, own: Planes, toward: Planes): readonly Bits[] {
  return ports.classes.all.map((_, port) => passesAt(own, toward, port, ports.classes.all.length, where))
}

function ownPlanes(asked: Adding, rules: readonly NumberedRule[] | undefined): Planes {
  const { sets, everyone } = asked.index
  const planes: Planes = []
  if (!rules) addPlanes(asked, planes, everyone)
  for (const rule of rules ?? [])
    for (const set of rule.sets) addPlanes(asked, planes, (sets[set] as TakenSet).bits, rule.list)
  return planes
}

interface Touch {
  readonly at: number
  readonly direction: Direction
  readonly old: readonly NumberedRule[] | undefined
  readonly next: readonly NumberedRule[] | undefined
}

/** The words of bits in which what pods let through themselves differs: rules that both have are not asked. */
function touched(index: ChangeIndex, ports: ChangePorts, { at, direction, old, next }: Touch): Uint32Array {
  const all = everyWord(index.r.classes.length)
  if (old === next) return new Uint32Array()
  if (!old || !next) return all
  const [before, behind] = [new Set(old), new Set(next)]
  const callee = direction === 'ingress' ? ports.naming[at] : undefined
  const [gone, come] = [old.filter((rule) => !behind.has(rule)), next.filter((rule) => !before.has(rule))].map(
    (rules) => ownPlanes({ index, ports, callee, where: all }, rules),
  )
  return all.filter((word) => {
    for (let plane = 0; plane <= ports.classes.all.length; plane++)
      if ((gone?.[plane]?.[word] ?? 0) !== (come?.[plane]?.[word] ?? 0)) return true
    return false
  })
}

interface Rows {
  readonly at: number
  readonly direction: Direction
  readonly was: readonly Bits[]
  readonly is: readonly Bits[]
  readonly all: ChangePorts
  /** Classes that are left out. */
  readonly apart: Bits | undefined
}

function differing({ at, direction, was, is, all, apart }: Rows): readonly ChangedRow[] {
  return all.classes.all.flatMap((ports, port) => {
    const [before, behind] = [was[port] ?? noBits(0), is[port] ?? noBits(0)]
    const opened = behind.map((word, number) => word & ~(before[number] ?? 0))
    const closed = before.map((word, number) => word & ~(behind[number] ?? 0))
    if (apart) for (const bits of [opened, closed]) takeOut(bits, apart)
    const isChanged = [opened, closed].some((bits) => bits.some((word) => word !== 0))
    return isChanged ? [{ at, direction, ports, opened, closed }] : []
  })
}

function everyWord(size: number): Uint32Array {
  return Uint32Array.from({ length: (size + 31) >>> 5 }, (_, word) => word)
}
