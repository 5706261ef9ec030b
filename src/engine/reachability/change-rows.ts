// What both changes, of labels and of policies, have in common: one class of pods towards all others, before and behind.

import type { Bits } from './bits.ts'
import type { ChangeIndex, NumberedRule, TakenSet } from './change-index.ts'
import { type Asked, add, addAll, addAt, cleared, type Planes } from './change-planes.ts'
import type { Direction, Policy } from './policy.ts'
import type { PortRange } from './port-ranges.ts'

/** What changes between one class of pods and all others, at ports that change alike. */
export interface ChangedRow {
  /** The class; of other labels it stands for the workload alone. */
  readonly at: number
  /** egress: what it reaches; ingress: what reaches it. */
  readonly direction: Direction
  readonly ports: readonly PortRange[]
  /** Classes of pods, `r.classes`, as bits. */
  readonly opened: Bits
  readonly closed: Bits
}

export const directions = ['egress', 'ingress'] as const

/** Of the policies on pods; undefined: none, and all is open. */
export type OwnRules = readonly NumberedRule[] | undefined

export function rulesOf({ numbered }: ChangeIndex, policies: readonly Policy[], direction: Direction): OwnRules {
  return policies.length === 0 ? undefined : policies.flatMap((policy) => numbered(policy, direction))
}

/** What pods with such rules let through themselves. */
export function ownPlanes(index: ChangeIndex, asked: Asked, rules: OwnRules, to: Planes): Planes {
  cleared(asked, to)
  if (!rules) addAll(asked, to, index.everyone)
  for (const { sets, list } of rules ?? []) for (const set of sets) addAt(asked, to, index.sets[set] as TakenSet, list)
  return to
}

/** What far ends let through to (or from) pods that these sets take. */
export function towardPlanes(
  { open }: ChangeIndex,
  asked: Asked,
  { taken, direction }: { readonly taken: readonly number[]; readonly direction: Direction },
  to: Planes,
): Planes {
  const other = direction === 'egress' ? 'ingress' : 'egress'
  cleared(asked, to)
  addAll(asked, to, open[other])
  for (const set of taken)
    for (const { port, far } of asked.work.granted(other, set, asked.callee)) add(to, port, far, asked.where)
  return to
}

interface Rows {
  readonly at: number
  readonly direction: Direction
  readonly was: Planes
  readonly is: Planes
  /** Classes that are left out. */
  readonly apart: Bits | undefined
}

/** Rows by class of ports, one held against the other where it was asked. */
export function differing({ work, where }: Asked, { at, direction, was, is, apart }: Rows): readonly ChangedRow[] {
  const rows: ChangedRow[] = []
  for (let port = 0; port < work.ports.classes.length; port++) {
    const first = port * was.words
    if (!differs(was.bits, is.bits, first, where, apart)) continue
    const [opened, closed] = [work.answer(), work.answer()]
    for (let number = 0; number < where.length; number++) {
      const word = where[number] as number
      const [before, behind] = [was.bits[first + word] as number, is.bits[first + word] as number]
      const among = apart ? ~(apart[word] as number) : -1
      opened[word] = behind & ~before & among
      closed[word] = before & ~behind & among
    }
    rows.push({ at, direction, ports: work.ports.classes[port] as readonly PortRange[], opened, closed })
  }
  return rows
}

function differs(was: Bits, is: Bits, first: number, where: Uint32Array, apart: Bits | undefined): boolean {
  for (let number = 0; number < where.length; number++) {
    const word = where[number] as number
    const other = (was[first + word] as number) ^ (is[first + word] as number)
    if (other !== 0 && (!apart || (other & ~(apart[word] as number)) !== 0)) return true
  }
  return false
}

export function everyWord(size: number): Uint32Array {
  const words = new Uint32Array((size + 31) >>> 5)
  for (let word = 0; word < words.length; word++) words[word] = word
  return words
}

/** The words in which planes differ. */
export function differingWords(a: Planes, b: Planes): Uint32Array {
  const isOther = new Uint8Array(a.words)
  for (let first = 0; first < a.bits.length; first += a.words)
    for (let word = 0; word < a.words; word++) if (a.bits[first + word] !== b.bits[first + word]) isOther[word] = 1
  return everyWord(a.words * 32).filter((word) => isOther[word] === 1)
}
