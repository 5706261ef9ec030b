// Amounts as Kubernetes has them: exact, a multiple of one billionth, with the family of suffixes they came in.
// Source: k8s.io/apimachinery@v0.36.3/pkg/api/resource (quantity.go:241 ParseQuantity, suffix.go:94).

export { formatQuantity, sayAbout, sayQuantity } from './quantity-text.ts'

export type QuantityFormat = 'DecimalSI' | 'BinarySI' | 'DecimalExponent'

/** An exact amount: `nano` billionths of a unit (core, byte, piece), printed again in the `format` it was written in. */
export interface Quantity {
  readonly nano: bigint
  readonly format: QuantityFormat
}

/** A text that the API server would not take as a quantity: `found` is the text, `why` the reason. */
export class QuantityError extends Error {
  override readonly name = 'QuantityError'
  readonly found: string
  readonly why: string

  constructor(found: string, why: string) {
    super(`${JSON.stringify(found)} is no quantity: ${why}`)
    this.found = found
    this.why = why
  }
}

export const nanoPerUnit = 1_000_000_000n
export const zeroQuantity: Quantity = { nano: 0n, format: 'DecimalSI' }

const decimalSuffixes: ReadonlyMap<string, number> = new Map([
  ['n', -9],
  ['u', -6],
  ['m', -3],
  ['', 0],
  ['k', 3],
  ['M', 6],
  ['G', 9],
  ['T', 12],
  ['P', 15],
  ['E', 18],
])
const binarySuffixes: ReadonlyMap<string, number> = new Map([
  ['Ki', 10],
  ['Mi', 20],
  ['Gi', 30],
  ['Ti', 40],
  ['Pi', 50],
  ['Ei', 60],
])

const shape = /^([+-]?)([0-9]*)\.?([0-9]*)([eEinumkKMGTP]*[+-]?[0-9]*)$/
const largestBinaryNano = (2n ** 63n - 1n) * nanoPerUnit

// Kubernetes has no bound here and would spend minutes on 1e2147483647; no resource is anywhere near.
const longestText = 1000
const largestExponent = 1000

/**
 * The amount that a manifest's text or number stands for, rounded up to a billionth as the API server does.
 * Throws `QuantityError`. Spaces around it are taken off as in `UnmarshalJSON` (quantity.go:751).
 */
export function parseQuantity(text: string | number): Quantity {
  const found = String(text)
  if (found.length > longestText)
    throw new QuantityError(`${found.slice(0, 20)}…`, `longer than ${longestText} characters`)
  const trimmed = found.replace(/^ +| +$/g, '')
  const [, sign, whole = '', fraction = '', suffix = ''] = shape.exec(trimmed) ?? refuseShape(found)
  if (trimmed === '') throw new QuantityError(found, 'it is empty')
  const { base, exponent, format } = readSuffix(suffix, found)
  if (Math.abs(exponent) > largestExponent) throw new QuantityError(found, `its exponent is beyond ±${largestExponent}`)

  const digits = whole + fraction
  if (digits === '' && isLongWay(base, exponent)) throw new QuantityError(found, 'it has no digits')

  const size =
    base === 2 ? binaryNano(digits, fraction.length, exponent) : decimalNano(digits, exponent - fraction.length)
  // Only binary amounts are capped (quantity.go:349), and one below 1 is told in decimal suffixes.
  const nano = format === 'BinarySI' && size > largestBinaryNano ? largestBinaryNano : size
  const told = format === 'BinarySI' && nano > 0n && nano < nanoPerUnit ? 'DecimalSI' : format
  return { nano: sign === '-' ? -nano : nano, format: told }
}

/** The amount, or undefined for anything that the API server would not take as one. */
export function tryQuantity(text: unknown): Quantity | undefined {
  if (typeof text !== 'string' && typeof text !== 'number') return undefined
  const had = read.get(text)
  if (had) return had
  const quantity = quantityOrNone(text)
  // An estate writes few amounts, each a thousand times; a hostile one must not fill the memory.
  if (quantity && read.size < mostRead) read.set(text, quantity)
  return quantity
}

