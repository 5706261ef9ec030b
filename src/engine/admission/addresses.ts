// IP addresses and ranges in fields that are older than the strict rules: before 1.36 a range may have host bits, and leading zeros pass.
// Source: k8s.io/apimachinery@v0.36.3 pkg/util/validation/ip.go (IsValidIPForLegacyField, IsValidCIDRForLegacyField).

export interface Range {
  readonly bits: 32 | 128
  readonly first: bigint
  readonly prefix: number
}

const strictFrom = 36

export function addressProblem(written: string, minor: number): string | undefined {
  const parsed = readAddress(written)
  if (parsed === undefined) return 'is no IP address'
  return minor >= strictFrom ? strictProblem(parsed) : undefined
}

export function rangeProblem(written: string, minor: number): string | undefined {
  const range = readRange(written)
  if (range === undefined) return 'is no range of addresses such as 10.0.0.0/24'
  if (minor < strictFrom) return undefined
  const [address = '', prefix = ''] = written.split('/')
  const parsed = readAddress(address)
  if (parsed === undefined || /^0\d/.test(prefix)) return 'has leading zeros'
  const problem = strictProblem(parsed)
  if (problem !== undefined) return problem
  return parsed.value === range.first ? undefined : 'has bits set behind its prefix'
}

/** The addresses meant, host bits cleared; undefined for what is no range. */
export function readRange(written: string): Range | undefined {
  const [address = '', prefixText = '', ...rest] = written.split('/')
  const parsed = readAddress(address)
  if (parsed === undefined || rest.length > 0 || !/^\d{1,3}$/.test(prefixText)) return undefined
  // An IPv4 address written as IPv6 counts as IPv6 here, as its prefix does.
  const bits = parsed.bits
  const prefix = Number(prefixText)
  if (prefix > bits) return undefined
  const host = BigInt(bits - prefix)
  return { bits, first: (parsed.value >> host) << host, prefix }
}

/** Whether `inner` lies inside `outer` and is smaller. */
export function isStrictlyInside(inner: Range, outer: Range): boolean {
  if (inner.bits !== outer.bits || inner.prefix <= outer.prefix) return false
  const host = BigInt(outer.bits - outer.prefix)
  return inner.first >> host === outer.first >> host
}

interface Address {
  readonly bits: 32 | 128
  readonly value: bigint
  readonly hasLeadingZeros: boolean
}

function strictProblem(address: Address): string | undefined {
  if (address.hasLeadingZeros) return 'has leading zeros'
  return address.bits === 128 && address.value >> 32n === 0xffffn ? 'is an IPv4 address written as IPv6' : undefined
}

/** The address that a text is; undefined for none. */
export function readAddress(written: string): Address | undefined {
  return written.includes(':') ? readIpv6(written) : readIpv4(written)
}

function readIpv4(written: string): Address | undefined {
  const parts = written.split('.')
  if (parts.length !== 4 || !parts.every((part) => /^\d+$/.test(part) && Number(part) <= 255)) return undefined
  const value = parts.reduce((sum, part) => sum * 256n + BigInt(part), 0n)
  return { bits: 32, value, hasLeadingZeros: parts.some((part) => /^0\d/.test(part)) }
}

function readIpv6(written: string): Address | undefined {
  const tail = /^(.*:)(\d+\.\d+\.\d+\.\d+)$/.exec(written)
  const last = tail ? readIpv4(tail[2] ?? '') : undefined
  if (tail && last === undefined) return undefined
  const text =
    tail && last ? `${tail[1]}${(last.value >> 16n).toString(16)}:${(last.value & 0xffffn).toString(16)}` : written
  const halves = text.split('::')
  if (halves.length > 2) return undefined
  const [head = [], rest = []] = halves.map((half) => (half === '' ? [] : half.split(':')))
  const missing = 8 - head.length - rest.length
  if (halves.length === 2 ? missing < 1 : missing !== 0) return undefined
  const groups = [...head, ...Array<string>(missing).fill('0'), ...rest]
  if (!groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group))) return undefined
  const value = groups.reduce((sum, group) => sum * 65536n + BigInt(`0x${group}`), 0n)
  return { bits: 128, value, hasLeadingZeros: last?.hasLeadingZeros ?? false }
}
