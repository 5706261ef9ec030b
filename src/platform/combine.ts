import { types } from 'node:util'

/** Options with what the noun adds to them. No getter runs here: `make` copies, and refuses what is no plain data. */
export function combine<O extends object, M extends object>(options: O, more: M): O & M {
  const isObject = typeof options === 'object' && options !== null && !Array.isArray(options) && !types.isProxy(options)
  if (options !== undefined && !isObject) return options as O & M
  const own = { ...Object.getOwnPropertyDescriptors(options ?? {}), ...Object.getOwnPropertyDescriptors(more) }
  return Object.defineProperties({}, own) as O & M
}