const read = new Map<string | number, Quantity>()
const mostRead = 1000

function quantityOrNone(text: string | number): Quantity | undefined {
  try {
    return parseQuantity(text)
  } catch (error) {
    if (error instanceof QuantityError) return undefined
    throw error
  }
}

function refuseShape(found: string): never {
  throw new QuantityError(found, 'expected digits and a suffix, as in 500m, 2, 1.5, 64G or 2Gi')
}

function readSuffix(suffix: string, found: string): { base: 2 | 10; exponent: number; format: QuantityFormat } {
  const decimal = decimalSuffixes.get(suffix)
  if (decimal !== undefined) return { base: 10, exponent: decimal, format: 'DecimalSI' }
  const binary = binarySuffixes.get(suffix)
  if (binary !== undefined) return { base: 2, exponent: binary, format: 'BinarySI' }
  if (/^[eE][+-]?[0-9]+$/.test(suffix))
    return { base: 10, exponent: Number(suffix.slice(1)), format: 'DecimalExponent' }
  throw new QuantityError(
    found,
    `the suffix ${JSON.stringify(suffix)} is none of n u m k M G T P E Ki Mi Gi Ti Pi Ei or e3`,
  )
}

// Without a digit the amount is 0, except where Kubernetes has to leave its short way for decimals (quantity.go:262).
function isLongWay(base: 2 | 10, exponent: number): boolean {
  return base === 2 ? exponent >= 50 : exponent < -9
}

function decimalNano(digits: string, exponent: number): bigint {
  const shift = exponent + 9
  const amount = BigInt(digits)
  return shift >= 0 ? amount * 10n ** BigInt(shift) : divideUp(amount, 10n ** BigInt(-shift))
}

function binaryNano(digits: string, decimals: number, exponent: number): bigint {
  return divideUp(BigInt(digits) * 2n ** BigInt(exponent) * nanoPerUnit, 10n ** BigInt(decimals))
}

/** Divides and rounds away from zero, as Kubernetes rounds every amount; `by` is positive. */
export function divideUp(amount: bigint, by: bigint): bigint {
  if (amount < 0n) return -divideUp(-amount, by)
  return (amount + by - 1n) / by
}

/** Below 0, 0 or above 0, as `a` is less than, equal to or more than `b`, whatever their suffixes. */
export function compareQuantity(a: Quantity, b: Quantity): number {
  return a.nano < b.nano ? -1 : a.nano > b.nano ? 1 : 0
}

/** The sum, in the format of `a`, or of `b` where `a` is zero (quantity.go:615). */
export function addQuantity(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano + b.nano, format: a.nano === 0n ? b.format : a.format }
}

/** The difference, in the format of `a`, or of `b` where `a` is zero. */
export function subtractQuantity(a: Quantity, b: Quantity): Quantity {
  return { nano: a.nano - b.nano, format: a.nano === 0n ? b.format : a.format }
}

/** `n` times the amount; `n` is a whole number, else a RangeError. */
export function scaleQuantity(q: Quantity, n: number): Quantity {
  return { nano: q.nano * BigInt(n), format: q.format }
}

/** The amount of `value` whole units. */
export function quantityOf(value: bigint | number, format: QuantityFormat = 'DecimalSI'): Quantity {
  return { nano: BigInt(value) * nanoPerUnit, format }
}

/** Thousandths, rounded away from zero as `MilliValue` does; exact below 2^53. */
export function milli(q: Quantity): number {
  return Number(divideUp(q.nano, 1_000_000n))
}

/** Whole units, rounded away from zero as `Value` does. */
export function wholeUnits(q: Quantity): bigint {
  return divideUp(q.nano, nanoPerUnit)
}
