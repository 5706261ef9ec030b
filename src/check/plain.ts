// The data behind a part as plain data that can leave the process: what engines hold as objects with functions, exact
// numbers or whole pod classes becomes places, quantities as text, and names.

import { formatQuantity, type Quantity } from '../kubernetes/quantity.ts'

export function plain(value: unknown): unknown {
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value
  if (Array.isArray(value)) return value.map(plain)
  if (value instanceof Map) return plain([...value])
  if (value instanceof Set) return plain([...value])
  if (isQuantity(value)) return formatQuantity(value)
  if ('podNames' in value && 'workload' in value) return value.workload
  return plainObject(value)
}

function plainObject(value: object): object {
  const copy: { [key: string]: unknown } = {}
  for (const [key, held] of Object.entries(value)) {
    const said = plain(held)
    if (said === undefined) continue
    // To assign this one would change what the copy inherits.
    if (key === '__proto__')
      Object.defineProperty(copy, key, { value: said, enumerable: true, writable: true, configurable: true })
    else copy[key] = said
  }
  return copy
}

function isQuantity(value: object): value is Quantity {
  return 'nano' in value && typeof value.nano === 'bigint' && 'format' in value
}
