import { addQuantity, compareQuantity, divideUp, type Quantity, tryQuantity } from '../../kubernetes/quantity.ts'
import { fieldsOf } from './untrusted.ts'

/** Resource name → amount. */
export type Amounts = { readonly [resource: string]: Quantity }

const nanoPerMilli = 1_000_000n

/**
 * A resource list as the API server stores it: rounded up to thousandths, what is no quantity left out
 * (k8s.io/kubernetes@v1.36.3 pkg/apis/core/v1/defaults.go:39).
 */
export function amountsOf(list: unknown): Amounts {
  const read = Object.entries(fieldsOf(list)).flatMap(([resource, written]): [string, Quantity][] => {
    const quantity = amountOf(written)
    return quantity === undefined ? [] : [[resource, quantity]]
  })
  return Object.fromEntries(read)
}

/** One amount as the API server stores it, or undefined for what is no quantity. */
export function amountOf(written: unknown): Quantity | undefined {
  const quantity = tryQuantity(written)
  if (quantity === undefined || quantity.nano % nanoPerMilli === 0n) return quantity
  return { nano: divideUp(quantity.nano, nanoPerMilli) * nanoPerMilli, format: quantity.format }
}

/** The amount of one resource, however it is called (`constructor` is a name like any other). */
export function amountIn(amounts: Amounts, resource: string): Quantity | undefined {
  return Object.hasOwn(amounts, resource) ? amounts[resource] : undefined
}

export function sumAmounts(a: Amounts, b: Amounts): Amounts {
  return mergeAmounts(a, b, addQuantity)
}

export function largerAmounts(a: Amounts, b: Amounts): Amounts {
  return mergeAmounts(a, b, (x, y) => (compareQuantity(y, x) > 0 ? y : x))
}

/** `b` instead of `a` where both have the resource. */
export function replaceAmounts(a: Amounts, b: Amounts): Amounts {
  return mergeAmounts(a, b, (_, y) => y)
}

function mergeAmounts(a: Amounts, b: Amounts, both: (x: Quantity, y: Quantity) => Quantity): Amounts {
  const merged = new Map(Object.entries(a))
  for (const [resource, amount] of Object.entries(b)) {
    const had = merged.get(resource)
    merged.set(resource, had === undefined ? amount : both(had, amount))
  }
  return Object.fromEntries(merged)
}
