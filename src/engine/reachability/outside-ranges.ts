// Addresses outside in ranges within which no policy tells one from another.

import { type Block, blockOf } from './address.ts'
import { rulesOf, type Written } from './port-ranges.ts'

/** All IPv4 addresses, and IPv6 where a policy speaks of them, cut where a policy cuts them; sorted. */
export function outsideRanges({ policies, ranked }: Written): readonly Block[] {
  // Policies mean few networks, and write them many times.
  const texts = new Set<string>()
  for (const policy of [...policies, ...ranked])
    for (const { peers = [] } of rulesOf(policy))
      for (const { ipBlock } of peers)
        if (ipBlock) for (const text of [ipBlock.cidr, ...(ipBlock.except ?? [])]) texts.add(text)
  const blocks = [...texts].flatMap((text) => blockOf(text) ?? [])
  const families = blocks.some(({ family }) => family === 6) ? ([4, 6] as const) : ([4] as const)
  return families.flatMap((family) =>
    cut(
      family,
      blocks.filter((block) => block.family === family),
    ),
  )
}

function cut(family: 4 | 6, blocks: readonly Block[]): readonly Block[] {
  const end = 1n << (family === 4 ? 32n : 128n)
  const starts = new Set([0n, ...blocks.flatMap(({ first, last }) => [first, last + 1n])])
  const sorted = [...starts].filter((start) => start < end).sort((a, b) => (a < b ? -1 : 1))
  return sorted.map((first, at) => ({ family, first, last: (sorted[at + 1] ?? end) - 1n }))
}

/** `10.0.0.0-10.0.0.255`. */
export function sayRange({ family, first, last }: Block): string {
  return `${sayAddress(family, first)}-${sayAddress(family, last)}`
}

function sayAddress(family: 4 | 6, value: bigint): string {
  if (family === 4) return [24n, 16n, 8n, 0n].map((shift) => `${(value >> shift) & 255n}`).join('.')
  return [7n, 6n, 5n, 4n, 3n, 2n, 1n, 0n].map((part) => ((value >> (part * 16n)) & 0xffffn).toString(16)).join(':')
}
