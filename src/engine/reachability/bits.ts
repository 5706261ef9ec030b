// Sets of small whole numbers as bits: classes of pods are numbered, and a selector is the set of those that it takes.

export type Bits = Uint32Array

export function noBits(size: number): Bits {
  return new Uint32Array((size + 31) >>> 5)
}

export function allBits(size: number): Bits {
  const bits = noBits(size).fill(0xffffffff)
  const rest = size & 31
  if (rest !== 0) bits[bits.length - 1] = (1 << rest) - 1
  return bits
}

export function setBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) | (1 << (at & 31))
}

export function clearBit(bits: Bits, at: number): void {
  bits[at >>> 5] = (bits[at >>> 5] ?? 0) & ~(1 << (at & 31))
}

export function hasBit(bits: Bits, at: number): boolean {
  return ((bits[at >>> 5] ?? 0) & (1 << (at & 31))) !== 0
}

/** Keeps in `bits` what is also in `others`. */
export function keepOnly(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & (others[word] ?? 0)
}

/** Takes out of `bits` what is in `others`. */
export function takeOut(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) & ~(others[word] ?? 0)
}

/** Puts into `bits` what is in `others`. */
export function putIn(bits: Bits, others: Bits): void {
  for (let word = 0; word < bits.length; word++) bits[word] = (bits[word] ?? 0) | (others[word] ?? 0)
}

/** The members, ascending. */
export function membersOf(bits: Bits): number[] {
  const members: number[] = []
  for (let word = 0; word < bits.length; word++) {
    let rest = bits[word] ?? 0
    while (rest !== 0) {
      const bit = 31 - Math.clz32(rest & -rest)
      members.push(word * 32 + bit)
      rest &= rest - 1
    }
  }
  return members
}

/** Numbers that those share which had one before and are in the same sets: each set splits the kinds so far in two. */
export function splitBy(before: Uint32Array, sets: Iterable<Bits>): Uint32Array {
  const kinds = Uint32Array.from(before)
  let next = kinds.reduce((most, kind) => Math.max(most, kind), 0) + 1
  for (const far of sets) {
    const inside = new Map<number, number>()
    for (const member of membersOf(far)) {
      const kind = kinds[member] as number
      const own = inside.get(kind) ?? next++
      inside.set(kind, own)
      kinds[member] = own
    }
  }
  return kinds
}
