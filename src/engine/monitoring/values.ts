// Between which bounds values lie, and what arithmetic and comparison leave of them.

/** From `low` to `high`; where a comparison cut, that end itself is out. */
export interface Values {
  readonly low: number
  readonly high: number
  readonly lowOut?: true
  readonly highOut?: true
  /** No other values, where they are few. */
  readonly only?: readonly number[]
  /** Not a number is among them. */
  readonly nan: boolean
}

const { NEGATIVE_INFINITY: least, POSITIVE_INFINITY: most } = Number

export const anything: Values = { low: least, high: most, nan: true }

export function between(low: number, high: number, nan = false): Values {
  return { low, high, nan }
}

export function oneOf(...only: readonly number[]): Values {
  if (only.some(Number.isNaN)) return anything
  return { low: Math.min(...only), high: Math.max(...only), only, nan: false }
}

type Arithmetic = '+' | '-' | '*' | '/'

const compute: { readonly [op in Arithmetic]: (a: number, b: number) => number } = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

/** Of more operations than these nothing is known. */
export function computed(op: string, a: Values, b: Values): Values {
  const isDivided = op === '/' && b.only?.length === 1 && b.only[0] !== 0
  if (op !== '+' && op !== '-' && op !== '*' && !isDivided) return anything
  const ends = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => compute[op as Arithmetic](x, y)))
  if (ends.some(Number.isNaN)) return anything
  const isFew = a.only && b.only && a.only.length * b.only.length <= 16
  if (isFew)
    return {
      ...oneOf(...(a.only ?? []).flatMap((x) => (b.only ?? []).map((y) => compute[op as Arithmetic](x, y)))),
      nan: a.nan || b.nan,
    }
  // Infinities of either sign may meet within.
  const isWide = ends.some((end) => !Number.isFinite(end))
  return { low: Math.min(...ends), high: Math.max(...ends), nan: a.nan || b.nan || isWide }
}

/** What is left of `a` where it compares so with some value of `b`; undefined where nothing is. */
export function compared(op: string, a: Values, b: Values): Values | undefined {
  if (op === '!=')
    return a.only?.length === 1 && b.only?.length === 1 && a.only[0] === b.only[0] && !a.nan ? undefined : a
  const cut = cutBy(op, b)
  return cut ? common({ ...a, nan: false }, cut) : a
}

function cutBy(op: string, b: Values): Values | undefined {
  switch (op) {
    case '==':
      return { ...b, nan: false }
    case '>':
      return { low: b.low, high: most, lowOut: true, nan: false }
    case '>=':
      return { low: b.low, high: most, nan: false, ...(b.lowOut && { lowOut: true }) }
    case '<':
      return { low: least, high: b.high, highOut: true, nan: false }
    case '<=':
      return { low: least, high: b.high, nan: false, ...(b.highOut && { highOut: true }) }
    default:
      return undefined
  }
}

/** What lies in both; undefined where nothing does. */
export function common(a: Values, b: Values): Values | undefined {
  const only = (a.only ?? b.only)?.filter((value) => lies(value, a) && lies(value, b))
  const low = Math.max(a.low, b.low)
  const high = Math.min(a.high, b.high)
  const lowOut = (a.low === low && a.lowOut) || (b.low === low && b.lowOut)
  const highOut = (a.high === high && a.highOut) || (b.high === high && b.highOut)
  const isEmpty = only ? only.length === 0 : low > high || (low === high && (lowOut || highOut))
  const nan = a.nan && b.nan
  if (isEmpty && !nan) return undefined
  return { low, high, nan, ...(lowOut && { lowOut }), ...(highOut && { highOut }), ...(only && { only }) }
}

function lies(value: number, { low, high, lowOut, highOut, only }: Values): boolean {
  if (only && !only.includes(value)) return false
  return value >= low && value <= high && !(lowOut && value === low) && !(highOut && value === high)
}

/** Whether every value of `a` lies in `b`. */
export function within(a: Values, b: Values): boolean {
  if (a.nan && !b.nan) return false
  if (a.only) return a.only.every((value) => lies(value, b))
  if (b.only) return false
  const isLow = a.low > b.low || (a.low === b.low && (!b.lowOut || a.lowOut === true))
  const isHigh = a.high < b.high || (a.high === b.high && (!b.highOut || a.highOut === true))
  return isLow && isHigh
}

/** `between 0 and 1`, `at least 1`, `0 or 1`; undefined where they may be anything. */
export function sayValues({ low, high, lowOut, highOut, only }: Values): string | undefined {
  if (only) return only.join(' or ')
  if (low === least && high === most) return undefined
  if (high === most) return `${lowOut ? 'above' : 'at least'} ${low}`
  if (low === least) return `${highOut ? 'below' : 'at most'} ${high}`
  return `between ${low} and ${high}`
}
