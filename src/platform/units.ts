// Quantities as people write them. The types catch most slips in the editor; what they let through (`'6 h'`) is
// refused at run time. Numbers are decimal with at most 15 digits: no sign, no exponent, no blank.

export type Cpu = number | `${number}` | `${number}m`
export type Size = `${number}${'Ki' | 'Mi' | 'Gi' | 'Ti' | 'k' | 'M' | 'G' | 'T'}` | `${number}`
export type Duration = `${number}${'ms' | 's' | 'm' | 'h' | 'd' | 'w' | 'y'}`
export type Percent = `${number}%`

/** A value somebody knows only roughly. Taken at the worse end where its field is monotone. */
export interface Range<T> {
  readonly from: T
  readonly to: T
}

const MILLISECONDS: ReadonlyMap<string, number> = new Map([
  ['ms', 1],
  ['s', 1000],
  ['m', 60_000],
  ['h', 3_600_000],
  ['d', 86_400_000],
  ['w', 604_800_000],
  ['y', 31_536_000_000],
])

const BYTES: ReadonlyMap<string, number> = new Map([
  ['', 1],
  ['k', 1e3],
  ['M', 1e6],
  ['G', 1e9],
  ['T', 1e12],
  ['Ki', 2 ** 10],
  ['Mi', 2 ** 20],
  ['Gi', 2 ** 30],
  ['Ti', 2 ** 40],
])

interface Decimal {
  readonly digits: bigint
  readonly decimals: number
  readonly unit: string
}

function decimal(text: unknown): Decimal | undefined {
  if (typeof text !== 'string') return undefined
  const [, whole, part = '', unit = ''] = /^(\d+)(?:\.(\d+))?([A-Za-z%]*)$/.exec(text) ?? []
  if (whole === undefined || whole.length + part.length > 15) return undefined
  return { digits: BigInt(whole + part), decimals: part.length, unit }
}

function scaled({ digits, decimals }: Decimal, factor: number): number {
  const divisor = 10n ** BigInt(decimals)
  const product = digits * BigInt(factor)
  return product % divisor === 0n ? Number(product / divisor) : Number(product) / Number(divisor)
}

/** Seconds of a duration such as `90s` or `1.5h` (a year has 365 days); undefined for what is none. */
export function secondsOf(duration: unknown): number | undefined {
  const parsed = decimal(duration)
  const unit = MILLISECONDS.get(parsed?.unit ?? 'none')
  return parsed && unit !== undefined ? scaled(parsed, unit) / 1000 : undefined
}

/** Seconds of a duration, or of both ends of a range, as a range; undefined for what is neither or ends before it begins. */
export function rangeSeconds(value: unknown): Range<number> | undefined {
  if (!isRange(value)) {
    const seconds = secondsOf(value)
    return seconds === undefined ? undefined : { from: seconds, to: seconds }
  }
  const from = secondsOf(value.from)
  const to = secondsOf(value.to)
  return from !== undefined && to !== undefined && from <= to ? { from, to } : undefined
}

/** Bytes of a size such as `100Gi` or `64G`; undefined for what is none. */
export function bytesOf(size: unknown): number | undefined {
  const parsed = decimal(size)
  const unit = BYTES.get(parsed?.unit ?? 'none')
  if (!parsed || unit === undefined) return undefined
  const bytes = scaled(parsed, unit)
  return bytes <= Number.MAX_SAFE_INTEGER ? bytes : undefined
}

/** Thousandths of a core of `1`, `'0.5'` or `'500m'`; undefined for what is none or is finer than that. */
export function milliCpuOf(cpu: unknown): number | undefined {
  const parsed = decimal(typeof cpu === 'number' && cpu < 1e6 ? String(cpu) : cpu)
  if (!parsed || (parsed.unit !== '' && parsed.unit !== 'm')) return undefined
  const milli = scaled(parsed, parsed.unit === 'm' ? 1 : 1000)
  return Number.isSafeInteger(milli) ? milli : undefined
}

/** `99.95` of `99.95%`; undefined for what is none or more than 100. */
export function percentOf(percent: unknown): number | undefined {
  const parsed = decimal(percent)
  if (parsed?.unit !== '%') return undefined
  const value = scaled(parsed, 1)
  return value <= 100 ? value : undefined
}

export function isRange(value: unknown): value is Range<unknown> {
  return typeof value === 'object' && value !== null && Object.hasOwn(value, 'from') && Object.hasOwn(value, 'to')
}
