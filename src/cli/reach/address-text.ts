// Ranges of addresses as people write them: `anywhere but 10.0.0.0/8`, `10.20.0.15`, in CIDR notation.

import { type Block, blockOf } from '../../engine/reachability/address.ts'

/** Of ranges like `10.0.0.0-10.255.255.255` among those of both families that `all` lists. */
export function addressesText(ranges: readonly string[], all: readonly string[]): string {
  const families = ([4, 6] as const).filter((family) => all.some((range) => familyOf(range) === family))
  const [taken, left] = [ranges, all.filter((range) => !ranges.includes(range))].map((each) => joined(each))
  const whole = families.filter((family) => taken?.some((block) => isWhole(block, family)))
  if (whole.length === families.length) return 'anywhere'
  const blocks = (taken ?? []).flatMap(cidrs)
  const holes = (left ?? []).flatMap(cidrs)
  // What is left out is shorter to say where nearly everything is taken.
  if (holes.length < blocks.length) return `anywhere but ${listed(holes)}`
  return listed(blocks)
}

function listed(blocks: readonly string[]): string {
  return blocks.length <= 6 ? blocks.join(', ') : `${blocks.slice(0, 6).join(', ')} and ${blocks.length - 6} more`
}

function familyOf(range: string): 4 | 6 {
  return range.includes(':') ? 6 : 4
}

/** Ranges that touch as one. */
function joined(ranges: readonly string[]): readonly Block[] {
  const blocks = ranges.flatMap((range) => {
    const [first, last] = range.split('-').map((address) => blockOf(address))
    return first && last ? [{ family: first.family, first: first.first, last: last.last }] : []
  })
  const found: Block[] = []
  for (const block of blocks.sort(byPlace)) {
    const before = found.at(-1)
    if (before?.family === block.family && before.last + 1n === block.first)
      found[found.length - 1] = { ...before, last: block.last }
    else found.push(block)
  }
  return found
}

function byPlace(a: Block, b: Block): number {
  return a.family - b.family || (a.first < b.first ? -1 : 1)
}

const bits = { 4: 32n, 6: 128n } as const

function isWhole({ family, first, last }: Block, of: 4 | 6): boolean {
  return family === of && first === 0n && last === (1n << bits[of]) - 1n
}

/** The fewest blocks that hold the range and nothing else; one address stands as itself. */
function cidrs({ family, first, last }: Block): readonly string[] {
  const found: string[] = []
  for (let at = first; at <= last; ) {
    let rest = 0n
    while (rest < bits[family] && (at >> rest) % 2n === 0n && at + (1n << (rest + 1n)) - 1n <= last) rest++
    const address = addressText(family, at)
    found.push(rest === 0n ? address : `${address}/${bits[family] - rest}`)
    at += 1n << rest
  }
  return found
}

function addressText(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => `${(value >> shift) & 255n}`).join('.')
  const groups = [7n, 6n, 5n, 4n, 3n, 2n, 1n, 0n].map((part) => ((value >> (part * 16n)) & 0xffffn).toString(16))
  // The longest run of zeros is left out (RFC 5952, section 4.2).
  const runs = groups.map((_, start) => groups.slice(start).findIndex((group) => group !== '0'))
  const lengths = runs.map((length, start) => (length < 0 ? groups.length - start : length))
  const longest = Math.max(...lengths)
  if (longest < 2) return groups.join(':')
  const start = lengths.indexOf(longest)
  return `${groups.slice(0, start).join(':')}::${groups.slice(start + longest).join(':')}`
}
