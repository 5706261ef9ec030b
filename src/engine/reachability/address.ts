// IP addresses and blocks of them, both families, as whole numbers. Host bits are dropped, as every reader of policies
// does; whether the API server takes such a block is admission's business. Source: RFC 4632, RFC 4291 section 2.2.

export interface Block {
  readonly family: 4 | 6
  readonly first: bigint
  readonly last: bigint
}

const width = { 4: 32n, 6: 128n } as const

/** `10.1.0.0/16` or `10.1.2.3`; undefined where it is neither. */
export function blockOf(text: string): Block | undefined {
  const [address = '', length, more] = text.split('/')
  const family = address.includes(':') ? 6 : 4
  const value = family === 6 ? valueOf6(address) : valueOf4(address)
  if (value === undefined || more !== undefined) return undefined
  if (length !== undefined && !/^\d{1,3}$/.test(length)) return undefined
  const prefix = length === undefined ? width[family] : BigInt(length)
  if (prefix > width[family]) return undefined
  const rest = width[family] - prefix
  const first = (value >> rest) << rest
  return { family, first, last: first + (1n << rest) - 1n }
}

export function covers(block: Block, other: Block): boolean {
  return block.family === other.family && block.first <= other.first && other.last <= block.last
}

export function overlaps(block: Block, other: Block): boolean {
  return block.family === other.family && block.first <= other.last && other.first <= block.last
}

/**
 * Whether a block less its holes may hold addresses of pods: private use (RFC 1918), shared (RFC 6598), unique local
 * (RFC 4193), and global ones of IPv6 (RFC 4291 section 2.5.4), which pods have where their cloud gives them such. Where
 * somebody says which addresses pods get, only those.
 */
export function mayHoldPods(block: Block, holes: readonly Block[], said?: readonly string[]): boolean {
  const ranges = said ? said.map(blockOf).filter((range) => range !== undefined) : podRanges
  return ranges.some((range) => overlaps(block, range) && !holes.some((hole) => covers(hole, common(block, range))))
}

function common(a: Block, b: Block): Block {
  const [, first = 0n] = [a.first, b.first].sort(ascending)
  const [last = 0n] = [a.last, b.last].sort(ascending)
  return { family: a.family, first, last }
}

function ascending(a: bigint, b: bigint): number {
  return a < b ? -1 : a > b ? 1 : 0
}

const podRanges = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', '100.64.0.0/10', 'fc00::/7', '2000::/3']
  .map(blockOf)
  .filter((block) => block !== undefined)

function valueOf4(text: string): bigint | undefined {
  const parts = text.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^(0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255)) return
  return parts.reduce((value, part) => (value << 8n) | BigInt(part), 0n)
}

function valueOf6(text: string): bigint | undefined {
  const halves = text.split('::')
  if (halves.length > 2) return
  const [head, tail] = halves.map(groupsOf)
  if (!head || (halves.length === 2 && !tail)) return
  const missing = 8 - head.length - (tail?.length ?? 0)
  if (halves.length === 2 ? missing < 1 : missing !== 0) return
  const groups = [...head, ...new Array<bigint>(missing).fill(0n), ...(tail ?? [])]
  return groups.reduce((value, group) => (value << 16n) | group, 0n)
}

function groupsOf(text: string): bigint[] | undefined {
  if (text === '') return []
  const groups: bigint[] = []
  const parts = text.split(':')
  for (const [at, part] of parts.entries()) {
    const dotted = at === parts.length - 1 && part.includes('.') ? valueOf4(part) : undefined
    if (dotted !== undefined) groups.push(dotted >> 16n, dotted & 0xffffn)
    else if (/^[0-9a-f]{1,4}$/i.test(part)) groups.push(BigInt(`0x${part}`))
    else return
  }
  return groups
}
