// Which ranges of addresses outside a block takes, found by where it begins and ends.

import type { Peer } from '../../kubernetes/types.ts'
import { type Block, blockOf } from './address.ts'
import { type Bits, clearBit, noBits, setBit } from './bits.ts'

type IpBlock = NonNullable<Peer['ipBlock']>

/** By block, less its holes: the numbers of the ranges that it takes. The ranges are those of `outsideRanges`. */
export type OutsideBlocks = (block: IpBlock) => Bits

export function outsideBlocks(ranges: readonly Block[]): OutsideBlocks {
  const firsts = new Map(ranges.map(({ family, first }, at) => [`${family} ${first}`, at]))
  const ends = { 4: ranges.findLastIndex(({ family }) => family === 4) + 1, 6: ranges.length }
  // Ranges are cut where a block begins and behind its end.
  const within = ({ family, first, last }: Block) => {
    const from = firsts.get(`${family} ${first}`) ?? ends[family]
    return { from, end: firsts.get(`${family} ${last + 1n}`) ?? ends[family] }
  }
  const known = new Map<string, Bits>()
  return ({ cidr, except = [] }) => {
    const key = JSON.stringify([cidr, except])
    const found = known.get(key)
    if (found) return found
    const bits = noBits(ranges.length)
    known.set(key, bits)
    const block = blockOf(cidr)
    if (!block) return bits
    const { from, end } = within(block)
    for (let at = from; at < end; at++) setBit(bits, at)
    for (const text of except) {
      const hole = blockOf(text)
      if (!hole) continue
      const inside = within(hole)
      for (let at = inside.from; at < inside.end; at++) clearBit(bits, at)
    }
    return bits
  }
}

/** All addresses of a family, and no hole in them. */
export function isEveryAddress({ cidr, except = [] }: IpBlock): boolean {
  if (except.length > 0) return false
  const block = blockOf(cidr)
  return block?.first === 0n && block.last === (1n << (block.family === 4 ? 32n : 128n)) - 1n
}
