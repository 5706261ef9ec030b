// Rows of bits as lists of targets, each with the number of its answer: the set of port classes at which it is reached.

import type { Met } from './meeting.ts'

export interface Answers {
  /** By number: the port classes, ascending; 0 is every port. */
  readonly ports: readonly (readonly number[] | 'all')[]
  /** Targets of one source, ascending, each followed by the number of its answer; those from `below` on are left out. */
  readonly of: (met: Met, below: number) => Uint32Array
}

/** Answers are numbered as they come up. */
export function answersAmong(portClasses: number): Answers {
  const sets = setNumbers(portClasses)
  let found = new Uint32Array(1024)
  const of = (met: Met, below: number): Uint32Array => {
    const { words, spoken } = met
    const always = met.rowAt(portClasses)
    const rows = spoken.map(met.rowAt)
    const length = (below + 31) >>> 5
    if (found.length < length * 64) found = new Uint32Array(length * 64)
    let next = 0
    for (let word = 0; word < length; word++) {
      const all = words[always + word] as number
      let rest = all
      for (let at = 0; at < rows.length; at++) rest |= words[(rows[at] as number) + word] as number
      let alike = all
      let number = 0
      while (rest !== 0) {
        const bit = rest & -rest
        rest ^= bit
        const target = word * 32 + 31 - Math.clz32(bit)
        if (target >= below) break
        // Neighbours mostly have the same answer.
        if ((alike & bit) === 0) {
          number = (all & bit) === 0 ? sets.numberOf(met, rows, word, bit) : 0
          alike = (all & bit) === 0 ? sets.alike(met, rows, word, bit) & ~all : all
        }
        found[next++] = target
        found[next++] = number
      }
    }
    return found.slice(0, next)
  }
  return { ports: sets.ports, of }
}

/** Sets of port classes get numbers class by class: from the number of a set and one class more to the number of both. */
function setNumbers(portClasses: number) {
  const ports: (readonly number[] | 'all')[] = ['all']
  const next = new Map<number, number>()
  const extended = (set: number, port: number): number => {
    const key = set * portClasses + port
    const known = next.get(key)
    if (known !== undefined) return known
    const before = ports[set] ?? 'all'
    const both = [...(before === 'all' ? [] : before), port]
    const number = both.length === portClasses ? 0 : ports.push(both) - 1
    next.set(key, number)
    return number
  }
  const numberOf = ({ words, spoken }: Met, rows: readonly number[], word: number, bit: number): number => {
    let set = 0
    for (let at = 0; at < rows.length; at++)
      if (((words[(rows[at] as number) + word] as number) & bit) !== 0) set = extended(set, spoken[at] as number)
    return set
  }
  /** The targets of the word that are reached at the same port classes as that of `bit`. */
  const alike = ({ words }: Met, rows: readonly number[], word: number, bit: number): number => {
    let same = -1
    for (const row of rows) {
      const own = words[row + word] as number
      same &= (own & bit) === 0 ? ~own : own
    }
    return same
  }
  return { ports, numberOf, alike }
}
