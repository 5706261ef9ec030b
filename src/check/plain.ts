// The data behind a part as plain data that can leave the process: what engines hold as objects with functions, exact
// numbers or whole pod classes becomes places, quantities as text, and names.

import { formatQuantity, type Quantity } from '../kubernetes/quantity.ts'
import { makingOf } from '../platform/made.ts'

/** The same value where it is plain already: what engines say is read and not written, and a report may share it. */
export function plain(value: unknown): unknown {
  if (typeof value === 'string' || typeof value === 'boolean') return value
  if (typeof value === 'bigint') return value.toString()
  if (typeof value === 'number') return Number.isFinite(value) ? value : String(value)
  if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value
  if (Array.isArray(value)) return plainItems(value)
  if (value instanceof Map) return plain([...value])
  if (value instanceof Set) return plain([...value])
  if (isQuantity(value)) return formatQuantity(value)
  if ('podNames' in value && 'workload' in value) return value.workload
  if (makingOf(value)) return plainNoun(value as { readonly [key: string]: unknown })
  return plainObject(value as { readonly [key: string]: unknown })
}

// What somebody declared names what it refers to: from anything, all of a platform can be reached.
function plainNoun(value: { readonly [key: string]: unknown }): object {
  const entries = Object.entries(value).map(([key, held]) => [key, plain(named(held))] as const)
  return Object.fromEntries(entries.filter(([, said]) => said !== undefined))
}

function named(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(named)
  if (typeof value !== 'object' || value === null || !makingOf(value)) return value
  const { name, is } = value as { readonly name?: unknown; readonly is?: unknown }
  return name ?? is
}

function plainItems(items: readonly unknown[]): readonly unknown[] {
  let copy: unknown[] | undefined
  for (let at = 0; at < items.length; at++) {
    const said = plain(items[at])
    if (!copy && said === items[at]) continue
    copy ??= items.slice(0, at)
    copy.push(said)
  }
  return copy ?? items
}

function plainObject(value: { readonly [key: string]: unknown }): object {
  const keys = Object.keys(value)
  let copy: { [key: string]: unknown } | undefined = isRecord(value) ? undefined : {}
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as string
    const said = plain(value[key])
    if (!copy && (said === undefined || said !== value[key])) copy = copyOf(value, keys.slice(0, at))
    if (copy && said !== undefined) put(copy, key, said)
  }
  return copy ?? value
}

function copyOf(value: { readonly [key: string]: unknown }, keys: readonly string[]): { [key: string]: unknown } {
  const copy = {}
  for (const key of keys) put(copy, key, value[key])
  return copy
}

function put(copy: { [key: string]: unknown }, key: string, said: unknown): void {
  // To assign this one would change what the copy inherits.
  if (key === '__proto__')
    Object.defineProperty(copy, key, { value: said, enumerable: true, writable: true, configurable: true })
  else copy[key] = said
}

function isRecord(value: object): boolean {
  return Object.getPrototypeOf(value) === Object.prototype
}

function isQuantity(value: object): value is Quantity {
  return 'nano' in value && typeof value.nano === 'bigint' && 'format' in value
}
